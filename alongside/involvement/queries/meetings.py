from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules
from ..models import AgendaItem, Arrangement, Attendance, Meeting, Opportunity, Paper, Place, PlaceStatus
from ..models.meetings import ARRANGED, NOT_MET, TO_DO
from ..models.places import ACCEPTED, DECLINED, WITHDRAWN
from .common import how_many, within

WITH_ITS_DECISION = ("organisation", "opportunity", "opportunity__decision", "opportunity__decision__unit")


def meetings_for(actor: Actor) -> QuerySet[Meeting]:
    """For staff: with how many people are coming and how much is not arranged yet."""
    coming = Place.objects.filter(opportunity=OuterRef("opportunity"), state=ACCEPTED)
    waiting = Arrangement.objects.filter(meeting=OuterRef("pk"), state=TO_DO)
    rows = Meeting.objects.filter(within(actor, Permission.SEE_DECISIONS, "opportunity__decision__unit"))
    return rows.annotate(coming=how_many(coming, "opportunity"), waiting=how_many(waiting, "meeting"))


def meetings_between(actor: Actor, start: datetime, end: datetime) -> QuerySet[Meeting]:
    rows = meetings_for(actor).filter(starts_at__gte=start, starts_at__lt=end, cancelled_on__isnull=True)
    return rows.order_by("starts_at", "id")


def sessions_to_write_down(actor: Actor, since: date) -> QuerySet[Meeting]:
    """Over, somebody was to come, and nobody has written down who came. The oldest first."""
    written = Attendance.objects.filter(meeting=OuterRef("pk"))
    expected = Place.objects.filter(opportunity=OuterRef("opportunity"), state=ACCEPTED)
    over = meetings_for(actor).filter(starts_at__lt=timezone.now(), held_on__gte=since, cancelled_on__isnull=True)
    over = over.filter(within(actor, Permission.RUN_INVOLVEMENT, "opportunity__decision__unit"))
    return over.filter(Exists(expected), ~Exists(written)).order_by("starts_at", "id")


def meetings_of(opportunity: Opportunity) -> QuerySet[Meeting]:
    return opportunity.meetings.select_related("organisation").order_by("starts_at", "id")


def meeting_for(actor: Actor, code: str) -> Meeting:
    """Staff of the unit that decides, and everybody who has a place in it."""
    rows = Meeting.objects.filter(organisation=actor.organisation_id, code=code)
    found = rows.select_related(*WITH_ITS_DECISION, "recorded_by").first()
    if found is None:
        raise NotYours
    if not (rules.may_see(actor, found.opportunity.decision) or has_place(actor, found.opportunity)):
        raise NotYours
    return found


def meeting_to_run(actor: Actor, code: str) -> Meeting:
    found = meeting_for(actor, code)
    if not rules.may_run(actor, found.opportunity.decision):
        raise NotYours
    return found


def meeting_to_hold(actor: Actor, code: str) -> Meeting:
    """Those who run it, and the unit whose decision it is."""
    found = meeting_for(actor, code)
    decision = found.opportunity.decision
    if not rules.may_hold(actor, decision):
        raise NotYours
    return found


def has_place(actor: Actor, opportunity: Opportunity) -> bool:
    """Also one that was only offered: they look at it before they say yes."""
    if actor.person_id is None:
        return False
    rows = Place.objects.filter(opportunity=opportunity, person=actor.person_id)
    return rows.exclude(state=DECLINED).exists()


def takes_part(actor: Actor, opportunity: Opportunity) -> bool:
    """Said yes to a place, also where they gave it back later, or came. Whoever was only offered one took no part."""
    if actor.person_id is None:
        return False
    came = Attendance.objects.filter(place=OuterRef("pk"), came=True)
    said_yes = PlaceStatus.objects.filter(place=OuterRef("pk"), state=ACCEPTED)
    rows = Place.objects.filter(opportunity=opportunity, person=actor.person_id)
    return rows.filter(Q(state=ACCEPTED) | Exists(came) | Q(Exists(said_yes), state=WITHDRAWN)).exists()


def agenda_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    return meeting.agenda.select_related("raised_by_person", "raised_by_user").order_by("position")


def papers_of(meeting: Meeting) -> QuerySet[Paper]:
    return meeting.papers.order_by("id")


def paper_for(actor: Actor, code: str) -> Paper:
    """A file is given to those who may open the page of its session, and to nobody else."""
    rows = Paper.objects.filter(meeting__organisation=actor.organisation_id, code=code).exclude(file="")
    found = rows.select_related("meeting").first()
    if found is None:
        raise NotYours
    meeting = meeting_for(actor, found.meeting.code)
    if not may_read_papers(actor, meeting):
        raise NotYours
    return found


def may_read_papers(actor: Actor, meeting: Meeting) -> bool:
    """Papers can name people who apply for a job: who gave their place back and was never there reads none."""
    if rules.may_see(actor, meeting.opportunity.decision):
        return True
    mine = Place.objects.filter(opportunity=meeting.opportunity, person=actor.person_id).exclude(state=DECLINED)
    came = Attendance.objects.filter(place=OuterRef("pk"), came=True)
    return mine.filter(~Q(state=WITHDRAWN) | Exists(came)).exists()


def paper_to_remove(actor: Actor, code: str) -> Paper:
    """Also one without a file."""
    rows = Paper.objects.filter(meeting__organisation=actor.organisation_id, code=code)
    found = rows.select_related("meeting").first()
    if found is None:
        raise NotYours
    found.meeting = meeting_to_hold(actor, found.meeting.code)
    return found


def sessions_to_come(opportunity: Opportunity) -> list[Meeting]:
    rows = opportunity.meetings.filter(starts_at__gt=timezone.now(), cancelled_on__isnull=True)
    return list(rows.select_related("organisation").order_by("starts_at"))


def has_session_to_come(opportunity: Opportunity) -> bool:
    return opportunity.meetings.filter(ends_at__gt=timezone.now(), cancelled_on__isnull=True).exists()


def my_next(person_ids: Iterable[int]) -> QuerySet[Meeting]:
    """The sessions still to come of those who accepted a place, the nearest first."""
    places = Place.objects.filter(person__in=list(person_ids), state=ACCEPTED)
    rows = Meeting.objects.filter(opportunity__in=places.values("opportunity"), ends_at__gt=timezone.now())
    return rows.filter(cancelled_on__isnull=True).select_related(*WITH_ITS_DECISION).order_by("starts_at", "id")


# What was arranged, and whether it was met.


LISTED = ("meeting", "person")
WITH_EVERYTHING = (*LISTED, "meeting__organisation", "meeting__opportunity", "meeting__opportunity__decision", "owner")


def _arrangements() -> QuerySet[Arrangement]:
    return Arrangement.objects.select_related(*WITH_EVERYTHING)


def arrangements_of(actor: Actor, meeting: Meeting) -> QuerySet[Arrangement]:
    """All of them for those who hold the session; otherwise one's own, or those one was asked to arrange."""
    rows = _arrangements().filter(meeting=meeting).order_by("due_on", "id")
    decision = meeting.opportunity.decision
    if rules.may_hold(actor, decision):
        return rows
    mine = Q(person=actor.person_id) if actor.person_id else Q(pk__in=[])
    return rows.filter(mine | Q(owner=actor.user_id)) if actor.user_id else rows.filter(mine)


def arrangement_for(actor: Actor, meeting_code: str, code: str) -> Arrangement:
    found = arrangements_of(actor, meeting_for(actor, meeting_code)).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def my_arrangements(person_ids: Iterable[int]) -> QuerySet[Arrangement]:
    """For sessions still to come, the nearest first."""
    rows = _arrangements().filter(person__in=list(person_ids), meeting__ends_at__gt=timezone.now())
    return rows.filter(meeting__cancelled_on__isnull=True).order_by("meeting__starts_at", "id")


def _arranged_by(actor: Actor) -> Q:
    units = actor.units_for(Permission.RUN_INVOLVEMENT)
    here = Q(meeting__organisation=actor.organisation_id)
    own = Q(owner=actor.user_id) if actor.user_id else Q(pk__in=[])
    if units is None:
        return here
    return here & (Q(meeting__opportunity__decision__unit__in=units) | own)


def arrangements_waiting(actor: Actor, before: date) -> QuerySet[Arrangement]:
    """Not arranged and due before that day, or over and nobody has said whether it was met. Oldest first."""
    late = Q(state=TO_DO, due_on__lt=before) | Q(meeting__ends_at__lt=timezone.now())
    rows = Arrangement.objects.filter(_arranged_by(actor), late, state__in=[TO_DO, ARRANGED])
    return rows.select_related(*LISTED).order_by("due_on", "id")


def not_met(actor: Actor, since: date) -> QuerySet[Arrangement]:
    """Incidents, newest first."""
    rows = Arrangement.objects.filter(_arranged_by(actor), state=NOT_MET, meeting__held_on__gte=since)
    return rows.select_related(*LISTED).order_by("-due_on", "-id")


def how_many_not_met(actor: Actor, since: date) -> int:
    """For those who see the board's pages: a number, and nobody's need."""
    here = Q(meeting__organisation=actor.organisation_id)
    units = actor.units_for(Permission.SEE_BOARD)
    if units is not None:
        here &= Q(meeting__opportunity__decision__unit__in=units)
    return Arrangement.objects.filter(here, state=NOT_MET, meeting__held_on__gte=since).count()


def arrangement_counts(meeting: Meeting) -> dict[str, int]:
    """By state."""
    rows = Arrangement.objects.filter(meeting=meeting).order_by().values("state").annotate(n=Count("pk"))
    return {row["state"]: row["n"] for row in rows}


def attendance_of(meeting: Meeting) -> dict[int, Attendance]:
    """By the number of the place."""
    return {row.place_id: row for row in meeting.attendances.all()}


def coming_to_soon(organisation_id: int, now: datetime, ahead: timedelta) -> Iterator[tuple[Meeting, int]]:
    """Each session that begins soon, with the number of everybody who accepted a place in it."""
    rows = Meeting.objects.filter(organisation=organisation_id, cancelled_on__isnull=True)
    for meeting in rows.filter(starts_at__gt=now, starts_at__lte=now + ahead).order_by("starts_at", "id"):
        places = Place.objects.filter(opportunity=meeting.opportunity_id, state=ACCEPTED).order_by("id")
        for person in places.values_list("person", flat=True):
            yield meeting, person
