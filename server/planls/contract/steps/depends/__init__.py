"""What items depend on: read from their fields, as a graph, and what is wrong with it."""
