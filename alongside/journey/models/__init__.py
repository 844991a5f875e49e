"""One file for each thing."""
