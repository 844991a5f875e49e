"""Staff: look whether a change held, set the days on which somebody looks, correct a text."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.dates import add_months
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..models import Change


def _shown(request: Any, found: Change, form: Form, title: Any, **facts: Any) -> HttpResponse:
    base = f"/{request.organisation.slug}/changes/{found.code}/"
    corrections = queries.corrections_of([found]).get(found.pk, [])
    page = {
        "title": title,
        "form": form,
        "change": found,
        "corrections": corrections,
        "back": (_("Back"), base),
        **facts,
    }
    return pages.page(request, "voice/change_act.html", page)


def look(request: Any, org: str, code: str) -> HttpResponse:
    day = queries.check_day_for(request.actor, code)
    if not rules.can_look(request.actor, day):
        raise NotYours
    form = forms.LookForm.of(request, initial={"role": queries.role_in(request.actor, day.unit)})
    done = pages.submit(
        request,
        form,
        lambda data: services.look(check_day=day, by=request.actor, **data),
        then=f"/{org}/changes/{code}/",
        note=_("Saved. Those who asked for it are told."),
    )
    text = _("Go and look. If it did not hold, an answer is owed again to everybody out of whose words it came.")
    return done or _shown(request, day.change, form, _("Did it hold?"), text=text, button=_("Save what I saw"))


def days(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_for(request.actor, code)
    if not rules.can_plan(request.actor, found):
        raise NotYours
    units = {unit.code: unit for unit in queries.units_that_check(request.actor)}
    units.setdefault(found.unit.code, found.unit)
    initial = {"check_on": add_months(request.clock.today(), 3), "unit": found.unit.code}
    form = forms.CheckDaysForm.of(request, units=[(code, unit.name) for code, unit in units.items()], initial=initial)

    def act(data: dict[str, Any]) -> Any:
        recheck = forms.recheck_of(data, units[data["unit"]])
        return services.plan_checks(change=found, recheck=recheck, by=request.actor)

    done = pages.submit(request, form, act, then=f"/{org}/changes/{code}/", note=_("Saved. The day does not move."))
    text = _("On that day those who asked for it are asked too. Once it is set, it cannot be put off.")
    return done or _shown(request, found, form, _("Look again on a day"), text=text, button=_("Set this day"))


def correct(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_for(request.actor, code)
    if not rules.can_correct(request.actor, found):
        raise NotYours
    form = forms.CorrectForm.of(request, initial={"role": queries.role_in(request.actor, found.unit)})
    act = partial(services.correct_change, change=found, by=request.actor)
    note = _("Saved. It stands beside the first text, and those who asked for it are asked again.")
    done = pages.submit(request, form, lambda data: act(**data), then=f"/{org}/changes/{code}/", note=note)
    text = _("The first text stays where it is. Yours stands beside it, with who wrote it and when.")
    return done or _shown(request, found, form, _("Correct its text"), text=text, button=_("Save beside it"))


ACTS = {"look/": look, "days/": days, "correct/": correct}
