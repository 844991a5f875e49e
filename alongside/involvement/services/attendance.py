"""Afterwards: who came, what time it took them, and how it was before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import InvolvementEvent as Event
from ..models import Attendance, Meeting, Place
from .common import check_seen, locked, today_in
from .outcomes import restate

LONGEST_DAY = 24 * 60
WITH_ITS_DECISION = ("opportunity__decision", "organisation")


@dataclass(frozen=True)
class Came:
    """One line of the list: preparation is time too."""

    place: Place
    came: bool
    minutes: int = 0
    prep_minutes: int = 0


@transaction.atomic
def record_attendance(*, meeting: Meeting, rows: Iterable[Came], by: Actor) -> list[Attendance]:
    """Written again, it replaces what was written. A decision that was taken already is restated if it must be."""
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_record_attendance(by, meeting, timezone.now())
    could_come = {place.pk for place in queries.could_attend(meeting)}
    made = []
    for row in rows:
        _check_row(row, could_come)
        values = {
            "came": row.came,
            "minutes": row.minutes if row.came else 0,
            "prep_minutes": row.prep_minutes,
            **byline(by),
        }
        made.append(Attendance.objects.update_or_create(meeting=meeting, place=row.place, defaults=values)[0])
    facts = {"came": sum(row.came for row in made), "of": len(made)}
    restate(meeting.opportunity.decision, by=by)
    audit.record(Event.ATTENDANCE, by=by, target=meeting, facts=facts)
    return made


def _check_row(row: Came, could_come: set[int]) -> None:
    if row.place.pk not in could_come:
        raise Refused(_("Somebody in this list has no place in this session. Look again."))
    if not (0 <= row.minutes <= LONGEST_DAY and 0 <= row.prep_minutes <= 7 * LONGEST_DAY):
        raise Refused(_("One of the times cannot be right. Write minutes, like 180."))


@transaction.atomic
def check_in(*, meeting: Meeting, words: str, seen: int, by: Actor) -> Meeting:
    """How people were before, in words that they agreed to."""
    return _note(meeting, "check_in", words, seen, by, Event.CHECKED_IN)


@transaction.atomic
def debrief(*, meeting: Meeting, words: str, seen: int, by: Actor) -> Meeting:
    """How it went, from the talk afterwards."""
    if meeting.starts_at > timezone.now():
        raise Refused(_("The session is still to come. Talk afterwards, then write it down."))
    return _note(meeting, "debrief", words, seen, by, Event.DEBRIEFED)


def _note(meeting: Meeting, field: str, words: str, seen: int, by: Actor, event: Event) -> Meeting:
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_keep_notes(by, meeting)
    check_seen(meeting.version, seen)
    setattr(meeting, field, words)
    if event == Event.DEBRIEFED:
        meeting.debriefed_on = meeting.debriefed_on or today_in(meeting.organisation)
    meeting.version += 1
    meeting.save(update_fields=[field, "debriefed_on", "version"])
    audit.record(event, by=by, target=meeting, facts={"version": meeting.version})
    return meeting
