"""What an organisation sets up first, for those who set it up."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours

from ..queries.first_steps import first_steps


def first(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not actor.can(P.SETTINGS):
        raise NotYours
    context = {
        "title": _("First steps"),
        "sections": first_steps(actor, org, request.clock.today(), timezone.now()),
        "coordinates": actor.can(P.SEE_DESK),
    }
    return pages.page(request, "home/first_steps.html", context)
