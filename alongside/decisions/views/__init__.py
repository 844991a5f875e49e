"""The pages of decisions: the calendar, changing what is on it, bringing it in."""
