"""What repeats in a document and builds on one another: numbers, dependencies, references, size."""
