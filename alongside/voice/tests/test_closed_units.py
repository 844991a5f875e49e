"""A part of the organisation goes, and the words that were said to it do not."""

from __future__ import annotations

import pytest
from django.db.models import ProtectedError

from alongside.core.forms import new_token
from alongside.organisation import services as organisations
from alongside.voice.models import Contribution

from .factories import WORDS, answered, fresh, said, said_by_nobody


def test_a_unit_with_voices_on_it_cannot_be_deleted(cast) -> None:
    row = said(cast)
    with pytest.raises(ProtectedError):
        row.unit.delete()
    assert Contribution.objects.get() == row


def test_closed_it_owes_what_it_owed_and_takes_no_more(cast, client_as) -> None:
    """Whoever sees the whole ledger sees it there and answers; its author learns of it on their page."""
    row, code = said_by_nobody(cast)
    unit = organisations.close_unit(unit=cast.units["team"], by=cast.actor("administrator"))
    sent = {"kind": "idea", "words": WORDS, "unit": unit.code, "uses": ["inside"], "once": new_token()}
    assert client_as("public").post("/harbour/say/", sent).status_code == 422
    coordinator = client_as("coordinator")
    assert WORDS in coordinator.get("/harbour/voices/").content.decode()
    assert WORDS in coordinator.get(f"/harbour/voices/?unit={unit.code}").content.decode()
    assert f'value="{unit.code}"' not in client_as("public").get("/harbour/say/").content.decode()
    answered(row, cast, by=cast.actor("coordinator"))
    assert fresh(row).state == "answered"
    assert WORDS in client_as("public").get(f"/harbour/follow/{code}/").content.decode()
