"""Who may look for what was said: whoever may see the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from tests.house.access import Access

from .factories import said

LEDGER = frozenset({"staff", "manager", "coordinator", "board"})


def pages() -> Iterator[Access]:
    yield Access("<slug:org>/voices/search/", lambda _cast: "/harbour/voices/search/?words=car", LEDGER)
    alike = "<slug:org>/voices/<slug:code>/alike/"
    yield Access(alike, lambda cast: f"/harbour/voices/{said(cast).code}/alike/", LEDGER)
