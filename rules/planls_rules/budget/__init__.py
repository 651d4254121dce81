"""Rules about how much a document holds: counts, lengths, time."""
