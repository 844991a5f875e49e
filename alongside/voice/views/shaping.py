"""Staff: these words shaped this decision, this paper, this item on an agenda."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision

from .. import forms, queries, rules, services, tracing
from ..models import Contribution

MOST = 25


def shaped(request: Any, org: str, code: str) -> HttpResponse:
    found = decisions.decision_for(request.actor, code)
    if not rules.can_shape(request.actor, found):
        raise NotYours
    what = queries.what_was_shaped(found)
    voices = _voices(request, found)
    form = forms.ShapedForm.of(
        request,
        what=[(key, label) for key, label, _paper, _item in what],
        voices=[(row.code, tracing.short(row.words)) for row in voices],
        initial={"role": queries.role_in(request.actor, found.unit), **_chosen(request, voices)},
    )

    def act(data: dict[str, Any]) -> Any:
        chosen = data.pop("what")
        paper, item = next((paper, item) for key, _label, paper, item in what if key == chosen)
        codes = " ".join([*data.pop("voices", []), data.pop("others")])
        rows = queries.entries_named(request.actor, codes)
        return services.say_shaped(what=services.What(found, paper, item), contributions=rows, by=request.actor, **data)

    base = f"/{org}/decisions/{code}/trace/"
    done = pages.submit(request, form, act, then=base, note=_("Saved. Those who said it are told, and can dispute it."))
    page = {"title": _("Whose words shaped it?"), "form": form, "decision": found, "back": (_("Back"), base)}
    return done or pages.page(request, "voice/shaped.html", page)


def _voices(request: Any, found: Decision) -> list[Contribution]:
    rows = queries.said_about_decision(request.actor, found.pk).order_by("-received_on", "-id")[:MOST]
    return [row for row in rows if row.words and rules.may_read_words(request.actor, row)]


def _chosen(request: Any, voices: list[Contribution]) -> dict[str, Any]:
    """Whoever comes from one thing that was said finds it ticked, or its code written down."""
    asked = request.GET.get("voice", "")[:20]
    if asked in {row.code for row in voices}:
        return {"voices": [asked]}
    return {"others": asked} if asked else {}
