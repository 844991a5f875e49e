"""What was decided, with whom, and what was let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.candour.models import Cleared
from alongside.decisions.models import DROPPED, Decision, SeatWaiver, Taken, TakenWithout
from alongside.decisions.queries.lists import BEGUN
from alongside.involvement.models import InvolvementRequest
from alongside.involvement.models.requests import REFUSED

from ...values import DAYS, DECISIONS, WORKING_DAYS
from .base import Asked, Group, Line, Many

DECIDING = Group("deciding", gettext_lazy("Decisions"))


@DECIDING.figure(
    "coverage",
    gettext_lazy("All decisions"),
    gettext_lazy(
        "Every decision that was decided in these days, or was due in them and is not yet decided; those that do not"
        " go ahead are left out. Taken with people: enough people had taken part before it was taken, in a role of “is"
        " involved” or more. How many are enough is the organisation’s own setting, and never fewer than two."
    ),
)
def coverage(asked: Asked) -> Iterator[Line]:
    yield from _taken(asked.facts.taken())


@DECIDING.figure(
    "coverage_reserved",
    gettext_lazy("Decisions that may not be taken without people"),
    gettext_lazy(
        "The same, of the kinds that the organisation has reserved. A decision counts as reserved as its kind stood"
        " on the day it was decided; one that is not yet decided, as its kind will stand on the day it is due."
    ),
)
def coverage_reserved(asked: Asked) -> Iterator[Line]:
    yield from _taken(asked.facts.taken(reserved_only=True))


def _taken(counted: Counter[str]) -> Iterator[Line]:
    """The same rows however they are narrowed."""
    everything = counted.total()
    yield Line("with", _("Taken with people"), counted[Taken.WITH], everything, DECISIONS)
    yield Line("without", _("Taken without people"), counted[Taken.WITHOUT], everything, DECISIONS)
    yield Line("excepted", _("Reserved, but taken without people"), counted[Taken.EXCEPTED], everything, DECISIONS)
    yield Line("not_yet", _("Not yet taken"), counted[""], everything, DECISIONS)


@DECIDING.figure(
    "let_through",
    gettext_lazy("Exceptions, refusals and waivers"),
    gettext_lazy(
        "By the day on which each was written down. An exception: a reserved decision was taken without people. A"
        " waiver: a body decided with seats for lived experience empty. A refusal: the coordinator said no to a"
        " request. Opened with a reason: people would be asked for show, and somebody stands behind it with their"
        " name. Each is counted every time, also where the decision was opened again since."
    ),
)
def let_through(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    excepted = TakenWithout.objects.filter(scope.within("decision__"), on__range=scope.days)
    yield Line("exceptions", _("Exceptions"), Many(excepted))
    waived = SeatWaiver.objects.filter(scope.within("decision__"), on__range=scope.days)
    yield Line("waivers", _("Waivers of empty seats"), Many(waived))
    refused = InvolvementRequest.objects.filter(scope.here(), state=REFUSED, answered_on__range=scope.days)
    yield Line("refusals", _("Requests refused"), Many(refused))
    cleared = Cleared.objects.filter(scope.within("opportunity__decision__"), on__range=scope.days)
    yield Line("cleared", _("Opened with a reason although people would be asked for show"), Many(cleared))


@DECIDING.figure(
    "notice",
    gettext_lazy("Notice given"),
    gettext_lazy(
        "Requests for involvement that were made in these days: working days from the request to the day of the"
        " decision, as they were counted then. Short: fewer than the organisation asks for. The median is the middle"
        " one; with it stands the shortest."
    ),
)
def notice(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = InvolvementRequest.objects.filter(scope.here(), asked_on__range=scope.days).order_by()
    found = list(rows.values_list("notice_days", "short_notice"))
    days = [number for number, _short in found]
    yield Line("median", _("Median"), median(days) if days else None, measure=WORKING_DAYS)
    yield Line("shortest", _("Shortest"), min(days, default=None), measure=WORKING_DAYS)
    yield Line("short", _("With short notice"), sum(short for _days, short in found), len(found))


@DECIDING.figure(
    "asked",
    gettext_lazy("How early people were asked"),
    gettext_lazy(
        "Of the decisions decided in these days: days from when an opportunity about it was first opened, or a place"
        " first offered, to the decision. Too late: on the day of the decision, or after it."
    ),
)
def how_early(asked: Asked) -> Iterator[Line]:
    days = asked.facts.days_before
    decided = asked.facts.decided
    yield Line("median", _("Median"), median(days) if days else None, measure=DAYS)
    yield Line("too_late", _("Asked too late"), sum(each <= 0 for each in days), len(days), DECISIONS)
    yield Line("never", _("Nobody was asked"), decided - len(days), decided, DECISIONS)


@DECIDING.figure(
    "begun",
    gettext_lazy("Whose idea it was"),
    gettext_lazy(
        "Decisions that were put on the calendar in these days: how many were raised by somebody who takes part, or"
        " are written down as begun by them. Those that do not go ahead are left out."
    ),
)
def begun(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    opened = Decision.objects.filter(scope.here(), opened_on__range=scope.days).exclude(state=DROPPED)
    yield Line("begun", _("Begun by those who take part"), Many(opened.filter(BEGUN)), Many(opened), DECISIONS)
