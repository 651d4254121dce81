"""Rules about the form of what a document shows: diagrams, trees, code, endpoints."""
