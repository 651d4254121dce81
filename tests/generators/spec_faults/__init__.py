"""Faults planted in the example of a spec, each in several spellings, and where each is to be found."""
