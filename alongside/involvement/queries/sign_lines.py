"""What is counted for signs beside the opportunities: eight things with the same columns, asked in one question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast

from alongside.decisions.models import Trigger
from alongside.decisions.queries.signs import Chosen, decisions_in

from ..models import AgendaItem, Arrangement, Attendance, InvolvementRequest, PanelChoice, PanelMember, Paper, PlaceRole
from ..models.meetings import MET, NOT_MET
from ..models.places import ACCEPTED, WITHDRAWN, Role, Stage

PLANNING = (Stage.COMMISSION, Stage.DESIGN)
HELD = Q(meeting__cancelled_on__isnull=True)
DECISION = "meeting__opportunity__decision"


class Line(NamedTuple):
    """One row. What its columns mean is said where it is asked."""

    what: str
    decision: int
    code: str
    all: int
    found: int
    notice: int | None
    day: date | None
    other_day: date | None


def lines_in(chosen: Chosen) -> Iterator[Line]:
    """Each is counted in the database; all of them are one question, so that a page asks few."""
    first, *rest = (
        _came(chosen),
        _agenda(chosen),
        _roles(chosen),
        _papers(chosen),
        _panels(chosen),
        _arrangements(chosen, "arranged", Q(state=NOT_MET)),
        _arrangements(chosen, "said", Q(state=NOT_MET, said_by_person=True)),
        _choices(chosen),
        _bids(chosen),
    )
    for row in first.union(*rest, all=True).iterator():
        yield Line(*row)


NUMBER, DAY, TEXT = IntegerField(), DateField(), CharField()
NO_DAY, NO_NUMBER = Cast(Value(None), DAY), Cast(Value(None), NUMBER)
COLUMNS = ("line_what", "line_decision", "line_code", "line_all", "line_found", "line_notice", "line_day", "line_other")


def line_of(rows: QuerySet[Any], what: str, decision: str, code: str, **columns: Any) -> QuerySet[Any, Any]:
    """The columns of `Line`, in their order. With sums in it, it is grouped by decision and code."""
    keyed = rows.order_by().annotate(
        line_what=Value(what, TEXT), line_decision=F(decision), line_code=Cast(F(code) if code else Value(""), TEXT)
    )
    given = {"all": Value(1), "found": Value(0), "notice": NO_NUMBER, "day": NO_DAY, "other": NO_DAY, **columns}
    grouped = keyed.values(*COLUMNS[:3]).annotate(**{f"line_{name}": value for name, value in given.items()})
    listed: QuerySet[Any, Any] = grouped.values_list(*COLUMNS)
    return listed


def _came(chosen: Chosen) -> QuerySet[Any, Any]:
    """Places at sessions, of which it is written down who came; and the last day on which somebody did."""
    rows = Attendance.objects.filter(HELD, chosen.among(f"{DECISION}__"))
    came = Q(came=True)
    last = Max("meeting__held_on", filter=came)
    return line_of(rows, "came", DECISION, "", all=Count("pk"), found=Count("pk", filter=came), day=last)


def _agenda(chosen: Chosen) -> QuerySet[Any, Any]:
    """Items of which it is known who raised them."""
    person, user = Q(raised_by_person__isnull=False), Q(raised_by_user__isnull=False)
    rows = AgendaItem.objects.filter(HELD, person | user, chosen.among(f"{DECISION}__"))
    rows = rows.filter(meeting__held_on__lte=chosen.today)
    return line_of(rows, "agenda", DECISION, "", all=Count("pk"), found=Count("pk", filter=person))


def _roles(chosen: Chosen) -> QuerySet[Any, Any]:
    """People with a part, as involved or more, in planning it; and in doing it or looking back at it."""
    way = "place__opportunity__decision"
    planning = Q(stage__in=PLANNING)
    rows = PlaceRole.objects.filter(chosen.among(f"{way}__"), role__gte=Role.INVOLVED)
    rows = rows.filter(place__state__in=[ACCEPTED, WITHDRAWN])
    before = Count("place__person", filter=planning, distinct=True)
    after = Count("place__person", filter=~planning, distinct=True)
    return line_of(rows, "roles", way, "", all=before, found=after)


def _papers(chosen: Chosen) -> QuerySet[Any, Any]:
    """Of sessions that are over: the same for everyone or not, when they were held and when the paper went out."""
    rows = Paper.objects.filter(HELD, chosen.among(f"{DECISION}__"), meeting__held_on__lte=chosen.today)
    same, day, sent = Cast(F("same_for_everyone"), NUMBER), F("meeting__held_on"), F("sent_on")
    return line_of(rows, "paper", DECISION, "meeting__code", found=same, day=day, other=sent)


def _panels(chosen: Chosen) -> QuerySet[Any, Any]:
    """Members who did not stand down, each with one vote."""
    way = "recruitment__decision"
    takes_part = Q(place__isnull=True) | Q(place__state=ACCEPTED)
    rows = PanelMember.objects.filter(takes_part, chosen.among(f"{way}__"), stood_down_on__isnull=True)
    return line_of(rows, "panel", way, f"{way}__code", all=Count("pk"), found=Count("place"))


def _arrangements(chosen: Chosen, what: str, missing: Q) -> QuerySet[Any, Any]:
    """For each session: what somebody needed; found: what was not there, or of that, what they say themselves. For one
    decision of its sessions; otherwise of those that were held in those days, as the figures count it."""
    rows = Arrangement.objects.filter(HELD, state__in=[MET, NOT_MET], meeting__held_on__lte=chosen.today)
    if chosen.one:
        rows = rows.filter(chosen.among(f"{DECISION}__"))
    else:
        rows = rows.filter(chosen.here(f"{DECISION}__"), meeting__held_on__range=(chosen.first, chosen.last))
    return line_of(rows, what, DECISION, "meeting__code", all=Count("pk"), found=Count("pk", filter=missing))


def _choices(chosen: Chosen) -> QuerySet[Any, Any]:
    """Whom panels chose, the newest of each; found: not whom its contributors put first."""
    way = "recruitment__decision"
    newer = PanelChoice.objects.filter(recruitment=OuterRef("recruitment"), pk__gt=OuterRef("pk"))
    rows = PanelChoice.objects.filter(~Exists(newer), chosen.among(f"{way}__"))
    return line_of(rows, "choice", way, f"{way}__code", found=Cast(F("differs"), NUMBER))


def _bids(chosen: Chosen) -> QuerySet[Any, Any]:
    """Decisions for a funding bid; the longest notice that was given of them in working days; when decided."""
    notice = InvolvementRequest.objects.filter(decision=OuterRef("pk")).order_by("-notice_days").values("notice_days")
    rows = decisions_in(chosen).filter(trigger=Trigger.FUNDING_BID).annotate(longest=Subquery(notice[:1]))
    return line_of(rows, "bid", "id", "code", notice=F("longest"), day=F("decided_on"))
