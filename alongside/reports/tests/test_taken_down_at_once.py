"""Two who take down in the same moment, on two connections; and somebody who is forgotten while they do."""

from __future__ import annotations

import pytest
from django.utils import timezone

from alongside.core.errors import NotYours, Refused
from alongside.home.services import forgetting
from alongside.people.models import Person
from alongside.reports.models import AccountReply, PackPiece
from alongside.reports.services import taking_down as services
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from .accounting import published
from .taking_down import YES, piece_down, reply_down, told_by


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


@pytest.mark.django_db(transaction=True)
def test_one_of_each_also_when_two_take_it_down(cast: Cast) -> None:
    published(cast)
    for take_down, made in ((reply_down, AccountReply), (piece_down, PackPiece)):
        done = at_once(*(lambda take_down=take_down: take_down(cast) for _each in range(2)))
        assert sorted(type(each).__name__ for each in done) == sorted([made.__name__, "Refused"])
        assert made._default_manager.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_take_it_down_anew(cast: Cast) -> None:
    published(cast)
    reply = reply_down(cast)
    done = at_once(
        *(
            lambda words=words: services.take_down_reply_anew(reply=reply, words=words, seen=1, by=told_by(cast), **YES)
            for words in ("Once.", "Twice.")
        )
    )
    assert sorted(type(each).__name__ for each in done) == ["AccountReply", "Refused"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_taken_down_for_somebody_who_is_forgotten(cast: Cast) -> None:
    published(cast)
    for number in range(4):  # whoever is first is chance
        cast.people["noor"] = person = Person.objects.create(
            organisation=cast.org, name=f"Noor {number}", called="Noor", state="active", joined_on=timezone.localdate()
        )
        done = at_once(
            lambda: piece_down(cast), lambda person=person: forgetting.forget(person=person, by=told_by(cast))
        )
        assert isinstance(done[0], PackPiece | NotYours | Refused) and isinstance(done[1], Person), done
    assert not [row for row in PackPiece.objects.all() if row.words or row.person_id]
