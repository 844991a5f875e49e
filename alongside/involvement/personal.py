"""What is personal here: why somebody was chosen, what they need, what they said, notes on a session they were at."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor

from . import personal_draws as draws
from . import personal_panels as panels
from . import services
from .models import AgendaItem, Arrangement, Attendance, Interest, Meeting, Place
from .models.places import ACCEPTED, OFFERED

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
STATUS = {*BYLINE, "state", "effective_on"}
PERSONAL: dict[str, set[str]] = {
    **draws.PERSONAL,
    "Interest": {"note", "conflict", "unavailable"},
    "Place": {"chosen_because"},
    "Meeting": {"check_in", "debrief"},
    "AgendaItem": {"title"},
    "Arrangement": {"what", "happened"},
    **panels.PERSONAL,
}
HARMLESS: dict[str, set[str]] = {
    **draws.HARMLESS,
    "InvolvementRequest": {
        *BYLINE,
        *("organisation", "code", "decision", "unit", "what", "why", "open_part", "fixed_part", "decider"),
        *("decide_by", "asked_on", "notice_days", "short_notice", "budget", "budget_line", "sponsor", "state"),
        *("reason", "answered_on", "answer_due_on", "version"),
    },
    "RequestStatus": {*STATUS, "involvementrequest"},
    "Opportunity": {
        *BYLINE,
        *("organisation", "code", "decision", "request", "title", "advert", "can_change", "decider", "hear_back"),
        *(
            "seats",
            "lone_seat_reason",
            "when",
            "where",
            "ways",
            "pay",
            "prep_minutes",
            "prep_paid",
            "support",
            "training",
        ),
        *(
            "training_needed",
            "first_turn_percent",
            "closes_on",
            "closes_at",
            "opened_on",
            "cleared_reason",
            "state",
            "version",
        ),
    },
    "OpportunityStatus": {*STATUS, "opportunity"},
    "Interest": {
        *BYLINE,
        *("opportunity", "person", "said_on", "withdrawn_on", "agreed_on", "conflict_by_person"),
    },
    "Place": {
        *BYLINE,
        *("organisation", "code", "opportunity", "person", "state", "offered_on", "answered_on", "withdrawn_on"),
    },
    "PlaceStatus": {*STATUS, "place"},
    "PlaceRole": {*BYLINE, "place", "stage", "role"},
    "Meeting": {
        *BYLINE,
        *("organisation", "code", "opportunity", "title", "starts_at", "ends_at", "held_on", "place"),
        *("debriefed_on", "cancelled_on", "version"),
    },
    "AgendaItem": {*BYLINE, "meeting", "position", "raised_by_person", "raised_by_user"},
    "Paper": {*BYLINE, "meeting", "code", "title", "file", "file_name", "sent_on", "same_for_everyone", "difference"},
    "Arrangement": {*BYLINE, "meeting", "code", "person", "need", "owner", "state", "due_on", "said_by_person"},
    "Attendance": {*BYLINE, "meeting", "place", "came", "minutes", "prep_minutes"},
    **panels.HARMLESS,
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Theirs to take: what they wanted to do, did, needed and raised."""
    return {
        "interested_in": [_interest(row) for row in Interest.objects.filter(person=person_id).order_by("id")],
        "draws": draws.export(person_id),
        "places": [_place(row) for row in Place.objects.filter(person=person_id).order_by("id")],
        "arrangements": [_arrangement(row) for row in Arrangement.objects.filter(person=person_id).order_by("id")],
        "raised": [
            {"title": row.title, "session": row.meeting.title, "on": row.meeting.held_on.isoformat()}
            for row in AgendaItem.objects.filter(raised_by_person=person_id).select_related("meeting").order_by("id")
        ],
        "panels": panels.export(person_id),
    }


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _interest(row: Interest) -> dict[str, Any]:
    return {
        "opportunity": row.opportunity.title,
        "said_on": _day(row.said_on),
        "taken_back_on": _day(row.withdrawn_on),
        "note": row.note,
        "my_answers_for_the_draw": draws.answers_of(row.pk),
        "cannot_be_there": row.unavailable,
        "conflict_of_interest": row.conflict,
        "written_down_from": row.medium,
    }


def _place(row: Place) -> dict[str, Any]:
    came = Attendance.objects.filter(place=row).select_related("meeting").order_by("id")
    return {
        "opportunity": row.opportunity.title,
        "chosen_because": row.chosen_because,
        "state": row.state,
        "offered_on": _day(row.offered_on),
        "answered_on": _day(row.answered_on),
        "given_back_on": _day(row.withdrawn_on),
        "roles": {role.get_stage_display(): role.get_role_display() for role in row.roles.order_by("id")},
        "sessions": [
            {
                "title": each.meeting.title,
                "on": _day(each.meeting.held_on),
                "came": each.came,
                "minutes": each.minutes,
                "minutes_of_preparation": each.prep_minutes,
                "check_in": each.meeting.check_in,
                "debrief": each.meeting.debrief,
            }
            for each in came
        ],
    }


def _arrangement(row: Arrangement) -> dict[str, Any]:
    return {
        "session": row.meeting.title,
        "on": _day(row.meeting.held_on),
        "what": row.what,
        "state": row.state,
        "in_their_own_word": row.said_by_person,
        "what_happened": row.happened,
    }


@transaction.atomic
def erase(person_id: int, by: Actor) -> int:
    """Give back what they still hold and blank every word by them or about them. Returns how many places that were.

    Notes on a session are about everybody who was there: those of the sessions they came to go as a whole.
    """
    places = list(Place.objects.filter(person=person_id).order_by("id"))
    for place in places:
        if place.state in {OFFERED, ACCEPTED}:
            services.give_back(place, by=by)
    Interest.objects.filter(person=person_id, withdrawn_on=None).update(withdrawn_on=timezone.localdate())
    Interest.objects.filter(person=person_id).update(note="", conflict="", unavailable=False)
    draws.erase(person_id)
    gone = _("Forgotten at their wish")
    Place.objects.filter(person=person_id).update(chosen_because=gone)
    Arrangement.objects.filter(person=person_id).update(what="", happened="")
    AgendaItem.objects.filter(raised_by_person=person_id).update(title=gone)
    there = Attendance.objects.filter(place__person=person_id, came=True).values("meeting")
    Meeting.objects.filter(pk__in=there).update(check_in="", debrief="")
    panels.erase(person_id)
    _erase_log(person_id, [place.code for place in places], by)
    return len(places)


def _erase_log(person_id: int, places: list[str], by: Actor) -> None:
    arrangements = Arrangement.objects.filter(person=person_id).values_list("code", flat=True)
    for model, codes in ((Place, places), (Arrangement, list(arrangements))):
        if codes:
            audit.erase(by=by, target_type=model._meta.label_lower, targets=codes, why="forgotten")
