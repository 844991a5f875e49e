"""A board pack as somebody reads it: its value, with the words that they may read now, made into parts of blocks. A
page and a paper show the same blocks, so that neither says more than the other."""

from .blocks import Block, Heading, Item, Lines, NoAlternative, Part, Picture, Quote, Table, Text
from .parts import PARTS, TITLES, part_of
from .reading import Around, Reading
from .summary import summary_of

__all__ = [
    "PARTS",
    "TITLES",
    "Around",
    "Block",
    "Heading",
    "Item",
    "Lines",
    "NoAlternative",
    "Part",
    "Picture",
    "Quote",
    "Reading",
    "Table",
    "Text",
    "part_of",
    "summary_of",
]
