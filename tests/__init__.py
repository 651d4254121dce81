"""planls's tests: data first, one helper function per folder."""
