"""Where counting takes long it is kept: of exactly those days and units, under a key that the cache can hold."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.candour.queries import signs
from alongside.candour.standards import Limits
from alongside.decisions.queries.signs import Chosen
from tests.cast import Cast
from tests.make import days

pytestmark = pytest.mark.django_db


def test_a_key_of_its_own_for_days_and_units_and_a_short_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, Any] = {}
    monkeypatch.setattr(signs, "MANY", 0)
    monkeypatch.setattr(signs.cache, "get", kept.get)
    monkeypatch.setattr(signs.cache, "set", lambda key, found, _seconds: kept.__setitem__(key, found))
    many = frozenset(range(100_000, 100_300))
    for last, units in ((days(0), many), (days(-30), many), (days(0), many | {1}), (days(0), None)):
        signs._kept(Chosen(cast.org.pk, days(0), days(-365), last, units), Limits(), None)
    assert len(kept) == 4 and max(map(len, kept)) < 150
