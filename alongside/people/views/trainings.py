"""The organisation's list of trainings, among its settings."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services
from ..tables import TrainingTable


def _base(request: Any) -> str:
    if not rules.can_keep_trainings(request.actor):
        raise NotYours
    return f"/{request.organisation.slug}/settings/trainings/"


def trainings(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    table = TrainingTable(request, queries.trainings_of(request.actor), first=(_("Add a training"), f"{base}add/"))
    context = {"title": _("Trainings"), "back": (_("Settings"), f"/{org}/settings/"), "base": base, "table": table}
    return pages.page(request, "people/trainings.html", context)


def add(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    form = forms.TrainingForm.of(request)
    done = pages.submit(
        request, form, lambda data: services.add_training(by=request.actor, **data), then=base, note=_("Added.")
    )
    return done or _form(request, form, _("Add a training"), base)


def change(request: Any, org: str, code: str) -> HttpResponse:
    base = _base(request)
    training = queries.training_for(request.actor, code)
    names = ("name", "lasts_months", "in_use")
    form = forms.TrainingChangeForm.of(request, initial={name: getattr(training, name) for name in names})
    done = pages.submit(
        request,
        form,
        lambda data: services.change_training(training=training, by=request.actor, **data),
        then=base,
        note=_("Saved."),
    )
    return done or _form(request, form, training.name, base)


def _form(request: Any, form: Any, title: str, base: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": (_("Trainings"), base), "button": _("Save")}
    return pages.page(request, "people/change.html", context)
