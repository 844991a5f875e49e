"""My page: everything that is mine, across organisations."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import works_here
from alongside.core import pages
from alongside.core.actor import Actor

from ..queries import mine
from ..queries import took_part as took_part_queries
from ..tables import TookPartTable

STAFF_PAGES = (
    *((P.SEE_DESK, "desk/"), (P.SEE_OWED, "owed/"), (P.SAFEGUARD, "safeguarding/"), (P.SEE_BOARD, "board/")),
    (P.SETTINGS, "settings/"),
    (P.READ_CONCERNS, "concerns/read/"),
)


@login_required
def me(request: Any) -> HttpResponse:
    actors = request.actors()
    names = request.organisations()
    workplaces = [(names[actor.organisation_id], start) for actor in actors if (start := starts_at(actor, names))]
    contributor = any(actor.person_id for actor in actors)
    if not contributor and len(workplaces) == 1:
        return HttpResponseRedirect(workplaces[0][1])
    context = {
        "title": _("My page"),
        "sections": mine.my_sections(actors, timezone.localdate()) if contributor else [],
        "workplaces": workplaces,
        "registers": [(names[a.organisation_id], a.organisation_id) for a in actors if a.person_id],
    }
    return pages.page(request, "home/me.html", context)


@login_required
def took_part(request: Any) -> HttpResponse:
    """All of it, over as many pages as it needs."""
    actors = [actor for actor in request.actors() if actor.person_id]
    places = took_part_queries.places_of([actor.person_id for actor in actors]).exclude(state="offered")
    context = {
        "title": _("What you took part in, and what came of it"),
        "table": TookPartTable(request, places, actors=actors),
        "back": (_("My page"), "/me/"),
    }
    return pages.page(request, "home/took_part.html", context)


def starts_at(actor: Actor, names: dict[int, Any]) -> str:
    """Where somebody who works there begins; nothing for those who only take part."""
    slug = names[actor.organisation_id or 0].slug
    for permission, page in STAFF_PAGES:
        if actor.can(permission):
            return f"/{slug}/{page}"
    return f"/{slug}/decisions/" if works_here(actor) else ""
