"""Compile the lexicon of technologies from package data sets and the overlay: `make lexicon`."""
