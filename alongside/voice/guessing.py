"""Trying out codes: ten wrong ones in ten minutes from one address, then none works for a while."""

from __future__ import annotations

from django.core.cache import cache

from alongside.core import lookups
from alongside.core.errors import NotYours

MOST_WRONG = 10
WINDOW = 10 * 60


def check(asker: str) -> None:
    """Raises NotYours, the same as for a code that is not there."""
    if (cache.get(_key(asker)) or 0) >= MOST_WRONG:
        raise NotYours


def missed(asker: str) -> None:
    key = _key(asker)
    if not cache.add(key, 1, WINDOW):
        try:
            cache.incr(key)
        except ValueError:  # it ran out between the two
            cache.set(key, 1, WINDOW)


def _key(asker: str) -> str:
    """An address is personal: only its digest is kept, for as long as the window lasts."""
    return f"follow:{lookups.digest(asker, salt='guessing')}"
