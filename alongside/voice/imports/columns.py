"""The columns of a file of comments: what they hold, and by which names they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core.sheets import Matched, SheetError, match_columns

from ..models import AnswerKind, ContributionKind, TellingChannel
from ..models.answers import STILL_OWED, TOLD_BY_HAND

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
    "use_public": _("yes or no: may these words be shown to anyone? Empty: no. Whoever is known has to allow it, too."),
    "id": _("The number of the row where it comes from, so that the same file twice changes nothing."),
    "our_answer": _("What you answered, word for word. Empty: an answer is owed. It answers all that a row says."),
    "answer_kind": _("adopted, adapted, not adopted or no decision: each answer needs one."),
    "answered_on": _("The day on which you answered: each answer needs one, not before the day it reached you."),
    "answered_by": _("Who answered, by role and not by name. Empty: the unit."),
    "told_on": _("The day on which its author was told the answer. Empty: telling them is owed."),
    "told_how": _("email, phone, text, post, in person or group. Empty: nobody wrote down how."),
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
    "our_answer": ("our response", "our reply", "reply", "answer given", "response given", "reply given"),
    "answer_kind": ("kind of answer", "type of answer", "answer type", "our decision"),
    "answered_on": ("date answered", "answer date", "date of answer", "date replied", "reply date", "date of reply"),
    "answered_by": ("answered by role", "who answered", "replied by"),
    "told_on": ("date told", "author told", "author told on", "date author told"),
    "told_how": ("how told", "told by", "how they were told"),
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

ANSWERS = {
    "adopted": AnswerKind.ADOPTED.value,
    "yes": AnswerKind.ADOPTED.value,
    "yes, we will do this": AnswerKind.ADOPTED.value,
    "adapted": AnswerKind.ADAPTED.value,
    "in part": AnswerKind.ADAPTED.value,
    "partly": AnswerKind.ADAPTED.value,
    "yes, in part or in another way": AnswerKind.ADAPTED.value,
    "not adopted": AnswerKind.NOT_ADOPTED.value,
    "not_adopted": AnswerKind.NOT_ADOPTED.value,
    "no": AnswerKind.NOT_ADOPTED.value,
    "no, we will not do this": AnswerKind.NOT_ADOPTED.value,
    "no decision": AnswerKind.NO_DECISION.value,
    "no_decision": AnswerKind.NO_DECISION.value,
    "nothing to decide": AnswerKind.NO_DECISION.value,
    "there was nothing to decide": AnswerKind.NO_DECISION.value,
}
# What a list says of rows that nobody answered; and what came back from outside, which is written down where it waits.
NOT_YET = frozenset(
    {"not yet", "no answer", "none", "open", "pending", "waiting", "deferred", "holding", "passed on", "outside"}
    | {kind.value for kind in STILL_OWED}
)
HOW = {
    **{how.value.replace("_", " "): how.value for how in TOLD_BY_HAND},
    "e-mail": TellingChannel.EMAIL.value,
    "telephone": TellingChannel.PHONE.value,
    "sms": TellingChannel.TEXT.value,
    "letter": TellingChannel.POST.value,
    "face to face": TellingChannel.IN_PERSON.value,
}


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
