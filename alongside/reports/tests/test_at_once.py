"""Two people in the same moment, on two connections: what is written up, and begun as an account."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.core.errors import Refused
from alongside.reports import services
from alongside.reports.models import WRITING, PublicAccount, WriteUp, WriteUpText
from tests import make
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from .accounting import drafted

OFTEN = range(6)  # whoever is first is chance


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


def written_up(cast: Cast) -> WriteUp:
    at = make.opportunity(cast)
    make.place(cast, "cora", at)
    for who, words in (("manager", "The rota changed."), ("cora", "Nobody told us.")):
        text = services.write(opportunity=at, point="results", words=words, by=cast.actor(who))
    return text.write_up


@pytest.mark.django_db(transaction=True)
def test_nothing_is_ready_whose_words_were_taken_back(cast: Cast) -> None:
    for found in [written_up(cast) for _each in OFTEN]:
        own = WriteUpText.objects.get(write_up=found, side="others")
        done = at_once(
            lambda own=own: services.take_back_text(text=own, by=cast.actor("cora")),
            lambda found=found: services.say_ready(write_up=found, by=cast.actor("manager")),
        )
        assert isinstance(done[0], WriteUpText) and isinstance(done[1], WriteUp | Refused)
        found.refresh_from_db()
        assert found.state == WRITING


@pytest.mark.django_db(transaction=True)
def test_writing_and_taking_back_wait_for_each_other(cast: Cast) -> None:
    for found in [written_up(cast) for _each in OFTEN]:
        services.say_ready(write_up=found, by=cast.actor("manager"))
        own = WriteUpText.objects.get(write_up=found, side="others")
        values: Any = {"opportunity": found.opportunity, "point": "results", "words": "It is worse."}
        done = at_once(
            lambda own=own: services.take_back_text(text=own, by=cast.actor("cora")),
            lambda values=values: services.write(**values, by=cast.actor("cora")),
        )
        assert [type(each) for each in done] == [WriteUpText, WriteUpText]


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_an_account(cast: Cast) -> None:
    done = at_once(*(lambda: drafted(cast, seen=0) for _each in range(2)))
    assert sorted(type(each).__name__ for each in done) == ["PublicAccount", "Refused"]
    assert PublicAccount.objects.count() == 1
