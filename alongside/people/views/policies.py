"""Policies, as everybody who belongs here reads them, and says so."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core import pages
from alongside.core.day_ranges import day_asked
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation import rules as organisation_rules

from .. import forms, queries, services
from ..tables import PoliciesTable
from .places import At


def policies(request: Any, org: str) -> HttpResponse:
    if not belongs(request.actor):
        raise NotYours
    today = request.clock.today()
    on = day_asked(request, today)
    rows = organisations.policies_of(request.organisation.pk, on)
    context = {
        "title": _("Policies"),
        "then": on < today,
        "table": PoliciesTable(request, rows, queries.my_reads(request.actor, rows), on, today),
        "keeps": organisation_rules.can_set_up(request.actor),
    }
    return pages.page(request, "people/policies.html", context)


def policy(request: Any, org: str, code: str) -> HttpResponse:
    found = organisations.policy_for(request.actor, code)
    if not belongs(request.actor):
        raise NotYours
    today, version = request.clock.today(), found.version
    form, page = forms.ReadForm.of(request, seen=version.number), f"/{org}/policies/"
    done = pages.submit(
        request,
        form,
        lambda data: services.read_policy(policy=found.policy, by=request.actor, **data),
        then=page,
        note=_("Saved: you have read it."),
    )
    keeps = organisation_rules.can_set_up(request.actor)
    context = {
        "title": found.policy.title,
        "back": (_("Policies"), page),
        "policy": found.policy,
        "version": version,
        "form": form,
        "read_on": queries.my_reads(request.actor, [found]).get(version.pk),
        "readers": queries.readers_shown(request.organisation.pk, version, request.clock.settings, today),
        "staff": queries.staff_who_read(request.actor, version) if keeps else None,
        "keeps": keeps,
        "due": found.review_due(today),
    }
    return done or pages.page(request, "people/policy.html", context)


# Written down for somebody on the register.


def of_person(at: At) -> HttpResponse:
    rows = organisations.policies_of(at.person.organisation_id)
    read = queries.my_reads(at.actor, rows, at.person)
    context = {
        "title": _("Policies they have read"),
        "back": at.back,
        "name": at.person.known_as,
        "rows": [(row, read.get(row.version.pk)) for row in rows],
        "base": f"{at.base}policies/",
    }
    return pages.page(at.request, "people/policies_read.html", context)


def read_for(at: At, policy: str) -> HttpResponse:
    found = organisations.policy_for(at.actor, policy)

    def act(data: dict[str, Any]) -> None:
        by = at.speaker(data.pop("medium", ""))
        services.read_policy(policy=found.policy, person=at.person, by=by, **data)

    form = forms.ReadForForm.of(at.request, own=False, seen=found.version.number)
    done = pages.submit(at.request, form, act, then=f"{at.base}policies/", note=_("Saved."))
    context = {
        "form": form,
        "title": found.policy.title,
        "text": _("They have read it, or somebody has read it out to them."),
        "button": _("They have read it"),
        "back": (_("Policies they have read"), f"{at.base}policies/"),
    }
    return done or pages.page(at.request, "people/change.html", context)
