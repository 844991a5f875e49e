"""One file for each page: what it shows, gathered in one place."""
