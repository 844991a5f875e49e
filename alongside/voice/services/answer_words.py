"""What a message about an answer says, by kind. What somebody said is never repeated in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.dates import long_day

from ..models import Answer, AnswerKind, Contribution, Passing
from ..models.answers import STILL_OWED


def subject_of(contribution: Contribution, answer: Answer) -> str:
    facts = {"organisation": contribution.organisation.name}
    if answer.kind in (AnswerKind.HOLDING, AnswerKind.PASSED_ON):
        return _("%(organisation)s tells you how it stands") % facts
    return _("%(organisation)s has answered you") % facts


def body_of(contribution: Contribution, answer: Answer) -> str:
    parts = [_("You told us something on %(day)s."), *_middle(contribution, answer), "%(role)s, %(organisation)s"]
    if answer.kind not in STILL_OWED or answer.kind == AnswerKind.PASSED_ON:
        parts.append(_("Is that not right? You can say so, and then we have to look at it again."))
    return "\n\n".join(parts) % _facts(contribution, answer)


def _middle(contribution: Contribution, answer: Answer) -> list[str]:
    if answer.kind == AnswerKind.HOLDING:
        return [
            _("There is no answer yet. This is where it stands: %(reason)s"),
            _("What happens next, by %(until)s: %(next)s"),
            _("We promised you an answer by %(promised)s. That day still counts."),
        ]
    if answer.kind == AnswerKind.PASSED_ON:
        return [
            _("We cannot decide this ourselves: %(reason)s"),
            _("We have passed it on to %(passed_to)s, and asked them: %(asked)s"),
            _("We ask again until they answer, and tell you what they say."),
        ]
    return [_("Our answer: %(outcome)s."), _("Why: %(reason)s")]


def _facts(contribution: Contribution, answer: Answer) -> dict[str, Any]:
    passing = Passing.objects.filter(answer=answer).first() if answer.kind == AnswerKind.PASSED_ON else None
    return {
        "organisation": contribution.organisation.name,
        "day": long_day(contribution.said_on),
        "promised": long_day(contribution.answer_by),
        "outcome": AnswerKind(answer.kind).label,
        "reason": answer.reason,
        "next": answer.next_step,
        "until": long_day(answer.defer_until) if answer.defer_until else "",
        "role": answer.role,
        "passed_to": passing.passed_to if passing else "",
        "asked": passing.asked if passing else "",
    }
