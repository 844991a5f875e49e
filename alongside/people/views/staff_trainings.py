"""What staff learned, beside the list of trainings."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..tables import StaffTrainingTable


def _base(request: Any) -> str:
    if not rules.can_keep_trainings(request.actor):
        raise NotYours
    return f"/{request.organisation.slug}/settings/trainings/staff/"


def staff(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    first = (_("Write down what somebody did"), f"{base}new/")
    context = {
        "title": _("Trainings that staff did"),
        "back": (_("Trainings"), f"/{org}/settings/trainings/"),
        "base": base,
        "table": StaffTrainingTable(request, queries.staff_trainings(request.actor), first=first),
    }
    return pages.page(request, "people/staff_trainings.html", context)


def new(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    trainings = list(queries.trainings_of(request.actor, in_use=True))
    form = forms.StaffTrainingForm.of(request, users=queries.staff_to_train(request.actor), trainings=trainings)
    done = pages.submit(
        request,
        form,
        lambda data: services.note_staff_training(by=request.actor, **data),
        then=base,
        note=_("Saved."),
    )
    hint = _("There is no training on the list yet. Add it under Settings, Trainings.")
    context = {
        "form": form,
        "title": _("A training that somebody who works here did"),
        "text": "" if trainings else hint,
        "back": (_("Trainings that staff did"), base),
        "button": _("Save"),
    }
    return done or pages.page(request, "people/change.html", context)


def strike(request: Any, org: str, code: str) -> HttpResponse:
    base = _base(request)
    done_by = queries.staff_training_for(request.actor, code)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.strike_staff_training(done=done_by, by=request.actor),
        then=base,
        note=_("Taken out."),
    )
    context = {
        "form": form,
        "title": _("Was this a mistake?"),
        "wording": f"{done_by.user.get_full_name()}: {done_by.training.name}",
        "text": _("Take it out if they did not do it, or not on that day."),
        "button": _("Take it out"),
        "back": (_("Trainings that staff did"), base),
    }
    return done or pages.page(request, "people/change.html", context)
