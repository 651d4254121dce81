"""Rules about links: what a document refers to is there."""
