"""Finding what was said by its words, and who else said the same."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.inputs import tidy_text
from alongside.core.tables import LONGEST_FILTER

from .. import queries, rules
from ..models import Contribution
from ..queries import searching
from ..queries.searching import Similar
from ..tables import searching as tables
from .ledger import author_of

MOST_SHOWN = 50


def search(request: Any, org: str) -> HttpResponse:
    if not rules.can_see_ledger(request.actor):
        raise NotYours
    base = f"/{org}/voices/"
    typed = tidy_text(request.GET.get("words", "")).strip()[:LONGEST_FILTER]
    found = searching.search(request.actor, typed, request.GET.get("unit", ""))
    page = {
        "title": _("Find what was said"),
        "back": (_("Voices"), base),
        "table": tables.FoundTable(request, found, base),
        "voices": base,
        "how_many": tables.how_many(found),
    }
    return pages.page(request, "voice/search.html", page)


def alike(request: Any, org: str, code: str) -> HttpResponse:
    """Everybody else who said the same: each stays a voice of its own."""
    found = queries.entry_for(request.actor, code, whole=False)
    if not rules.may_read_words(request.actor, found):
        raise NotYours
    others = searching.similar(request.actor, found, limit=MOST_SHOWN)
    base = f"/{org}/voices/"
    own = code if rules.can_answer(request.actor, found) else ""
    page = {
        "title": _("Others who said the same"),
        "back": (_("Back"), f"{base}{code}/"),
        "said": found,
        "by": author_of(found),
        "voices": base,
        "own": own,  # answered together with those chosen
        "all": ",".join([own, *_answerable(found, others)]) if own else "",
        "table": tables.AlikeTable(request, others, base),
    }
    return pages.page(request, "voice/alike.html", page)


def _answerable(found: Contribution, others: list[Similar]) -> list[str]:
    """Those who wait for the same unit to answer, and so can be given one answer with it."""
    rows = [each.contribution for each in others]
    return [row.code for row in rows if row.unit_id == found.unit_id and row.state in rules.ANSWERABLE]
