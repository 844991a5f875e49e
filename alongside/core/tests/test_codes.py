"""A code is read aloud, copied by hand, and typed as somebody remembers it."""

from __future__ import annotations

import pytest

from alongside.core.codes import ALPHABET, new_code, tidy


@pytest.mark.parametrize(
    "typed", ["K3V9 QD1O", " k3v9-qd10 ", "k3v9qdl0", "K3V9\tQDI0\n", "k3v9\x00qd10", "k3v9\u00a0qd\u200b10"]
)
def test_however_it_is_typed_it_is_the_same(typed) -> None:
    assert tidy(typed) == "k3v9qd10"


def test_a_new_code_is_tidy_already() -> None:
    code = new_code()
    assert len(code) == 10 and set(code) <= set(ALPHABET) and tidy(code) == code
