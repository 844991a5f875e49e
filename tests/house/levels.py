"""The floors of the house, bottom up. The import contracts (.importlinter) say the same and are checked against it."""

LEVELS = {
    "core": 0,
    "accounts": 1,
    "audit": 1,
    "post": 1,
    "organisation": 2,
    "people": 3,
    "decisions": 4,
    "involvement": 5,
    "voice": 6,
    "journey": 6,
    "candour": 7,
    "reports": 8,
    "home": 10,
    "demo": 11,
    "config": 12,
}
