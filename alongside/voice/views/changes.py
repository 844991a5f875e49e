"""One change: what is different, how anybody can see it, and what those who asked for it say."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import progress, queries, rules
from ..models import Change


def change(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_for(request.actor, code)
    words, tone = progress.CHANGES[found.state]
    page = {
        "title": _("Something is different"),
        "change": found,
        "state": (words, tone),
        "sources": _sources(request, found),
        "back": (_("What came of what people said"), f"/{org}/heard/"),
    }
    if rules.can_see_ledger(request.actor):
        page["back"] = (_("Voices"), f"/{org}/voices/")
    return pages.page(request, "voice/change.html", page)


def _sources(request: Any, found: Change) -> list[dict[str, Any]]:
    """Out of whose words it came: those that the reader may see, each with what its author says about the change."""
    seen = queries.seen_sources(request.actor, found)
    return [
        {
            "said": source.contribution,
            "shown": source.contribution_id in seen,
            "verdicts": [one for one in found.verdicts.all() if one.contribution_id == source.contribution_id],
        }
        for source in found.sources.all()
    ]
