"""What fits somebody: the training they did, what they want to take part in, how much is enough for them."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.organisation import queries as organisations

from .. import forms, queries, services
from .places import At


def training_new(at: At) -> HttpResponse:
    """On the register alone: nobody writes down their own."""
    trainings = list(queries.trainings_of(at.actor, in_use=True))
    form = forms.TrainingDoneForm.of(at.request, trainings=trainings)

    hint = _("There is no training on the list yet. Add it under Settings, Trainings.")
    return at.change(
        form, at.of_person(services.note_training), title=_("A training they did"), text="" if trainings else hint
    )


def training_strike(at: At, done: str) -> HttpResponse:
    found = queries.training_done_of(at.person, done)
    return at.change(
        forms.PlainForm.of(at.request, own=True),
        partial(services.strike_training, done=found),
        title=_("Was this a mistake?"),
        wording=found.training.name,
        text=_("Take it out if they did not do it, or not on that day."),
        button=_("Take it out"),
        note=_("Taken out."),
    )


def wishes(at: At) -> HttpResponse:
    now = queries.wishes_of(at.person)
    kinds = [*organisations.kinds_of(at.actor), *(kind for kind in now.kinds if not kind.in_use)]
    units = [*organisations.units_of(at.actor), *(unit for unit in now.units if unit.closed_on)]
    initial = {
        "kinds": [kind.code for kind in now.kinds],
        "units": [unit.code for unit in now.units],
        **({"ways": now.ways, "hear": now.hear} if now.wish else {}),
    }
    return at.change(
        forms.WishForm.of(at.request, own=at.own, kinds=kinds, units=units, initial=initial),
        at.of_person(services.set_wish),
        title=_("What I want to take part in") if at.own else _("What they want to take part in"),
        text=_("You see first what fits you. Everything else that is open is still there for you.") if at.own else "",
    )


def limits(at: At) -> HttpResponse:
    now = queries.my_limits(at.actor, at.person) if at.own else None
    names = ("per_year", "rest_days", "words")
    initial = {name: getattr(now, name) for name in names} if now else {}
    text = (
        _("Only you see this. When it is enough, you are not in the draw, and nobody is told why.")
        if at.own
        else _("This is theirs alone. What you write here is not shown to you again, nor to anybody but them.")
    )
    note = _("Saved. Only you see it.") if at.own else _("Written down. From now on only they can see it.")
    return at.change(
        forms.LimitsForm.of(at.request, own=at.own, initial=initial),
        at.of_person(services.set_limits),
        title=_("How much is enough for me") if at.own else _("How much is enough for them"),
        text=text,
        note=note,
    )
