"""What may stand in somebody's own record. For them alone: nobody else is given it.

What is before the safeguarding lead is not in it, nor what was taken back, nor what they say they never said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.utils.translation import gettext as _

from alongside.core import parts
from alongside.decisions.models import DECIDED, DROPPED, Decision, SeatHolder
from alongside.decisions.queries.seats import seat_words
from alongside.involvement.models import Attendance, PanelMember, Place, PlaceRole, Role
from alongside.organisation.models import Level, Unit
from alongside.people.models import Person, TrainingDone
from alongside.voice.models import Answer, AnswerKind, Change, Contribution, Correction
from alongside.voice.models import PanelMember as LastWord
from alongside.voice.models.changes import CONFIRMED
from alongside.voice.models.contributions import WITHDRAWN

from ..own_record import CHANGED, DID, LEARNED, MOST, SAID, Line, duration

# Levels whose names say where somebody was helped. A board or a leadership team is no service.
SERVICES = (Level.SERVICE, Level.TEAM, Level.ONE_TO_ONE, Level.PARTNERSHIP)
PART = {
    Role.TOLD: lambda: _("was told"),
    Role.ASKED: lambda: _("was asked"),
    Role.INVOLVED: lambda: _("was involved"),
    Role.ADVISES: lambda: _("advised, and was owed an answer"),
    Role.SHARES: lambda: _("shared the decision"),
    Role.DECIDES: lambda: _("decided or led"),
}


def lines_of(person: Person) -> list[Line]:
    """Of each kind the newest first; no more than MOST in all."""
    found = [*_places(person), *_sessions(person), *_last_words(person), *_seats(person)]
    found += [*_said(person), *_raised(person), *_changed(person), *_learned(person)]
    newest = sorted(found, key=_newest, reverse=True)[:MOST]
    kept = {line.key for line in newest}
    return [line for line in found if line.key in kept]


def _newest(line: Line) -> tuple[str, str]:
    return line.day.isoformat() if line.day else "", line.key


def service_names(person: Person) -> list[str]:
    """Closed ones, too: what somebody did there is still told."""
    rows = Unit.objects.filter(organisation=person.organisation_id, level__in=SERVICES)
    return list(rows.values_list("name", flat=True))


def _sessions(person: Person) -> Iterator[Line]:
    rows = Attendance.objects.filter(place__person=person, came=True, meeting__cancelled_on__isnull=True)
    rows = rows.select_related("meeting", "place__opportunity__decision__unit").order_by("-meeting__held_on", "-id")
    for row in rows[:MOST]:
        before = _("To prepare: %(time)s.") % {"time": duration(row.prep_minutes)} if row.prep_minutes else ""
        there = _("There: %(time)s.") % {"time": duration(row.minutes)} if row.minutes else ""
        yield Line(
            f"session-{row.meeting.code}",
            DID,
            _("Session: %(title)s") % {"title": row.meeting.title},
            row.meeting.held_on,
            tuple(fact for fact in (there, before) if fact),
            row.place.opportunity.decision.unit.name,
            minutes=row.minutes,
            preparing=row.prep_minutes,
        )


def _places(person: Person) -> Iterator[Line]:
    came = Q(pk__in=Attendance.objects.filter(place__person=person, came=True).values("place"))
    rows = Place.objects.filter(Q(state="accepted") | came, person=person)
    rows = rows.select_related("opportunity__decision__unit")
    sat = PanelMember.objects.filter(place=OuterRef("pk"), agreed_on__isnull=False)
    rows = rows.annotate(sat=Exists(sat), chaired=Exists(sat.filter(chairs=True)))
    rows = rows.prefetch_related(Prefetch("roles", PlaceRole.objects.order_by("id"))).order_by("-offered_on", "-id")
    for row in rows[:MOST]:
        decision = row.opportunity.decision
        roles = [f"{role.get_stage_display()}: {PART[Role(role.role)]()}." for role in row.roles.all()]
        if row.sat:
            roles.append(_("Chaired the panel that chose.") if row.chaired else _("Sat on the panel that chose."))
        what = _("Place: %(title)s") % {"title": row.opportunity.title}
        day = row.answered_on or row.offered_on
        yield Line(f"place-{row.code}", DID, what, day, (*roles, *_came_of(decision)), decision.unit.name)


def _came_of(decision: Decision) -> Iterator[str]:
    if decision.state == DECIDED:
        facts = {"day": parts.day(decision.decided_on), "what": decision.outcome}
        yield _("Decided on %(day)s: %(what)s") % facts
    elif decision.state == DROPPED:
        yield _("It is not going ahead.")
    else:
        yield _("Not decided yet.")
    if decision.reason:
        yield _("Why: %(reason)s") % {"reason": decision.reason}


def _last_words(person: Person) -> Iterator[Line]:
    for row in LastWord.objects.filter(person=person).order_by("-since", "-id")[:MOST]:
        what = _("Panel that has the last word on what everybody may read")
        yield Line(f"word-{row.code}", DID, what, row.since, _until(row.until))


def _seats(person: Person) -> Iterator[Line]:
    rows = SeatHolder.objects.filter(person=person).select_related("seat__forum__unit").order_by("-since", "-id")
    for row in rows[:MOST]:
        what = _("Seat: %(body)s") % {"body": row.seat.forum.name}
        facts = (f"{seat_words(row.seat)}.", *_until(row.over_on))
        yield Line(f"seat-{row.code}", DID, what, row.since, facts, row.seat.forum.unit.name)


def _until(day: Any) -> tuple[str, ...]:
    return (_("Until %(day)s.") % {"day": parts.day(day)},) if day else ()


def _said(person: Person) -> Iterator[Line]:
    rows = Contribution.objects.filter(person=person, words_denied=False).exclude(words="").exclude(state=WITHDRAWN)
    newest = Answer.objects.filter(contribution=OuterRef("pk")).order_by("-id")
    told = {f"told_{name}": Subquery(newest.values(name)[:1]) for name in ("kind", "reason", "answered_on")}
    for row in rows.select_related("unit").annotate(**told).order_by("-said_on", "-id")[:MOST]:
        facts = tuple(_answer(row)) if row.told_kind else (_("No answer yet."),)  # type: ignore[attr-defined]
        yield Line(f"said-{row.code}", SAID, row.words, row.said_on, facts, row.unit.name, verbatim=True)


def _answer(row: Any) -> Iterator[str]:
    kind = AnswerKind(row.told_kind).label
    facts = {"day": parts.day(row.told_answered_on), "kind": kind, "reason": row.told_reason}
    yield _("Answer of %(day)s: %(kind)s. %(reason)s") % facts
    if row.disputed:
        yield _("Its author says that this answer is not right.")


def _raised(person: Person) -> Iterator[Line]:
    rows = Decision.objects.filter(organisation=person.organisation_id, raised_by=person).select_related("unit")
    for row in rows.order_by("-opened_on", "-id")[:MOST]:
        facts = (_("Asked for this to be decided."), *_came_of(row))
        yield Line(f"raised-{row.code}", SAID, row.title, row.opened_on, facts, row.unit.name, verbatim=True)


def _changed(person: Person) -> Iterator[Line]:
    """What came of their words and was confirmed by somebody who said it; in its corrected text."""
    newest = Correction.objects.filter(change=OuterRef("pk")).exclude(what="").order_by("-id").values("what")[:1]
    mine = Contribution.objects.filter(person=person, words_denied=False).exclude(state=WITHDRAWN)
    rows = Change.objects.filter(state=CONFIRMED, sources__contribution__in=mine).distinct()
    rows = rows.select_related("unit").annotate(corrected=Subquery(newest)).order_by("-since", "-id")
    for row in rows[:MOST]:
        before = (_("Before: %(what)s") % {"what": row.before},) if row.before else ()
        facts = (*before, _("Confirmed by somebody who had said it."))
        yield Line(f"change-{row.code}", CHANGED, row.corrected or row.what, row.since, facts, row.unit.name)


def _learned(person: Person) -> Iterator[Line]:
    rows = TrainingDone.objects.filter(person=person, struck_on__isnull=True).select_related("training")
    for row in rows.order_by("-done_on", "-id")[:MOST]:
        yield Line(f"training-{row.code}", LEARNED, row.training.name, row.done_on, _until(row.expires_on))
