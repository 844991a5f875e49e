"""Being forgotten while others do something with what is about to go, on connections of their own."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.home.services import forgetting
from alongside.journey import services as journey
from alongside.journey.models import Entry
from alongside.journey.tests.factories import learned
from alongside.people.models import Person
from alongside.reports.models import AccountReply
from alongside.reports.services import account_replies
from alongside.reports.tests.accounting import published
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import for_them, said
from tests.at_once import at_once, meeting_at, only_where_there_are_several_connections


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_the_log_while_rooms_are_gone_through(cast) -> None:
    """What she said has been erased, with its event; what she learned is next, and is being taken back by herself."""
    cora, entry = cast.actor("cora"), learned(cast)
    said(cast)
    with meeting_at("alongside.voice.personal.erase", "alongside.journey.rules.entries.check_take_back"):
        forgotten, taken_back = at_once(
            lambda: forgetting.forget(person=cast.people["cora"], by=cora),
            lambda: journey.take_back_entry(entry=entry, by=cora),
        )
    assert isinstance(forgotten, Person) and isinstance(taken_back, Entry), (forgotten, taken_back)


@pytest.mark.django_db(transaction=True)
def test_nothing_of_their_own_is_written_by_somebody_who_is_forgotten(cast) -> None:
    account, cora = published(cast).account, cast.actor("cora")
    with meeting_at("alongside.reports.rules.accounts.check_replies", "alongside.reports.personal.erase"):
        replied, forgotten = at_once(
            lambda: account_replies.write_reply(account=account, words="I was there.", by=cora),
            lambda: forgetting.forget(person=cast.people["cora"], by=cora),
        )
    assert isinstance(forgotten, Person), (replied, forgotten)
    assert not AccountReply.objects.filter(person=cast.people["cora"]).exclude(words="").exists()
    assert not AccountReply.objects.exclude(words="").exists(), replied


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("who", ["themself", "written down"])
def test_nothing_is_said_by_somebody_who_is_forgotten(cast, who) -> None:
    """Forgetting has been through what she said before. What comes now would stay for good."""
    cora = cast.actor("cora")
    by = cora if who == "themself" else for_them(cast)
    with meeting_at("alongside.voice.personal.erase", "alongside.voice.rules.check_words"):
        forgotten, kept = at_once(
            lambda: forgetting.forget(person=cast.people["cora"], by=cora),
            lambda: said(cast, by=by),
        )
    assert isinstance(forgotten, Person), forgotten
    assert isinstance(kept, Contribution | Refused), kept
    assert not Contribution.everything.exclude(words="").exists()


@pytest.mark.django_db(transaction=True)
def test_what_was_just_said_is_kept_and_then_forgotten(cast) -> None:
    """She is held from the first line on, so being forgotten waits until her words are there to be blanked."""
    cora = cast.actor("cora")
    with meeting_at("alongside.voice.services.saying._begin", "alongside.people.personal.forget_equality"):
        kept, forgotten = at_once(
            lambda: said(cast),
            lambda: forgetting.forget(person=cast.people["cora"], by=cora),
        )
    assert isinstance(forgotten, Person), forgotten
    assert isinstance(kept, Contribution | Refused), kept
    assert not Contribution.everything.exclude(words="").exists()
