"""Reading words before others do: those whom their teller chose may read them, or nobody may and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import services
from ..forms import touchpoints as forms
from ..queries import touchpoints as queries
from ..rules import touchpoints as rules
from ..tables.touchpoints import ToReadTable
from .moments import here


def to_read(request: Any, org: str) -> HttpResponse:
    if not rules.can_moderate(request.actor):
        raise NotYours
    context = {
        "title": _("Words to read"),
        "table": ToReadTable(request, queries.to_read(request.actor)),
        "back": (_("What our services are like"), here(org)),
    }
    return pages.page(request, "journey/to_read.html", context)


def read(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.telling_to_read(request.actor, code)
    form = forms.ReadForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.read_telling(
            telling=found, hold=data["hold"] == "yes", held_why=data["held_why"], by=request.actor
        ),
        then=here(org, "words"),
        note=_("Saved."),
    )
    context = {
        "form": form,
        "title": found.touchpoint.name,
        "telling": found,
        "helps": f"/{org}/voices/new/?unit={found.touchpoint.unit.code}",
        "back": (_("Words to read"), here(org, "words")),
    }
    return done or pages.page(request, "journey/read_telling.html", context)
