"""An organisation's own page, for anybody."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from alongside.core import pages

from ..queries.public import public_page


def organisation(request: Any, org: str) -> HttpResponse:
    shown = public_page(request.actor, request.organisation, request.clock)
    context = {"title": request.organisation.name, "shown": shown, "settings": request.clock.settings}
    return pages.unkept(pages.page(request, "home/organisation.html", context))
