"""The columns of a file of comments: what they hold, and by which names they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core.sheets import Matched, SheetError, match_columns

from ..models import ContributionKind

FIELDS: Mapping[str, Any] = {
    "words": _("What somebody said, word for word. Several columns can hold words: each becomes its own entry."),
    "question": _("The question that they answered."),
    "about": _("What it is about, in their words."),
    "unit": _("The part of the organisation that is to answer. Empty: the top of the organisation."),
    "said_on": _("The day on which it was said. Empty: the day it was received."),
    "received_on": _("The day on which it reached you. Empty: today. What is owed runs from this day."),
    "kind": _("idea, concern, question, experience, disagreement or agenda item. Empty: experience."),
    "author": _("Their reference in your list of people, or the code of their page. Others stay without a name."),
    "group": _("The name of the group that said it."),
    "use_public": _("yes or no: may these words be shown to anyone? Empty: no."),
    "id": _("The number of the row where it comes from, so that the same file twice changes nothing."),
}
NAMES: dict[str, Sequence[str]] = {
    "words": (
        "comment",
        "comments",
        "answer",
        "fft answer",
        "feedback",
        "response",
        "text",
        "what was said",
        "free text",
        "verbatim",
    ),
    "question": ("question asked", "fft question"),
    "about": ("subject", "topic"),
    "unit": ("team", "service", "department", "ward", "unit name", "team name", "service name"),
    "said_on": ("date", "date said", "said", "date of feedback", "response date"),
    "received_on": ("received", "date received"),
    "kind": ("type",),
    "author": ("person", "register key", "register code"),
    "group": ("group name",),
    "use_public": ("public", "show in public", "consent to publish"),
    "id": ("comment id", "response id", "reference", "ref"),
}
KINDS = {
    **{kind.value.replace("_", " "): kind.value for kind in ContributionKind},
    **{kind.value: kind.value for kind in ContributionKind},
    "worry": "concern",
    "complaint": "concern",
    "suggestion": "idea",
    "story": "experience",
    "compliment": "experience",
}
YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "0": "no"}


def matched(columns: list[str], mapping: Mapping[str, str]) -> tuple[Matched, list[str]]:
    """Which column holds which field, and the columns that hold words, in the order of the file."""
    several = [column for column, name in mapping.items() if name == "words"]
    rest = {column: name for column, name in mapping.items() if name != "words"}
    if len(several) < 2:
        found = match_columns(columns, dict(NAMES), dict(mapping))
        if "words" not in found.by_field:
            raise SheetError(_no_words(columns), unknown=found.unknown)
        return found, [found.by_field["words"]]
    # Each is looked up by itself, so that a name that is not there is reported as any other.
    words = [match_columns(columns, dict(NAMES), {one: "words"}).by_field["words"] for one in several]
    other = {name: names for name, names in NAMES.items() if name != "words"}
    found = match_columns([column for column in columns if column not in words], other, rest)
    return found, sorted(words, key=columns.index)


def _no_words(columns: list[str]) -> str:
    text = _("There is no column with what was said. Say which one of these it is: %(columns)s.")
    return str(text) % {"columns": ", ".join(column[:40] for column in columns)}
