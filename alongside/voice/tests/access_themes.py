"""Who may open the pages of themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.cast import Cast
from tests.house.access import Access

from ..models import Theme
from .factories import said, theme

NAME = "Waiting"
LEDGER = frozenset({"staff", "manager", "coordinator", "board"})
ANSWER = frozenset({"staff", "manager", "coordinator"})
KEEP = frozenset({"coordinator", "administrator"})


def one(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/harbour/voices/themes", there(cast).code, *steps, ""])


def there(cast: Cast) -> Theme:
    """Several addresses of one cast are about the same theme: there is one of a name."""
    return Theme.objects.filter(name=NAME).first() or theme(cast, NAME)


def fixed(step: str) -> Callable[[Cast], str]:
    return lambda _cast: f"/harbour/voices/themes/{step}"


def theme_pages() -> Iterator[Access]:
    base = "<slug:org>/voices/themes/"
    yield Access(base, fixed(""), LEDGER)
    yield Access(f"{base}words/", fixed("words/"), LEDGER | KEEP)
    yield Access(f"{base}new/", fixed("new/"), KEEP)
    yield Access(f"{base}starter/", fixed("starter/"), KEEP)
    yield Access(f"{base}<slug:code>/", one(), LEDGER | KEEP)
    yield Access(f"{base}<slug:code>/words/", one("words"), KEEP)
    yield Access(f"{base}<slug:code>/retire/", one("retire"), KEEP)
    yield Access(f"{base}<slug:code>/look/", one("look"), ANSWER)
    yield Access(
        "<slug:org>/voices/<slug:code>/themes/", lambda cast: f"/harbour/voices/{said(cast).code}/themes/", ANSWER
    )
