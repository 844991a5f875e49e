"""Being forgotten while others do something with what is about to go, on connections of their own."""

from __future__ import annotations

import pytest

from alongside.home.services import forgetting
from alongside.journey import services as journey
from alongside.journey.models import Entry
from alongside.journey.tests.factories import learned
from alongside.people.models import Person
from alongside.reports.models import AccountReply
from alongside.reports.services import account_replies
from alongside.reports.tests.accounting import published
from alongside.voice.tests.factories import said
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
