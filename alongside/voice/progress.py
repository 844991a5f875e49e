"""Where something that was said stands, in plain sentences for the one who said it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.dates import how_long, long_day

from .models import Answer, AnswerKind, Concern, Contribution
from .models.changes import CHALLENGED as DISPUTED
from .models.changes import CLAIMED, CONFIRMED, LAPSED
from .models.contributions import (
    ACKNOWLEDGED,
    ANSWERED,
    CHALLENGED,
    DEFERRED,
    NOT_HELD,
    NOT_HELD_WORDS,
    OWED,
    RECEIVED,
    TOLD,
    WITHDRAWN,
)
from .models.safety import CLOSED, LOOKING, RAISED

# By how it stands: words for staff, words for the one who said it, tone.
STATES: dict[str, tuple[Any, Any, str]] = {
    RECEIVED: (gettext_lazy("Not read yet"), gettext_lazy("It is here"), "waiting"),
    ACKNOWLEDGED: (gettext_lazy("Answer owed"), gettext_lazy("Somebody has read it"), "waiting"),
    DEFERRED: (gettext_lazy("Not yet, still owed"), gettext_lazy("They need more time"), "waiting"),
    ANSWERED: (gettext_lazy("Answered, not yet told"), gettext_lazy("There is an answer"), "open"),
    TOLD: (gettext_lazy("Told"), gettext_lazy("There is an answer"), "done"),
    CHALLENGED: (gettext_lazy("Challenged, answer owed"), gettext_lazy("You said it is not right"), "late"),
    NOT_HELD: (NOT_HELD_WORDS, gettext_lazy("They owe you a new answer"), "late"),
    WITHDRAWN: (gettext_lazy("Taken back"), gettext_lazy("You took it back"), "quiet"),
}
WHERE = {
    RECEIVED: gettext_lazy(
        "%(team)s has it. Somebody reads it by %(soon)s. You get an answer, and the reason, by %(day)s."
    ),
    ACKNOWLEDGED: gettext_lazy("%(team)s has it. You get an answer, and the reason, by %(day)s."),
    DEFERRED: gettext_lazy(
        "%(team)s has put off its answer to %(until)s. It was promised by %(day)s, and that still counts."
    ),
    ANSWERED: gettext_lazy("%(team)s has answered. If the answer is not right, you can say so."),
    TOLD: gettext_lazy("%(team)s has answered. If the answer is not right, you can say so."),
    CHALLENGED: gettext_lazy(
        "%(team)s owes you a new answer. The first one was promised by %(day)s, and that still counts."
    ),
    WITHDRAWN: gettext_lazy("The words are gone for good. There is nothing more for you to do."),
}
NOT_YET = {
    AnswerKind.HOLDING: gettext_lazy(
        "%(team)s has no answer yet, and has told you how it stands. The next step is promised by %(until)s. "
        "The answer was promised by %(day)s, and that still counts."
    ),
    AnswerKind.PASSED_ON: gettext_lazy(
        "%(team)s cannot decide this and has passed it on. They ask again until there is an answer, and tell you. "
        "If that is not right, you can say so. You were promised an answer by %(day)s, and that still counts."
    ),
}
PASSED_ON = gettext_lazy("They passed it on")
READ = gettext_lazy("%(team)s has it, and somebody has read it. You get an answer, and the reason, by %(day)s.")
APART = {
    RAISED: gettext_lazy("%(who)s looks at what you said by %(day)s. Nobody else here sees it."),
    LOOKING: gettext_lazy("%(who)s is looking at what you said. Nobody else here sees it."),
    CLOSED: gettext_lazy("%(who)s has looked at what you said. You can ask what was done. Nobody else here sees it."),
}
ANSWERS: dict[str, tuple[Any, str]] = {
    AnswerKind.ADOPTED: (gettext_lazy("Done"), "done"),
    AnswerKind.ADAPTED: (gettext_lazy("Done in part"), "done"),
    AnswerKind.NOT_ADOPTED: (gettext_lazy("Not done"), "refused"),
    AnswerKind.NO_DECISION: (gettext_lazy("Nothing to decide"), "quiet"),
    AnswerKind.OUTSIDE: (gettext_lazy("Not ours to decide"), "refused"),
    AnswerKind.DEFERRED: (gettext_lazy("Not yet"), "waiting"),
    AnswerKind.HOLDING: (gettext_lazy("Not yet"), "waiting"),
    AnswerKind.PASSED_ON: (gettext_lazy("Passed on"), "waiting"),
}
CHANGES: dict[str, tuple[Any, str]] = {
    CLAIMED: (gettext_lazy("The organisation says so"), "waiting"),
    CONFIRMED: (gettext_lazy("Confirmed by somebody who said it"), "done"),
    DISPUTED: (gettext_lazy("Disputed by somebody who said it"), "late"),
    LAPSED: (gettext_lazy("It did not hold, or only in part"), "late"),
}


@dataclass(frozen=True)
class Progress:
    label: Any
    tone: str
    sentences: tuple[str, ...]


def of(contribution: Contribution, answers: list[Answer], today: date) -> Progress:
    label, tone = of_its_author(contribution)
    return Progress(
        label, "late" if is_late(contribution, today) else tone, tuple(_sentences(contribution, answers, today))
    )


def of_its_author(contribution: Contribution) -> tuple[Any, str]:
    """In two or three words, and the tone of them."""
    _staff, label, tone = STATES[contribution.stands]
    if contribution.state == DEFERRED and contribution.answer_kind == AnswerKind.PASSED_ON:
        label = PASSED_ON
    return label, tone


def of_staff(contribution: Contribution) -> tuple[Any, str]:
    """In a few words, and the tone of them."""
    label, _author, tone = STATES[contribution.stands]
    return label, tone


def of_apart(concern: Concern, who: str) -> Progress:
    """For its author, while it is before the safeguarding lead: `who` that is, by role."""
    sentence = str(APART[concern.state]) % {"who": who, "day": long_day(concern.look_by)}
    return Progress(_("Somebody looks after this"), "open", (sentence,))


def _sentences(contribution: Contribution, answers: list[Answer], today: date) -> Iterator[str]:
    until = answers[-1].defer_until if answers else None
    read = contribution.state == RECEIVED and contribution.read_on is not None
    where = NOT_YET.get(AnswerKind(answers[-1].kind)) if answers and contribution.state == DEFERRED else None
    yield str(READ if read else where or WHERE[contribution.state]) % {
        "team": contribution.unit.name,
        "day": long_day(contribution.answer_by),
        "soon": long_day(contribution.read_by),
        "until": long_day(until) if until else "",
    }
    if is_late(contribution, today):
        yield _("That day has passed. They are %(late)s late.") % {"late": how_long((today - contribution.due_on).days)}


def is_late(contribution: Contribution, today: date) -> bool:
    """The day on which something was due has passed. Telling has no day of its own."""
    return contribution.state in OWED and contribution.state != ANSWERED and contribution.due_on < today
