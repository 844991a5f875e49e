"""What something is about, on the page of it and in the reading order: what is marked, and what may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import forms, rules, theme_words
from ..models import Contribution
from ..queries import themes as about
from ..queries.searching import Similar

READING = "reading"


def themes_part(
    request: Any, found: Contribution, base: str, back: str = "", near: Sequence[Similar] = ()
) -> dict[str, Any] | None:
    """For `voice/part_themes.html`; None where nobody has anything to say about themes. `near`: others who said the
    same, where the page has looked for them anyway."""
    marks = rules.can_mark(request.actor, found)
    if found.withdrawn_on is not None or not rules.may_read_words(request.actor, found):
        return None
    themes = about.themes_on(request.actor, found, suggest=marks, near=near)
    return {
        "url": f"{base}themes/",
        "marks": marks,
        "back": back,
        "accepted": themes.accepted,
        "suggested": [(each, theme_words.because(each.because)) for each in themes.suggested],
        "others": themes.others,
        "voices": f"/{request.organisation.slug}/voices/",
        "form": forms.MarkForm(),
    }
