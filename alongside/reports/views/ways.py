"""The way to everything that shows how it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import rules, ways


def reports(request: Any, org: str) -> HttpResponse:
    rules.check_can_see_figures(request.actor)
    context = {"title": _("Map and figures"), "groups": ways.ways_for(request.actor)}
    return pages.page(request, "reports/ways.html", context)
