"""The questions that one panel needs answered, and the rules that stand on them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.people import queries as people

from .. import forms, queries, rules, services
from .common import confirm, form_page, here


def _page(request: Any, code: str, *more: str) -> str:
    return here(request, "involvement", "opportunities", code, *more)


def index(request: Any, org: str, code: str) -> HttpResponse:
    opportunity = queries.opportunity_to_run(request.actor, code)
    anybody = queries.anybody_interested(opportunity)
    facts = {
        "title": _("Questions for the draw"),
        "opportunity": opportunity,
        "features": queries.features_of(opportunity),
        "can_ask": rules.allows(rules.check_can_ask_more, request.actor, opportunity, anybody),
        "back": (opportunity.title, _page(request, code)),
    }
    return pages.page(request, "involvement/features.html", facts)


def add(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_ask_more(actor, opportunity, queries.anybody_interested(opportunity))
    return form_page(
        request,
        forms.FeatureForm.of(request),
        lambda data: services.add_feature(opportunity=opportunity, by=actor, **data),
        then=_page(request, code, "questions"),
        note=_("Added. Now say how many seats may depend on it."),
        title=_("Ask one more question"),
        lead=_("Each question costs people something. Leave out what you only want to know."),
        button=_("Add it"),
        back=(_("Questions for the draw"), _page(request, code, "questions")),
    )


def change(request: Any, org: str, code: str, feature: str) -> HttpResponse:
    actor, asked = request.actor, queries.feature_to_run(request.actor, code, feature)
    if request.method == "GET":
        rules.check_can_ask_more(actor, asked.opportunity, queries.anybody_interested(asked.opportunity))
    values = "\n".join(value.words for value in asked.values.all())
    initial = {"question": asked.question, "why": asked.why, "values": values}
    return form_page(
        request,
        forms.FeatureForm.of(request, initial=initial),
        lambda data: services.change_feature(feature=asked, by=actor, **data),
        then=_page(request, code, "questions"),
        note=_("Saved."),
        title=_("Change the question"),
        button=_("Save"),
        back=(_("Questions for the draw"), _page(request, code, "questions")),
    )


def remove(request: Any, org: str, code: str, feature: str) -> HttpResponse:
    actor, asked = request.actor, queries.feature_to_run(request.actor, code, feature)
    anybody = queries.anybody_interested(asked.opportunity)
    return confirm(
        request,
        check=lambda: rules.check_can_ask_more(actor, asked.opportunity, anybody),
        act=lambda data: services.remove_feature(feature=asked, by=actor),
        then=_page(request, code, "questions"),
        note=_("Nobody is asked this any more."),
        title=_("Do not ask this?"),
        text=asked.question,
        button=_("Do not ask it"),
        back=(_("Questions for the draw"), _page(request, code, "questions")),
    )


def conflict(request: Any, org: str, code: str, person: str) -> HttpResponse:
    """The coordinator knows of a reason; the person reads it."""
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    interest = queries.interest_for(actor, opportunity, person)
    if request.method == "GET":
        rules.check_can_name_conflict(actor, opportunity, queries.is_drawing(opportunity))
    return form_page(
        request,
        forms.ConflictForm.of(request, initial={"why": interest.conflict}),
        lambda data: services.name_conflict(interest=interest, why=data["why"], by=actor),
        then=_page(request, code),
        note=_("Saved. They can read it."),
        title=_("Should %s not help to decide this?") % people.shown_name(interest.person),
        lead=_("Somebody with a conflict of interest is not in the draw. Talk to them first."),
        button=_("Save"),
        back=(opportunity.title, _page(request, code)),
    )
