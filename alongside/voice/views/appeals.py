"""For the contributors on the panel: somebody does not agree with what is left out or not shown of their words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import forms, published_rules, queries, services, showing_text, tables
from ..models import Appeal


def listed(request: Any, org: str) -> HttpResponse:
    base = f"/{org}/appeals/"
    page = {
        "title": _("The panel"),
        "lead": _("Somebody asks you whether everybody may read their words. When two of you agree, that holds."),
        "table": tables.AppealTable(request, queries.appeals_for(request.actor), base),
        "rules": f"/{org}/heard/rules/",
    }
    return pages.unkept(pages.page(request, "voice/appeals.html", page))


def one(request: Any, org: str, code: str) -> HttpResponse:
    """The words without a name, what was decided and why, and what its author says about that."""
    found, base = queries.appeal_for(request.actor, code), f"/{org}/appeals/"
    voted = queries.has_voted(request.actor, found)
    form = forms.VoteForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.vote(appeal=found, by=request.actor, **data),
        then=base,
        note=_("Saved. Nobody is told who on the panel said what."),
    )
    page = {
        "form": None if voted or found.end else form,
        "voted": voted,
        "title": _("May everybody read this?"),
        "back": (_("The panel"), base),
        "appeal": found,
        "texts": _texts(found),
        "rule": published_rules.title_of(found.decision.rule),
        "rule_text": queries.published_rules(found.organisation_id).texts.get(found.decision.rule, ""),
        "never": published_rules.NEVER,
    }
    return pages.unkept(done or pages.page(request, "voice/appeal.html", page))


def _texts(found: Appeal) -> list[tuple[str, str]]:
    """Each text as it is, and as it is shown now with parts left out."""
    said, showing = found.showing.contribution, found.showing
    shown = showing_text.readable(said, showing)
    return [(text, shown.get(key, "")) for key, text in showing_text.agreed(said, showing).items()]
