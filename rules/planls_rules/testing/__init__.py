"""Rules about the tests that a document shows."""
