"""An invented organisation of any size, its rows made in bulk. Nothing in it is about anybody."""

SLUG, NEIGHBOUR = "bench-house", "next-door"
