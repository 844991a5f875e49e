"""How the words become a life: steps, each at its own day, each through a verb of the product."""
