"""The shape of what somebody fills in."""
