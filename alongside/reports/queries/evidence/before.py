"""What was said and agreed before people were asked: scope, pay, support, roles, and on which levels it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.decisions.models import DECIDED, Decision, Taken
from alongside.involvement.models import Opportunity
from alongside.involvement.queries import adverts
from alongside.organisation.models import Level

from ...values import DECISIONS
from ..figures.base import Asked, Line, Many
from .base import PROBES

NEXT_ADVERT = gettext_lazy("Write it into the next advert before it opens.")


def _opened(asked: Asked) -> QuerySet[Opportunity]:
    rows = Opportunity.objects.filter(asked.scope.here("decision__"), opened_on__range=asked.scope.days)
    return adverts.that_were_opened(rows)


def _found(rows: QuerySet[Opportunity], what: str, words: Mapping[str, Any]) -> Iterator[Line]:
    """In how many adverts it is so, and in how many otherwise: by the words for each."""
    everything = Many(rows)
    for key, told in words.items():
        yield Line(key, told, Many(adverts.with_it(rows, what, key)), everything)


def _written(asked: Asked, what: str) -> Iterator[Line]:
    yield from _found(_opened(asked), what, {"written": _("Written"), "unwritten": _("Not written")})


@PROBES.probe(
    "scope",
    gettext_lazy("What could still change"),
    gettext_lazy("Of the adverts that were opened in these days: in how many it stands what can still change."),
    fills=NEXT_ADVERT,
    missing=("unwritten",),
)
def scope(asked: Asked) -> Iterator[Line]:
    yield from _written(asked, "scope")


@PROBES.probe(
    "hear_back",
    gettext_lazy("How people hear what came of it"),
    gettext_lazy("Of the adverts that were opened in these days: in how many it stands how, and by when."),
    fills=NEXT_ADVERT,
    missing=("unwritten",),
)
def hear_back(asked: Asked) -> Iterator[Line]:
    yield from _written(asked, "hear_back")


@PROBES.probe(
    "support",
    gettext_lazy("Support"),
    gettext_lazy("Of the adverts that were opened in these days: in how many it stands what support there is."),
    fills=NEXT_ADVERT,
    missing=("unwritten",),
)
def support(asked: Asked) -> Iterator[Line]:
    yield from _written(asked, "support")


@PROBES.probe(
    "pay_said",
    gettext_lazy("Pay for preparing"),
    gettext_lazy("Of the adverts that were opened in these days: whether it stands there that preparing is paid."),
    fills=NEXT_ADVERT,
    against=("unpaid",),
    missing=("unsaid",),
)
def pay_said(asked: Asked) -> Iterator[Line]:
    words = {"paid": _("It is paid"), "unpaid": _("It is not paid"), "unsaid": _("Nobody has said")}
    yield from _found(_opened(asked), "pay_said", words)


@PROBES.probe(
    "roles",
    gettext_lazy("Roles agreed"),
    gettext_lazy(
        "Of what was opened in these days and somebody said yes to: whether a role was agreed for at least one stage."
    ),
    fills=gettext_lazy("Agree with each person what their role is, for each stage, when you offer the place."),
    missing=("unagreed",),
)
def roles(asked: Asked) -> Iterator[Line]:
    rows = _opened(asked).filter(adverts.SOMEBODY_SAID_YES)
    yield from _found(rows, "roles", {"agreed": _("Agreed"), "unagreed": _("Not agreed")})


@PROBES.probe(
    "owned",
    gettext_lazy("Who answers for it"),
    gettext_lazy("Of the decisions of these days: how many have somebody by name whose it is to see them through."),
    fills=gettext_lazy("Put decisions on the calendar, each with somebody whose it is."),
    missing=("unowned",),
)
def owned(asked: Asked) -> Iterator[Line]:
    rows = Decision.objects.filter(asked.scope.decided())
    everything = Many(rows)
    yield Line("owned", _("With a name"), Many(rows.filter(owner__isnull=False)), everything, DECISIONS)
    yield Line("unowned", _("Without a name"), Many(rows.filter(owner__isnull=True)), everything, DECISIONS)


@PROBES.probe(
    "levels",
    gettext_lazy("On which levels people were in the room"),
    gettext_lazy(
        "Of what was decided in these days, by the level of whoever decided it: how much was taken with people, as it"
        " is counted for all decisions."
    ),
    fills=gettext_lazy("Put the decisions of every level on the calendar, those of the board first."),
    wanted=dict.fromkeys(Level.values, gettext_lazy("Ask people about the next decision on this level.")),
)
def levels(asked: Asked) -> Iterator[Line]:
    level_of = {unit.pk: unit.level for unit in asked.scope.tree.units}
    rows = Decision.objects.filter(asked.scope.decided(), state=DECIDED).order_by()
    every: Counter[str] = Counter()
    with_people: Counter[str] = Counter()
    for unit, taken, number in rows.values_list("unit", "taken").annotate(n=Count("pk")):
        level = level_of.get(unit, "")
        every[level] += number
        with_people[level] += number if taken == Taken.WITH else 0
    for level in Level:
        if every[level.value]:
            yield Line(level.value, level.label, with_people[level.value], every[level.value], DECISIONS)
