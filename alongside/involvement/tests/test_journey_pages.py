"""The journey through the pages, each form fetched and sent as a browser without JavaScript does it."""

from __future__ import annotations

import pytest

from alongside.core.dates import long_day
from alongside.involvement.models import Arrangement, Meeting, Opportunity, Place
from tests import make
from tests.make import days

from . import steps
from .browsing import ASK, post, went


def test_from_the_front_door_to_the_places(cast, client_as) -> None:
    manager, coordinator, cora = client_as("manager"), client_as("coordinator"), client_as("cora")
    decision = make.decision(cast, due_on=days(60))
    page = went(post(manager, f"/harbour/ask/{decision.code}/", **ASK, sponsor=cast.users["manager"].code))
    assert "accepts or refuses by" in manager.get(page).content.decode()
    write = went(post(coordinator, f"{page}accept/"))
    words = {**steps.ADVERT, "seats": "2", "prep_minutes": "60", "closes_on": long_day(days(10))}
    page = went(post(coordinator, write, **words))
    code = Opportunity.objects.get().code
    went(post(coordinator, f"/harbour/candour/open/{code}/"))
    advert = f"/harbour/open/{code}/"
    went(post(cora, f"{advert}interested/", note="I have been on a panel before."))
    assert "You said you are interested" in cora.get(advert).content.decode()
    noor = cast.people["noor"].code
    went(post(coordinator, f"{page}interest/{noor}/", medium="phone", note=""))
    went(post(coordinator, f"{page}close/"))
    for who in ("cora", "noor"):
        offer = f"{page}offer/{cast.people[who].code}/"
        went(post(coordinator, offer, because="You have not had a turn.", design="2", deliver="5"))
    mine, hers = (Place.objects.get(person=cast.people[who]) for who in ("cora", "noor"))
    text = cora.get(f"/harbour/places/{mine.code}/").content.decode()
    assert "You have not had a turn." in text
    assert "You decide together with staff." in text
    went(post(cora, f"/harbour/places/{mine.code}/accept/"))
    went(post(coordinator, f"/harbour/places/{hers.code}/accept/", medium="phone"))
    assert "from a phone call" in coordinator.get(f"/harbour/places/{hers.code}/").content.decode()
    went(post(coordinator, f"{page}fill/"))
    assert Opportunity.objects.get().state == "filled"


def test_from_the_session_to_the_decision(cast, client_as) -> None:
    manager, coordinator, cora = client_as("manager"), client_as("coordinator"), client_as("cora")
    steps.need(cast, "cora")
    opportunity = steps.closed(cast, "cora", "noor")
    places = [steps.taken(cast, opportunity, who) for who in ("cora", "noor")]
    times = {"day": long_day(days(20)), "start": "10am", "until": "1pm"}
    page = f"/harbour/involvement/opportunities/{opportunity.code}/session/"
    session = went(post(coordinator, page, title="Interview day", place="Room 2", **times))
    text = cora.get(session).content.decode()
    assert "Papers in large print" in text
    assert "To be arranged" in text
    meeting = steps.past(Meeting.objects.get())
    rows = {f"came_{place.code}": "yes" for place in places}
    rows |= {f"minutes_{place.code}": "180" for place in places}
    went(post(coordinator, f"{session}attendance/", **rows))
    arrangement = Arrangement.objects.get()
    went(post(cora, f"{session}arrangements/{arrangement.code}/not-met/", happened=""))
    assert "Not met" in coordinator.get(session).content.decode()
    url = f"/harbour/decisions/{opportunity.decision.code}/outcome/"
    assert "this counts as taken with people" in manager.get(url).content.decode()
    outcome = {"outcome": "Priya.", "reason": "Best scores.", "decided_on": long_day(meeting.held_on)}
    went(post(manager, url, **outcome))
    opportunity.decision.refresh_from_db()
    assert (opportunity.decision.taken, opportunity.decision.people_count) == ("with", 2)


@pytest.mark.parametrize(("step", "state"), [("decline", "declined"), ("accept", "accepted")])
def test_a_person_answers_and_may_change_their_mind(cast, client_as, step, state) -> None:
    opportunity = steps.closed(cast, "cora")
    place, cora = steps.offered(cast, opportunity, "cora"), client_as("cora")
    went(post(cora, f"/harbour/places/{place.code}/{step}/"))
    place.refresh_from_db()
    assert place.state == state
    if state == "accepted":
        page = cora.get(f"/harbour/places/{place.code}/withdraw/").content.decode()
        assert "<textarea" not in page
        assert "You do not have to say why." in page
        went(post(cora, f"/harbour/places/{place.code}/withdraw/"))
        place.refresh_from_db()
        assert place.state == "withdrawn"
