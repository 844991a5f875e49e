"""A group says whether what was taken down for it is what it said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.core.follow_codes import in_groups
from alongside.core.forms import new_token
from alongside.voice import queries, services
from alongside.voice.models import GroupWord
from alongside.voice.queries.group_words import group_words_of
from alongside.voice.services.group_words import group_says

from .factories import fresh, said, said_by_nobody

MORE = "We said that the bus is late on Tuesdays, not that it never comes."


def taken_down(cast):
    """By the coordinator, who listened to the Tuesday group; with the code that the group took home."""
    writer = replace(cast.actor("coordinator"), medium=Medium.IN_PERSON)
    return said_by_nobody(cast, words="The bus never comes.", group_name="Tuesday group", by=writer, via="written_down")


def test_a_group_confirms_what_was_taken_down_once(cast) -> None:
    contribution, _code = taken_down(cast)
    assert group_words_of(contribution) == []
    holder = queries.holder_of(contribution)
    group_says(contribution=contribution, kind="ours", by=holder)
    with pytest.raises(Refused):
        group_says(contribution=contribution, kind="ours", by=holder)
    assert [row.kind for row in group_words_of(contribution)] == ["ours"]


def test_a_group_may_think_again_and_both_stay(cast) -> None:
    contribution, _code = taken_down(cast)
    holder = queries.holder_of(contribution)
    group_says(contribution=contribution, kind="ours", by=holder)
    group_says(contribution=contribution, kind="not_ours", words=MORE, by=holder)
    assert [(row.kind, row.words) for row in group_words_of(contribution)] == [("not_ours", MORE), ("ours", "")]
    assert fresh(contribution).words == "The bus never comes."
    assert list(queries.broken_seals(cast.org.pk)) == []


def test_staff_write_down_what_a_group_says_and_never_say_it_for_themselves(cast) -> None:
    contribution, _code = taken_down(cast)
    with pytest.raises(Refused):
        group_says(contribution=contribution, kind="ours", by=cast.actor("coordinator"))
    told = replace(cast.actor("coordinator"), medium=Medium.PHONE)
    assert group_says(contribution=contribution, kind="not_ours", by=told).written_down


def test_nobody_else_is_asked(cast) -> None:
    own = said(cast)
    assert group_words_of(own) is None
    with pytest.raises(Refused):
        group_says(contribution=own, kind="ours", by=cast.actor("cora"))


def test_what_a_group_said_goes_when_it_takes_its_words_back(cast) -> None:
    contribution, _code = taken_down(cast)
    holder = queries.holder_of(contribution)
    group_says(contribution=contribution, kind="not_ours", words=MORE, by=holder)
    services.withdraw(contribution=contribution, by=holder)
    assert list(GroupWord.objects.values_list("words", "salt")) == [("", "")]
    assert list(queries.broken_seals(cast.org.pk)) == []


def test_it_is_asked_on_the_page_of_the_code_and_stands_in_the_ledger(cast, client_as) -> None:
    contribution, code = taken_down(cast)
    page, ledger = f"/harbour/follow/{in_groups(code, '-')}/", f"/harbour/voices/{contribution.code}/"
    assert "has not said yet whether it is right" in client_as("manager").get(ledger).content.decode()
    visitor = Client()
    assert f"{page}group/" in visitor.get(page).content.decode()
    done = visitor.post(f"{page}group/", {"once": new_token(), "kind": "not_ours", "words": MORE})
    assert (done.status_code, done["Location"]) == (303, page)
    assert MORE in client_as("manager").get(ledger).content.decode()
