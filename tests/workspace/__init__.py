"""Tests of which documents belong together."""
