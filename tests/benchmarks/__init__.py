"""Benchmarks: ratios to a reference that runs beside planls, no timed assertions."""
