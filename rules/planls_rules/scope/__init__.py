"""Rules about what the document's notes name, and what it uses and maps."""
