"""The text of a close as somebody may read it. What is frozen now holds nobody's words; in what was frozen before,
reasons stand as they were written, beside decisions that not everybody who signs may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.voice.queries import eyes_of

from .. import closing
from ..models import PeriodSheet
from .frozen import read_text
from .pack_words import titles_of

LISTS, WORDS = ("without", "through"), ("what", "reason", "who")
LEFT_OUT = "left_out"


def text_for(actor: Actor, sheet: PeriodSheet) -> str:
    """The very text, where they may read all of it. Otherwise a copy that says what it leaves out."""
    document = read_text(sheet.content)
    found = list(_with_words(document))
    seen = titles_of(eyes_of(actor), [row["decision"] for row in found]) if found else {}
    hidden = [row for row in found if row["decision"] not in seen]
    if not hidden:
        return sheet.content
    for row in hidden:
        row.update({name: "" for name in WORDS if name in row})
    told = _(
        "Why something was let through, and who allowed it, is left out of this copy where it is about a decision that"
        " is not yours to see. So the copy has another digest than the text that was signed."
    )
    return closing.text_of({**document, LEFT_OUT: told})


def _with_words(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    pack = document["parts"].get("pack") or {}
    for name in LISTS:
        for row in pack.get(name, ()):
            if any(row.get(word) for word in WORDS):
                yield row
