"""One file for each page or family of pages."""
