"""The parts of a pack, in their order: what went wrong stands before what went well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from .accounts import accounts
from .blocks import Block, Part
from .board import asks, pieces
from .bumps import bumps, without
from .changed import changed, journey
from .claims import claims
from .counted import figures, the_map
from .reading import Reading

PARTS: dict[str, Callable[[Reading], Iterator[Block]]] = {
    "bumps": bumps,
    "without": without,
    "changed": changed,
    "journey": journey,
    "accounts": accounts,
    "figures": figures,
    "map": the_map,
    "claims": claims,
    "asks": asks,
    "contributors": pieces,
}
TITLES: dict[str, Any] = {
    "bumps": _("What went wrong, and what is owed"),
    "without": _("Decisions taken without people, by name"),
    "changed": _("What changed, and in whose words"),
    "journey": _("The journey"),
    "accounts": _("Two accounts of how it was"),
    "figures": _("Figures"),
    "map": _("Where people are in the room"),
    "claims": _("What we say was done with people"),
    "asks": _("What is asked of the board"),
    "contributors": _("In contributors’ own words"),
}


def part_of(at: Reading, slug: str) -> Part:
    return Part(slug, str(TITLES[slug]), list(PARTS[slug](at)))
