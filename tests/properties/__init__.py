"""Whole documents, made up and broken in every way, against what planls says of them."""
