"""Steps of the journey, through the verbs, for tests that begin in the middle."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from alongside.core.actor import Actor, Medium
from alongside.decisions.models import Decision
from alongside.involvement import services
from alongside.involvement.clearance import Clearance
from alongside.involvement.models import InvolvementRequest, Meeting, Opportunity, Place
from alongside.people.models import AccessNeed, Person
from tests import make
from tests.cast import Cast
from tests.make import LONDON, days

ADVERT: dict[str, Any] = {
    "title": "Help choose a support worker",
    "advert": "You help write the questions and choose who gets the job.",
    "can_change": "The questions, and who gets the job.",
    "decider": "The panel of four, you included",
    "hear_back": "Mo rings you within a week of the day.",
    "seats": 2,
    "pay": "£60 for the day, reading time included",
    "prep_minutes": 60,
}


def asked(cast: Cast, decision: Decision | None = None, **values: Any) -> InvolvementRequest:
    return services.ask(
        **{
            "decision": decision or make.decision(cast),
            "what": "Help choose a support worker",
            "why": "Nobody has been chosen and the questions are not written.",
            "open_part": "Questions, scores, the choice",
            "fixed_part": "The pay band",
            "decider": "The panel",
            "decide_by": days(60),
            "budget": Decimal("240.00"),
            "budget_line": "4410",
            "sponsor": cast.users["manager"],
            "by": cast.actor("staff"),
            **values,
        }
    )


def accepted(cast: Cast, decision: Decision | None = None) -> InvolvementRequest:
    return services.accept(request=asked(cast, decision), by=cast.actor("coordinator"))


def written(cast: Cast, decision: Decision | None = None, **words: Any) -> Opportunity:
    advert: Any = {**ADVERT, "closes_on": days(10), **words}
    request = accepted(cast, decision)
    return services.write_opportunity(request=request, words=advert, by=cast.actor("coordinator"))


def opened(cast: Cast, decision: Decision | None = None, **words: Any) -> Opportunity:
    return opens(written(cast, decision, **words), cast.actor("coordinator"))


def opens(opportunity: Opportunity, by: Actor) -> Opportunity:
    """With a clearance, as `candour` makes it for one that is not token on its face."""
    clearance = Clearance(opportunity.pk, opportunity.version)
    return services.open_opportunity(opportunity=opportunity, clearance=clearance, by=by)


def interested(cast: Cast, opportunity: Opportunity, *who: str) -> None:
    for one in who:
        person = cast.people[one]
        by = cast.actor(one) if one != "noor" else told_by(cast, one)
        services.say_interest(opportunity=opportunity, person=person, note="", by=by)


def told_by(cast: Cast, who: str) -> Any:
    """The coordinator, writing down what somebody said on the phone."""
    return cast.actor("coordinator").for_person(cast.people[who].pk, Medium.PHONE)


def told_by_person(cast: Cast, person: Person) -> Any:
    """The same, for anybody on the register."""
    return cast.actor("coordinator").for_person(person.pk, Medium.PHONE)


def closed(cast: Cast, *who: str, **words: Any) -> Opportunity:
    """Closed, with these people interested."""
    opportunity = opened(cast, **words)
    interested(cast, opportunity, *who)
    return services.close_opportunity(opportunity=opportunity, by=cast.actor("coordinator"))


def offered(cast: Cast, opportunity: Opportunity, who: str, role: int = 5) -> Place:
    return services.offer_place(
        opportunity=opportunity,
        person=cast.people[who],
        because="You have not had a turn this year.",
        roles={"design": 2, "deliver": role},
        by=cast.actor("coordinator"),
    )


def taken(cast: Cast, opportunity: Opportunity, who: str, role: int = 5) -> Place:
    place = offered(cast, opportunity, who, role)
    by = told_by(cast, who) if who == "noor" else cast.actor(who)
    return services.accept_place(place=place, by=by)


def need(cast: Cast, who: str, words: str = "Papers in large print") -> AccessNeed:
    return AccessNeed.objects.create(person=cast.people[who], kind="send", words=words)


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 0, tzinfo=LONDON)


def session(cast: Cast, opportunity: Opportunity, on: date | None = None) -> Meeting:
    starts = at(on or days(20))
    return services.set_meeting(
        opportunity=opportunity,
        title="Interview day",
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        place="Harbour House, room 2",
        by=cast.actor("coordinator"),
    )


def past(meeting: Meeting, on: date | None = None) -> Meeting:
    """As if its day were over."""
    day = on or timezone.localdate() - timedelta(days=1)
    meeting.starts_at, meeting.ends_at, meeting.held_on = at(day), at(day, 13), day
    meeting.save(update_fields=["starts_at", "ends_at", "held_on"])
    return meeting
