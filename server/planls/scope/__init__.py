"""Scope: what a document's notes name is what it may use. Technologies are handed in; no file is read."""
