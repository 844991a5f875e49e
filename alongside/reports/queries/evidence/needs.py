"""What people need, by the six steps of the Accessible Information Standard, and the papers of sessions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.involvement.models import Arrangement, Paper
from alongside.involvement.models.meetings import ARRANGED, TO_DO
from alongside.involvement.queries import brought
from alongside.involvement.queries.sign_lines import HELD
from alongside.people.models import AccessNeed, Hearing, Person
from alongside.people.models.held import NeedKind
from alongside.people.models.person import ACTIVE, PAUSED, WELCOMED

from ..figures.base import Asked, Line, Many, rounded_too
from ..figures.taking_part import MEETING
from .base import PROBES

ASK_NEEDS = gettext_lazy("Ask everybody on the register what makes taking part possible for them, and write it down.")
SET_SESSIONS = gettext_lazy("Set sessions here: what people need is put on the list of each by itself.")


def _register(asked: Asked) -> QuerySet[Person]:
    """Who takes part now. What held on a day that is past is not kept, so it is said of today."""
    return Person.objects.filter(organisation=asked.scope.organisation, state__in=[WELCOMED, ACTIVE, PAUSED])


def _needs(asked: Asked) -> QuerySet[AccessNeed]:
    return AccessNeed.objects.filter(person__in=_register(asked), ended_on__isnull=True)


def _arrangements(asked: Asked) -> QuerySet[Arrangement]:
    scope = asked.scope
    rows = Arrangement.objects.filter(HELD, scope.within(MEETING, "meeting__"))
    return rows.filter(meeting__held_on__range=(scope.period.first, scope.end))


@PROBES.probe(
    "needs_asked",
    gettext_lazy("People whose needs are known today"),
    rounded_too(gettext_lazy("People on the register today, and those of them of whom a need is written down.")),
    fills=ASK_NEEDS,
    whole_only=True,
)
def needs_asked(asked: Asked) -> Iterator[Line]:
    rows = _register(asked)
    known = Exists(AccessNeed.objects.filter(person=OuterRef("pk"), ended_on__isnull=True))
    yield Line("register", _("On the register today"), Many(rows), about_people=True)
    yield Line("known", _("With a need written down today"), Many(rows.filter(known)), about_people=True)


@PROBES.probe(
    "needs_recorded",
    gettext_lazy("What is written down today"),
    rounded_too(
        gettext_lazy("People by what kind of need of theirs is written down today. Nobody is asked what they have.")
    ),
    fills=ASK_NEEDS,
    whole_only=True,
)
def needs_recorded(asked: Asked) -> Iterator[Line]:
    for kind in NeedKind:
        rows = Many(_needs(asked).filter(kind=kind.value), by="person")
        yield Line(kind.value, kind.label, rows, about_people=True)


@PROBES.probe(
    "needs_reviewed",
    gettext_lazy("Needs looked at again, as it is today"),
    gettext_lazy(
        "Of the needs that are written down today: those that have a day on which somebody asks again, those that have"
        " none, and those whose day has passed. What was not done is counted even when it was one thing."
    ),
    fills=gettext_lazy("Set a day for each need on which you ask whether it is still so, and ask on that day."),
    against=("late",),
    missing=("undated",),
    whole_only=True,
)
def needs_reviewed(asked: Asked) -> Iterator[Line]:
    rows, today = _needs(asked), asked.scope.today
    yield Line("dated", _("People with such a day"), _people(rows.filter(review_on__gte=today)), about_people=True)
    yield Line("undated", _("Needs without such a day"), Many(rows.filter(review_on__isnull=True)))
    yield Line("late", _("Needs whose day has passed"), Many(rows.filter(review_on__lt=today)))


def _people(rows: QuerySet[Any]) -> Many:
    return Many(rows, by="person")


@PROBES.probe(
    "needs_flagged",
    gettext_lazy("Needs that came up by themselves"),
    gettext_lazy("What was to be arranged for sessions that were held in these days: how much of it came from a need."),
    fills=SET_SESSIONS,
)
def needs_flagged(asked: Asked) -> Iterator[Line]:
    rows = _arrangements(asked)
    yield Line("flagged", _("From a need"), Many(rows.filter(need__isnull=False)), Many(rows))


@PROBES.probe(
    "needs_shared",
    gettext_lazy("Somebody to arrange it"),
    gettext_lazy("What was to be arranged for sessions that were held in these days: how much had somebody by name."),
    fills=gettext_lazy("Give each arrangement to somebody by name when the session is set."),
    missing=("nobodys",),
)
def needs_shared(asked: Asked) -> Iterator[Line]:
    rows = _arrangements(asked)
    everything = Many(rows)
    yield Line("somebodys", _("With a name"), Many(rows.filter(owner__isnull=False)), everything)
    yield Line("nobodys", _("Without a name"), Many(rows.filter(owner__isnull=True)), everything)


@PROBES.probe(
    "needs_unsaid",
    gettext_lazy("Nobody has said whether it was there"),
    gettext_lazy(
        "What was to be arranged for sessions that were held in these days, and nobody wrote down how it was."
    ),
    fills=gettext_lazy("Write down for each of them whether it was there. The person is asked, too."),
    missing=("unsaid",),
)
def needs_unsaid(asked: Asked) -> Iterator[Line]:
    rows = _arrangements(asked)
    yield Line("unsaid", _("Not written down"), Many(rows.filter(state__in=[TO_DO, ARRANGED])), Many(rows))


@PROBES.probe(
    "how_to_hear",
    gettext_lazy("How people want to hear"),
    rounded_too(gettext_lazy("People on the register today who have said how, how often and when they want to hear.")),
    fills=gettext_lazy("Ask each person how and when they want to hear. They can set it on their own page."),
    whole_only=True,
)
def how_to_hear(asked: Asked) -> Iterator[Line]:
    rows = Hearing.objects.filter(person__in=_register(asked))
    yield Line("said", _("Have said so, of those on the register today"), Many(rows), about_people=True)


@PROBES.probe(
    "papers",
    gettext_lazy("Papers"),
    gettext_lazy(
        "Papers of sessions that were held in these days: sent before the day, and the same for everybody. What staff"
        " had that others did not is written down at the paper. The signs can have another number: they count"
        " the sessions about decisions that fall in these days, whenever the sessions were, and leave out decisions"
        " that have only just begun."
    ),
    fills=gettext_lazy("Put the papers of the next session here, and say when they went out."),
    against=("differ",),
    missing=("late",),
)
def papers(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = Paper.objects.filter(HELD, scope.within(MEETING, "meeting__"))
    rows = rows.filter(meeting__held_on__range=(scope.period.first, scope.end))
    words = {
        "early": _("Sent before the day"),
        "same": _("The same for everybody"),
        "late": _("Not sent before the day"),
        "differ": _("Not the same for everybody"),
    }
    everything = Many(rows)
    for how, told in words.items():
        yield Line(how, told, Many(brought.sent_so(rows, how)), everything)
