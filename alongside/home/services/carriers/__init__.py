"""Who carries a message out of the house. One small interface, one file for each way.

To add a way: a class with `carry`, and its name in `Carriers.of`. What only a hand can do has no carrier: it stands on
the list of those to ring, or among the letters to print.
"""

from .base import Carrier, Gone, LookUp, NoSuchAddress, NotTaken, Parcel, Piece, TryLater
from .choosing import Carriers, settings_problem

__all__ = [
    "Carrier",
    "Carriers",
    "Gone",
    "LookUp",
    "NoSuchAddress",
    "NotTaken",
    "Parcel",
    "Piece",
    "TryLater",
    "settings_problem",
]
