"""Trying out codes: ten wrong ones in ten minutes from one address, then none works from there for a while.

Where very many are tried in one organisation from everywhere, three are too many from each. Whoever has a code and
types it right is never kept out by what others do.
"""

from __future__ import annotations

from . import tallies
from .errors import NotYours

MOST_WRONG, MOST_UNDER_ATTACK = 10, 3
ATTACK = 500  # wrong ones in one organisation
WINDOW = 10 * 60


def check(asker: str, organisation_id: int) -> None:
    """Raises NotYours, the same as for a code that is not there."""
    wrong = tallies.count(_of_asker(asker))
    if wrong < MOST_UNDER_ATTACK:
        return
    if wrong >= MOST_WRONG or tallies.count(_of_all(organisation_id)) >= ATTACK:
        raise NotYours


def missed(asker: str, organisation_id: int) -> None:
    tallies.add(_of_asker(asker), WINDOW)
    tallies.add(_of_all(organisation_id), WINDOW)


def _of_asker(asker: str) -> str:
    """An address is personal: only its digest is kept, for as long as the window lasts."""
    return tallies.key_of("follow", asker)


def _of_all(organisation_id: int) -> str:
    return tallies.key_of("follow of", organisation_id)
