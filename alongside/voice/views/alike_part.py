"""On the page of a contribution: others who said the same."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from .. import rules
from ..found_words import with_shared
from ..models import Contribution
from ..queries import searching
from ..queries.searching import Similar
from ..tables.searching import alike_words

SHOWN = 3  # the rest stand on a page of their own


def near(request: Any, found: Contribution) -> list[Similar]:
    """Others who said the same, for the parts of the page. While something is owed for it: then all of them can be
    answered together. Later a link leads to them (`views/ledger.py`)."""
    if not found.words or not found.is_owed or not rules.may_read_words(request.actor, found):
        return []
    return searching.similar(request.actor, found, limit=SHOWN + 1)


def alike_part(request: Any, others: list[Similar], base: str) -> dict[str, Any] | None:
    """For `voice/part_alike.html`; None when nobody said the same."""
    if not others:
        return None
    return {
        "first": [(each, alike_words(each), _words(each)) for each in others[:SHOWN]],
        "more": len(others) > SHOWN,
        "url": f"{base}alike/",
        "voices": f"/{request.organisation.slug}/voices/",
    }


def _words(each: Similar) -> SafeString:
    return with_shared(each.contribution.words, each.contribution.organisation_id, each.marks)
