"""Rules about planls itself."""
