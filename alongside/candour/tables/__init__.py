"""Lists of this room."""
