"""Twelve histories: each reads as it should, and none of the early ones is branded."""

from __future__ import annotations

from collections import Counter

import pytest

from alongside.candour.standards import BY_SLUG, Limits, Reading, read_all

from .histories import GENUINE, HISTORIES, THIN, TOKEN, History

NAMES = [history.name for history in HISTORIES]


@pytest.mark.parametrize("history", HISTORIES, ids=NAMES)
def test_every_sign_reads_as_expected(history: History) -> None:
    found = {sign.slug: finding.reading for sign, finding in read_all(history.facts, Limits())}
    assert found == {slug: history.reads.get(slug, Reading.UNKNOWN) for slug in found}
    assert history.reads.keys() <= BY_SLUG.keys()


def test_four_of_each_kind() -> None:
    assert Counter(history.kind for history in HISTORIES) == {TOKEN: 4, GENUINE: 4, THIN: 4}


@pytest.mark.parametrize("history", [h for h in HISTORIES if h.kind != TOKEN], ids=lambda history: history.name)
def test_neither_the_genuine_nor_the_early_are_branded(history: History) -> None:
    assert [sign.slug for sign, finding in read_all(history.facts, Limits()) if finding.reading == Reading.LOOK] == []
