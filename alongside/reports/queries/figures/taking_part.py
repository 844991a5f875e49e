"""Who was asked, who came and came again, what they needed, and the seats. No names; numbers of people are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.decisions.queries.seats_on_a_day import lived_terms
from alongside.involvement.models import AgendaItem, Arrangement, Place
from alongside.involvement.models.meetings import MET, NOT_MET
from alongside.involvement.models.places import ACCEPTED, DECLINED, OFFERED
from alongside.involvement.queries import brought
from alongside.involvement.queries.sign_lines import HELD
from alongside.people.models import StaffTraining, TrainingDone
from alongside.voice import small_numbers

from ...values import DAYS, PERCENT
from .base import Asked, Group, Line, Many, rounded_too

TAKING_PART = Group("taking-part", gettext_lazy("Taking part"))
SEATS = Group("seats", gettext_lazy("Seats for lived experience"))
MEETING = "meeting__opportunity__decision__"
LEAST_TENTH = 3  # of one or two, their hours would be told of somebody


@TAKING_PART.figure(
    "places",
    gettext_lazy("Who was asked"),
    rounded_too(
        gettext_lazy(
            "Places that were offered in these days, each to one person, and what they say now. Nobody is asked why"
            " they say no."
        )
    ),
)
def places(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = Place.objects.filter(scope.within("opportunity__decision__"), offered_on__range=scope.days)
    yield Line("offered", _("Offered a place"), Many(rows), about_people=True)
    yield Line("accepted", _("Said yes"), Many(rows.filter(state=ACCEPTED)), about_people=True)
    yield Line("declined", _("Said no"), Many(rows.filter(state=DECLINED)), about_people=True)
    yield Line("waiting", _("Have not answered"), Many(rows.filter(state=OFFERED)), about_people=True)


@TAKING_PART.figure(
    "came",
    gettext_lazy("Who came, and who stayed away"),
    rounded_too(
        gettext_lazy(
            "People at sessions in these days. First-timers never came to anything before. Did not come: expected at"
            " least once, and came to nothing. Came once: their first session was in the period before, and they came"
            " to nothing since. Stopped coming: they came in the period before and not in this one."
        )
    ),
)
def came(asked: Asked) -> Iterator[Line]:
    parts = asked.facts.parts
    new = [part for part in parts if not part.earlier]
    counted = (
        ("came", _("Came"), sum(part.now > 0 for part in parts)),
        ("first_timers", _("First-timers"), sum(part.now > 0 and not part.before for part in new)),
        ("missed", _("Did not come"), sum(part.missed > 0 and not part.now for part in parts)),
        ("once", _("Came once"), sum(part.before == 1 and not part.now for part in new)),
        ("stopped", _("Stopped coming"), sum(part.before > 0 and not part.now for part in parts)),
    )
    for key, words, number in counted:
        yield Line(key, words, number, about_people=True)


@TAKING_PART.figure(
    "busiest",
    gettext_lazy("The busiest tenth"),
    gettext_lazy(
        "Of the hours that people gave to sessions in these days, preparation included: how many in a hundred came"
        " from the tenth who gave most. Not said where that tenth, of the number of people that is shown, would be"
        " fewer than three."
    ),
)
def busiest(asked: Asked) -> Iterator[Line]:
    minutes = sorted((part.minutes for part in asked.facts.parts if part.now), reverse=True)
    top = sum(minutes[: tenth(len(minutes))])
    # Of the rounded number: that it is said tells no more of how many came.
    few = tenth(small_numbers.about(len(minutes), asked.scope.settings.inside_threshold).least) < LEAST_TENTH
    share = None if few or not sum(minutes) else round(100 * top / sum(minutes))
    yield Line("share", _("Of all hours"), share, measure=PERCENT, why=_("Not said of few people") if few else "")


def tenth(people: int) -> int:
    return ceil(people / 10)


@TAKING_PART.figure(
    "needs",
    gettext_lazy("Access needs"),
    gettext_lazy(
        "What somebody needed at sessions that were held in these days: whether it was there. Not met in their own"
        " word: the person said so. These are exact: something that was not there is counted even when it was one"
        " thing. The signs count the same."
    ),
)
def needs(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = Arrangement.objects.filter(
        HELD, scope.within(MEETING, "meeting__"), meeting__held_on__range=(scope.period.first, scope.end)
    )
    known = rows.filter(state__in=[MET, NOT_MET])
    everything = Many(known)
    yield Line("met", _("Met"), Many(rows.filter(state=MET)), everything)
    yield Line("not_met", _("Not met"), Many(rows.filter(state=NOT_MET)), everything)
    yield Line("said", _("Not met, in their own word"), Many(rows.filter(state=NOT_MET, said_by_person=True)))


@TAKING_PART.figure(
    "agenda",
    gettext_lazy("Whose agenda"),
    gettext_lazy(
        "Items on the agendas of sessions that were held in these days, where it is written down who brought them:"
        " how many were brought by those who take part. The signs can have another number: they count the sessions"
        " about decisions that fall in these days, whenever the sessions were, and leave out decisions that have only"
        " just begun."
    ),
)
def agenda(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = AgendaItem.objects.filter(
        HELD, scope.within(MEETING, "meeting__"), meeting__held_on__range=(scope.period.first, scope.end)
    )
    known = rows.filter(brought.BY_PEOPLE | brought.BY_STAFF)
    raised = Many(brought.brought_by(rows, "people"))
    yield Line("raised", _("Brought by those who take part"), raised, Many(known))


@TAKING_PART.figure(
    "training",
    gettext_lazy("Training"),
    rounded_too(
        gettext_lazy(
            "Whoever did a training in these days, each once: of the register, and of those who work here, as far as"
            " it was written down."
        )
    ),
    whole_only=True,
)
def training(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = TrainingDone.objects.filter(struck_on__isnull=True, done_on__range=scope.days)
    rows = rows.filter(person__organisation=scope.organisation)
    staff = StaffTraining.objects.filter(struck_on__isnull=True, done_on__range=scope.days)
    staff = staff.filter(training__organisation=scope.organisation)
    yield Line("people", _("Did a training"), Many(rows, by="person"), about_people=True)
    yield Line("staff", _("Did a training, of those who work here"), Many(staff, by="user"))


@SEATS.figure(
    "seats",
    gettext_lazy("Filled and vacant"),
    gettext_lazy(
        "Seats that are kept for lived experience, on boards, panels and groups that work at the end of the last of"
        " these days (or today). A seat is vacant from the day it was made, or from the day the last term on it was"
        " over."
    ),
)
def seats(asked: Asked) -> Iterator[Line]:
    found, end = asked.facts.seats, asked.scope.end
    held = [seat for seat in found if seat.held]
    empty = [(end - seat.empty_since).days for seat in found if seat.empty_since]
    yield Line("filled", _("Filled"), len(held), len(found))
    yield Line("vacant", _("Vacant"), len(found) - len(held), len(found))
    yield Line("vacant_median", _("Vacant for, median"), median(empty) if empty else None, measure=DAYS)
    yield Line("vacant_longest", _("Vacant for, longest"), max(empty, default=None), measure=DAYS)
    yield Line("votes", _("Filled, with a vote"), sum(seat.votes for seat in held), len(held))
    yield Line("chairs", _("In the chair"), sum(seat.chairs for seat in held), len(held))


@SEATS.figure(
    "terms",
    gettext_lazy("Turnover"),
    gettext_lazy("Terms on seats for lived experience that began, and that were over, on a day in these days."),
)
def terms(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = lived_terms(scope.within("seat__forum__"))
    yield Line("began", _("Began"), Many(rows.filter(since__range=scope.days)))
    yield Line("over", _("Over"), Many(rows.filter(over__range=(scope.period.first, scope.end))))
