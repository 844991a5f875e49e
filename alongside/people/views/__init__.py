"""The pages of the register (for the one who keeps it) and of each person about themselves."""
