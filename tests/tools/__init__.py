"""The project's own scripts: run them from the top folder, as the Makefile does."""
