"""What one person did, and what came of it. Presence is shown beside what it led to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.home.parts import Line, Section
from alongside.involvement.models import Attendance, Place
from alongside.people.models import Person
from alongside.voice import progress
from alongside.voice import queries as voice

from .mine import short

MOST = 50


@dataclass(frozen=True)
class Story:
    sections: Sequence[Section]


def story_of(actor: Actor, person: Person, slug: str) -> Story:
    return Story([_took_part(person, slug), _said(actor, person, slug)])


def _took_part(person: Person, slug: str) -> Section:
    places = Place.objects.filter(person=person).select_related("opportunity__decision").order_by("-offered_on", "-id")
    came = _minutes(person)
    lines = [
        Line(
            place.opportunity.title,
            f"/{slug}/decisions/{place.opportunity.decision.code}/",
            _what_came(place, came.get(place.pk)),
            place.offered_on,
            tag=(place.get_state_display(), "done" if place.state == "accepted" else "quiet"),
        )
        for place in places[:MOST]
    ]
    return Section("took-part", _("Took part in"), lines, _("Has not had a place yet."))


def _what_came(place: Place, minutes: int | None) -> str:
    decision = place.opportunity.decision
    came = decision.outcome and _("Decided: %(what)s") % {"what": short(decision.outcome)} or _("Not decided yet.")
    time = (
        _("%(hours)s hours, preparation included.") % {"hours": f"{minutes / 60:.1f}".removesuffix(".0")}
        if minutes
        else ""
    )
    return f"{came} {time}".strip()


def _minutes(person: Person) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in Attendance.objects.filter(place__person=person, came=True):
        found[row.place_id] = found.get(row.place_id, 0) + row.minutes + row.prep_minutes
    return found


def _said(actor: Actor, person: Person, slug: str) -> Section:
    rows = voice.contributions_for(actor).filter(person=person).order_by("-received_on", "-id")[:MOST]
    lines = [
        Line(
            short(voice.words_or_why(actor, row)),
            f"/{slug}/voices/{row.code}/",
            day=row.received_on,
            tag=progress.of_staff(row),
        )
        for row in rows
    ]
    return Section("said", _("Said"), lines, _("Has not said anything here."))
