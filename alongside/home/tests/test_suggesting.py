"""People hear what opened as often as they asked, about each thing once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.home.services import run_tasks
from alongside.involvement.models import Opportunity
from alongside.people import services as people
from alongside.people.models import Person
from alongside.post.models import Message
from tests import make


@pytest.fixture
def wanted(cast):
    def set_for(who: str, hear: str, **values):
        chosen = {"kinds": [], "units": [], "ways": "any", **values}
        people.set_wish(person=cast.people[who], hear=hear, by=cast.actor(who), **chosen)

    return set_for


def written() -> list[Message]:
    return list(Message.objects.filter(kind="might_like").order_by("id"))


def told() -> int:
    return run_tasks()["people told what opened"]


def earlier(days: int) -> None:
    """As if the one message had been written so long ago."""
    Message.objects.update(created_at=timezone.now() - timedelta(days=days), key=f"{days} days ago")


def test_each_is_told_once_with_the_reason(cast, wanted) -> None:
    wanted("cora", "daily", kinds=[cast.kinds["recruitment"]])
    wanted("dev", "never")
    make.opportunity(cast)
    assert (told(), told()) == (1, 0)
    (message,) = written()
    assert message.to_person == cast.people["cora"].pk
    assert message.subject == "1 thing is open that you might like"
    assert "Because you want to help decide about this: Recruitment." in message.body
    earlier(days=1)
    Opportunity.objects.update(recorded_at=timezone.now() - timedelta(days=3))
    assert told() == 0


@pytest.mark.parametrize(("hear", "days"), [("daily", 1), ("weekly", 7), ("monthly", 28)])
def test_as_often_as_they_asked(cast, wanted, hear, days) -> None:
    wanted("cora", hear)
    first = make.opportunity(cast, title="The first")
    assert told() == 1
    earlier(days=days - 1)
    Opportunity.objects.filter(pk=first.pk).update(recorded_at=timezone.now() - timedelta(days=60))
    make.opportunity(cast, title="The second")
    assert told() == 0
    earlier(days=days)
    assert told() == 1
    assert "The second" in written()[-1].body and "The first" not in written()[-1].body


def test_nobody_is_told_of_what_they_answered_or_do_not_want(cast, wanted) -> None:
    wanted("cora", "daily")
    wanted("dev", "daily", kinds=[cast.kinds["policy"]])
    make.place(cast, "cora", make.opportunity(cast), state="declined")
    assert told() == 0


@pytest.mark.parametrize("how", ["left", "resting", "no permission"])
def test_whoever_cannot_be_reached_is_not_written_to(cast, wanted, how) -> None:
    wanted("cora", "daily")
    make.opportunity(cast)
    cora = cast.people["cora"]
    if how == "left":
        Person.objects.filter(pk=cora.pk).update(state="left")
    elif how == "resting":
        people.pause(person=cora, by=cast.actor("cora"))
    else:
        people.withdraw_consent(person=cora, purpose="contact_email", by=cast.actor("cora"))
    assert told() == 0 and not written()


def test_another_organisation_tells_nobody_here(cast, wanted) -> None:
    wanted("cora", "daily")
    make.opportunity(cast)
    Opportunity.objects.update(organisation=cast.other)
    assert told() == 0
