"""Adding a decision, changing it, dropping it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services
from ..models import Decision


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_add(request.actor):
        raise NotYours
    form = forms.DecisionForm.of(request, choosable=queries.choosable(request.actor))
    done = pages.submit(
        request,
        form,
        lambda data: services.add_decision(by=request.actor, **data),
        then=lambda decision: queries.url_of(org, decision),
        note=_("Added. It counts from now on."),
    )
    title, back = _("Add a decision"), (_("Decisions"), f"/{org}/decisions/")
    return done or pages.page(request, "decisions/form.html", {"form": form, "title": title, "back": back})


def change(request: Any, org: str, code: str) -> HttpResponse:
    decision = _mine(request, code, rules.may_keep)
    if request.method != "POST":
        rules.check_can_change(request.actor, decision)
    form = forms.ChangeForm.of(
        request,
        initial=forms.ChangeForm.initial_of(decision),
        choosable=queries.choosable(request.actor, about=decision),
        seen=decision.version,
    )
    page = queries.url_of(org, decision)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_decision(decision=decision, by=request.actor, **data),
        then=page,
        note=_("Saved."),
    )
    context = {"form": form, "title": _("Change what it says"), "back": (decision.title, page)}
    return done or pages.page(
        request, "decisions/form.html", {**context, "drop": queries.url_of(org, decision, "drop")}
    )


def drop(request: Any, org: str, code: str) -> HttpResponse:
    decision = _mine(request, code, rules.may_keep)
    if request.method != "POST":
        rules.check_can_drop(request.actor, decision)
    return _with_reason(
        request,
        org,
        decision,
        services.drop_decision,
        title=_("Is it not going ahead?"),
        text=_("It leaves the calendar and is not counted any more. Its page stays, and it can be opened again."),
        hint=_("Whoever raised it or hoped to take part reads this."),
        button=_("It is not going ahead"),
        note=_("Saved. It is off the calendar."),
        danger=True,
    )


def _mine(request: Any, code: str, may: Any) -> Decision:
    decision = queries.decision_for(request.actor, code)
    if not may(request.actor, decision):
        raise NotYours
    return decision


def _with_reason(
    request: Any, org: str, decision: Decision, verb: Any, *, hint: str, note: str, **words: Any
) -> HttpResponse:
    form = forms.ReasonForm.of(request, hint=hint, seen=decision.version)
    page = queries.url_of(org, decision)
    done = pages.submit(
        request, form, lambda data: verb(decision=decision, by=request.actor, **data), then=page, note=note
    )
    context = {"form": form, "back": (decision.title, page), **words}
    return done or pages.page(request, "core/confirm.html", context)
