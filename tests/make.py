"""Things for the cast to work with, as plain rows. Every value may be overridden by name."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from alongside.audit.sealing import new_salt
from alongside.decisions.models import Decision
from alongside.involvement.models import (
    Attendance,
    InvolvementRequest,
    Meeting,
    Opportunity,
    Place,
    PlaceRole,
)
from alongside.voice.models import Change, ChangeSource, Contribution

from .cast import Cast

LONDON = ZoneInfo("Europe/London")


def days(number: int) -> date:
    """A day relative to today: -3 is three days ago."""
    return timezone.localdate() + timedelta(days=number)


def decision(cast: Cast, **values: Any) -> Decision:
    return Decision.objects.create(
        **{
            "organisation": cast.org,
            "title": "Support worker, Crisis line",
            "kind": cast.kinds["recruitment"],
            "unit": cast.units["team"],
            "owner": cast.users["manager"],
            "open_part": "What the job is for and whom we choose.",
            "fixed_part": "The pay band.",
            "decider": "Mo, the team manager",
            "opened_on": days(-30),
            "due_on": days(30),
            **values,
        }
    )


def request(cast: Cast, about: Decision | None = None, **values: Any) -> InvolvementRequest:
    about = about or decision(cast)
    return InvolvementRequest.objects.create(
        **{
            "organisation": cast.org,
            "decision": about,
            "unit": about.unit,
            "what": "Help choose a support worker",
            "why": "The panel decides together.",
            "open_part": "Questions, scores and the choice.",
            "fixed_part": "The pay band.",
            "decider": "The panel",
            "decide_by": days(30),
            "asked_on": days(-20),
            "notice_days": 30,
            "budget": "240.00",
            "budget_line": "Involvement 4410",
            "sponsor": cast.users["manager"],
            "answer_due_on": days(-13),
            "recorded_by": cast.users["manager"],
            **values,
        }
    )


def opportunity(cast: Cast, about: Decision | None = None, **values: Any) -> Opportunity:
    asked = values.pop("request", None) or request(cast, about, state="accepted", answered_on=days(-18))
    return Opportunity.objects.create(
        **{
            "organisation": cast.org,
            "decision": asked.decision,
            "request": asked,
            "title": "Help choose a support worker",
            "advert": "We are looking for a new support worker. You help us choose.",
            "can_change": "The questions and who gets the job.",
            "decider": "The panel",
            "hear_back": "Mo rings you within a week.",
            "seats": 2,
            "pay": "£60 for the day, reading time included",
            "prep_minutes": 60,
            "closes_on": days(10),
            "opened_on": days(-15),
            "state": "open",
            **values,
        }
    )


def place(cast: Cast, who: str, at: Opportunity, role: int = 4, **values: Any) -> Place:
    made = Place.objects.create(
        **{
            "organisation": cast.org,
            "opportunity": at,
            "person": cast.people[who],
            "chosen_because": "Has not had a turn this year.",
            "state": "accepted",
            "offered_on": days(-10),
            "answered_on": days(-9),
            **values,
        }
    )
    PlaceRole.objects.create(place=made, stage="design", role=role)
    return made


def meeting(cast: Cast, at: Opportunity, on: date | None = None, **values: Any) -> Meeting:
    day = on or days(-5)
    starts = datetime(day.year, day.month, day.day, 10, 0, tzinfo=LONDON)
    return Meeting.objects.create(
        **{
            "organisation": cast.org,
            "opportunity": at,
            "title": "Interview day",
            "starts_at": starts,
            "ends_at": starts + timedelta(hours=3),
            "held_on": day,
            "place": "Harbour House, room 2",
            **values,
        }
    )


def attended(at: Meeting, by: Place, came: bool = True) -> Attendance:
    return Attendance.objects.create(meeting=at, place=by, came=came, minutes=180, prep_minutes=60)


def contribution(cast: Cast, **values: Any) -> Contribution:
    return Contribution.objects.create(
        **{
            "organisation": cast.org,
            "kind": "concern",
            "words": "The job description shuts out people without a car.",
            "salt": new_salt(),
            "unit": cast.units["team"],
            "person": cast.people["cora"],
            "via": "signed_in",
            "said_on": days(-4),
            "received_on": days(-4),
            "acknowledge_by": days(3),
            "read_by": days(1),
            "answer_by": days(38),
            "due_on": days(3),
            **values,
        }
    )


def busy(cast: Cast) -> None:
    """A year with everything in it, three of each so that a loop of queries would show."""
    contribution(cast, received_on=days(-100), said_on=days(-100), answer_by=days(-58))
    for number in range(3):
        about = decision(cast, title=f"Support worker {number}", due_on=days(20 + number))
        help_choose = opportunity(cast, about)
        for who in ("cora", "dev"):
            attended(meeting(cast, help_choose, title=f"Session {who}"), place(cast, who, help_choose))
        meeting(cast, help_choose, on=days(5 + number), title=f"Interviews {number}")
        request(cast, decision(cast, kind=cast.kinds["policy"]), what=f"Look at the policy {number}")
        said = contribution(cast, decision=about, words=f"The bus does not stop there any more {number}.")
        changed(cast, said, what=f"We moved {number}")


def changed(cast: Cast, said: Contribution, **values: Any) -> Change:
    made = Change.objects.create(
        **{
            "organisation": cast.org,
            "unit": said.unit,
            "decision": said.decision,
            "what": "We moved",
            "evidence": "Go and see",
            "since": days(-1),
            **values,
        }
    )
    ChangeSource.objects.create(change=made, contribution=said)
    return made
