"""Reasons are words: no close holds them, and each reads those of the decisions that they may see."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from alongside.accounts.models import User
from alongside.audit import sealing
from alongside.config.commands import verify_
from alongside.reports.models import PeriodClose, PeriodSheet
from alongside.reports.queries import frozen
from tests import make
from tests.cast import Cast

from .closing import checked, chosen
from .closing import frozen as closed
from .packing import base, issued, month

pytestmark = pytest.mark.django_db
WHAT, WHY, WHOM = "Talk about closing the night team", "The funder could not wait.", "Whom we dismiss"
NAME = "Rosalind Quennell"


@pytest.fixture
def hidden(cast: Cast) -> Any:
    """For staff alone, allowed by somebody without a job, and refused to those who wanted to talk about it."""
    day = month().first
    User.objects.filter(pk=cast.users["manager"].pk).update(name=NAME, job="")
    found = make.decision(
        cast, title=WHOM, audience="staff", state="decided", decided_on=day, taken="excepted", opened_on=day
    )
    found.taken_without.create(organisation=cast.org, reason=WHY, allowed_by=cast.users["manager"], on=day)
    make.request(cast, found, what=WHAT, state="refused", reason="It is too late.", answered_on=day)
    return found


def url(close: PeriodClose) -> str:
    return f"/harbour/periods/{close.period}/{close.version}/close.json"


def without(client_as: Any, who: str) -> str:
    page: str = client_as(who).get(f"{base(month())}without/").content.decode()
    return page


def test_no_word_of_it_is_frozen(cast: Cast, hidden: Any, client_as: Any) -> None:
    chosen(cast)
    text = client_as("cora").get(url(checked(cast, month()))).content.decode()
    assert hidden.code in text
    for words in (WHAT, WHY, WHOM, NAME, "It is too late."):
        assert words not in text, words


def test_each_reads_them_of_what_they_may_see(cast: Cast, hidden: Any, client_as: Any) -> None:
    closed(cast, month())
    issued(cast)
    theirs = without(client_as, "cora")
    assert "is for those who may see the decision" in theirs
    for words in (WHAT, WHY, NAME, "It is too late."):
        assert words in without(client_as, "board") and words not in theirs, words


# What was frozen before.


def as_before(close: PeriodClose) -> PeriodSheet:
    """With its words, as it was written down once, signed or not: what is in the log is of that text."""
    sheet = close.sheets.get()
    document = json.loads(sheet.content)
    pack = document["parts"]["pack"]
    for row in (*pack["without"], *pack["through"]):
        row.pop("why")
    for row in pack["without"]:
        row.update({"reason": WHY, "who": NAME})
    for row in pack["through"]:
        row.update({"what": WHAT, "reason": "It is too late.", "who": ""})
    content = sealing.canonical(document)
    PeriodSheet.objects.filter(pk=sheet.pk).update(content=content)
    sheet.refresh_from_db()
    return sheet


def test_what_was_frozen_with_words_is_shown_without_them(cast: Cast, hidden: Any, client_as: Any) -> None:
    chosen(cast)
    close = checked(cast, month())
    sheet = as_before(close)
    theirs = client_as("cora").get(url(close)).content.decode()
    for words in (WHAT, WHY, NAME, "It is too late."):
        assert words not in theirs, words
    assert "left out of this copy" in json.loads(theirs)["left_out"]
    whole = client_as("board").get(url(close)).content
    assert hashlib.sha256(whole).hexdigest() == hashlib.sha256(sheet.content.encode()).hexdigest()
    assert frozen.read_text(sheet.content)["parts"]["pack"]["through"][0]["what"] == WHAT


def test_its_words_are_read_anew(cast: Cast, hidden: Any, client_as: Any) -> None:
    close = closed(cast, month())
    as_before(close)
    User.objects.filter(pk=cast.users["manager"].pk).update(name="Somebody Else")
    shown = without(client_as, "board")
    assert all(words in shown for words in (WHAT, WHY, "It is too late.", "Somebody Else")) and NAME not in shown


def test_a_close_with_a_reason_in_it_verifies(cast: Cast, hidden: Any) -> None:
    closed(cast, month())
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []
