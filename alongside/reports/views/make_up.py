"""Who takes part, beside those the organisation is for."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.people import equality_rules
from alongside.people.queries import least_shown

from ..make_up_tables import MakeUpTable
from ..queries.make_up import make_up_for


def the_make_up(request: Any, org: str) -> HttpResponse:
    settings = request.clock.settings
    found = make_up_for(request.actor, request.GET.get("period", ""), settings.year_starts_month)
    title = _("Who takes part: %(period)s") % {"period": found.name} if found.chosen else _("Who takes part")
    context = {
        "title": title,
        "taken": MakeUpTable(request, found.questions, title),
        "back": (_("Figures"), f"/{org}/figures/"),
        "found": found,
        "least": found.chosen.least if found.chosen else least_shown(settings),
        "sets_up": equality_rules.can_keep_questions(request.actor),
    }
    return pages.page(request, "reports/make_up.html", context)
