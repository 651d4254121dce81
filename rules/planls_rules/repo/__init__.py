"""Rules about the folder tree of a document, and what points into it."""
