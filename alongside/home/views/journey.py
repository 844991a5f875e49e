"""The road of an organisation, or of one unit: what was learned on it, what is aimed at, and the two accounts."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages


def road(request: Any, org: str) -> HttpResponse:
    """For everybody: each sees of it what they may read."""
    return pages.page(request, "home/journey.html", {"title": _("The journey")})
