"""Policies, for those who keep them. Everybody reads them at `policies/`, in `people`."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.forms import Form

from .. import function_forms as forms
from .. import queries, rules, services
from ..function_tables import PolicyTable
from .parts import back_to, only, url_of


@only(rules.can_set_up)
def policies(request: Any, org: str) -> HttpResponse:
    today = request.clock.today()
    rows = queries.policies_of(request.organisation.pk, ended=True)
    context = {
        "title": _("Policies"),
        "back": back_to(request),
        "table": PolicyTable(request, sorted(rows, key=lambda row: row.policy.ended_on is not None), today),
    }
    return pages.page(request, "organisation/policies.html", context)


def _back(request: Any) -> tuple[str, str]:
    return back_to(request, "settings_policies", _("Policies"))


def _users(request: Any) -> list[Any]:
    return list(queries.staff_now(request.organisation.pk))


@only(rules.can_set_up)
def add(request: Any, org: str) -> HttpResponse:
    form = forms.PolicyForm.of(request, users=_users(request), initial={"from_day": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.add_policy(**data, by=request.actor),
        then=url_of(request, "settings_policies"),
        note=_("Added. Everybody who belongs here can read it."),
    )
    context = {"form": form, "title": _("Add a policy"), "back": _back(request)}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def policy(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.policy_for(request.actor, code)
    row = found.policy
    now = {
        "title": row.title,
        "words": found.version.words,
        "review_on": row.review_on,
        "owner": row.owner.code if row.owner else "",
    }
    form = forms.PolicyChangeForm.of(request, users=_users(request), initial=now, seen=found.version.number)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_policy(**data, policy=row, by=request.actor),
        then=url_of(request, "settings_policies"),
        note=_("Saved."),
    )
    context = {
        "form": form,
        "title": row.title,
        "back": _back(request),
        "policy": row,
        "due": found.review_due(request.clock.today()),
        "versions": queries.versions_of(row),
    }
    return done or pages.page(request, "organisation/policy.html", context)


@only(rules.can_set_up)
def review(request: Any, org: str, code: str) -> HttpResponse:
    row = queries.policy_for(request.actor, code).policy
    form = forms.ReviewForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.review_policy(**data, policy=row, by=request.actor),
        then=url_of(request, "settings_policies"),
        note=_("Saved: it was looked at today."),
    )
    context = {
        "form": form,
        "title": _("Is it still right? %(title)s") % {"title": row.title},
        "text": _("You looked at it and it holds as it is. If words must change, change the words instead."),
        "button": _("It is still right"),
        "back": (row.title, url_of(request, "settings_policy", code)),
    }
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def end(request: Any, org: str, code: str) -> HttpResponse:
    row = queries.policy_for(request.actor, code).policy
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.end_policy(policy=row, by=request.actor),
        then=url_of(request, "settings_policies"),
        note=_("It holds no more."),
    )
    context = {
        "form": form,
        "title": _("Does “%(title)s” hold no more?") % {"title": row.title},
        "text": _("What it said, and who read it, stays on record."),
        "button": _("End it"),
        "back": (row.title, url_of(request, "settings_policy", code)),
    }
    return done or pages.page(request, "core/confirm.html", context)
