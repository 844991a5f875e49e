"""Open an opportunity: with one button, or with a reason and a name where it is token on its face."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.forms import Form
from alongside.involvement import queries as involvement
from alongside.involvement import rules as involvement_rules

from .. import forms, queries, services, words


def open_opportunity(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, involvement.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        involvement_rules.check_can_open(actor, opportunity, request.clock.today())
    marks = queries.marks_on(opportunity)
    allowers = queries.who_may_allow(request.organisation.pk) if marks else []
    form: Form = forms.ClearForm.of(request, allowers=allowers) if marks else Form.of(request)
    page = f"/{org}/involvement/opportunities/{code}/"
    done = pages.submit(
        request,
        form,
        lambda data: services.clear_and_open(opportunity=opportunity, by=actor, **data),
        then=page,
        note=_("Open. It is on the page “What is open”."),
    )
    context = {
        "form": form,
        "title": _("Open this opportunity?"),
        "opportunity": opportunity,
        "marks": words.marks(marks),
        "change": f"{page}change/",
        "back": (opportunity.title, page),
    }
    return done or pages.page(request, "candour/open.html", context)
