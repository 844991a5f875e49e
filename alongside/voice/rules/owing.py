"""Holding notes, what is passed on, one answer for many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import answer_templates, phrases
from ..models import Contribution, Passing, PassingEnd
from ..models.answers import CHOSEN
from .answering import ANSWERABLE, check_answer
from .common import can, check_here, check_not_taken_back, check_seen
from .reading import may_read_words

MOST_AT_ONCE = 100
CHANGED_SHOWN = 5


def check_kind(kind: str) -> None:
    """A holding note, and what is passed on, say more than an answer does: each has a page of its own."""
    if kind not in CHOSEN:
        raise Refused(_("Choose one of these answers."), field="kind")


def check_note(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)
    if contribution.state not in ANSWERABLE:
        raise Refused(_("This has an answer, so nobody needs to hear why there is none yet."))


def check_until(until: date | None, today: date) -> None:
    if until is None or until <= today:
        raise Refused(_("Say by which day somebody does that. It must be after today."), field="until")


def check_not_a_template(text: str, templates: Sequence[str], field: str = "reason") -> None:
    """A template sent as it is answers nobody."""
    if any(answer_templates.is_untouched(text, template) for template in templates):
        raise Refused(
            _("This is a template as it stands. Say what you will do, or why not, about what this person said."),
            field=field,
        )


def check_pass_on(by: Actor, contribution: Contribution, seen: int | None = None, passed: bool = False) -> None:
    check_answer(by, contribution, seen)
    if passed:
        raise Refused(_("This is with somebody already. Write down what came of that first."))


def check_named(body: str) -> None:
    if not phrases.can_be_seen(body):
        raise Refused(_("Say who has it now, so that they can be asked too."), field="passed_to")
    if len(body) > 200:
        raise Refused(_("Use at most 200 letters for who has it."), field="passed_to")


def check_passing(by: Actor, contribution: Contribution, passing: Passing, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    if passing.ended_on is not None:
        raise Refused(_("We do not wait for them any more. Look at what came of it."))
    if seen is not None and seen != passing.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def check_end(end: str) -> None:
    if end not in (PassingEnd.CAME, PassingEnd.GIVEN_UP):
        raise Refused(_("Choose how it ended."), field="end")


def check_many(contributions: Sequence[Contribution]) -> None:
    if not contributions:
        raise Refused(_("Choose what you want to answer. Nothing is chosen yet."))
    if len(contributions) > MOST_AT_ONCE:
        raise Refused(_("Choose at most %(most)d at a time.") % {"most": MOST_AT_ONCE})
    if len({one.unit_id for one in contributions}) > 1:
        raise Refused(_("Choose what one part of the organisation is to answer: these belong to several."))


def refused_many(by: Actor, changed: Sequence[tuple[Contribution, str]]) -> Refused:
    """Which of them cannot be answered so, by their first words, and why."""
    lines = [f"“{_beginning(by, row)}”: {why}" for row, why in changed[:CHANGED_SHOWN]]
    if len(changed) > CHANGED_SHOWN:
        lines.append(_("And %(n)d more.") % {"n": len(changed) - CHANGED_SHOWN})
    return Refused(" ".join([_("No answer was given to any of them."), *lines]), field="versions")


def _beginning(by: Actor, row: Contribution) -> str:
    return Truncator(" ".join(row.words.split())).chars(60) if row.words and may_read_words(by, row) else row.code


def can_answer_somewhere(by: Actor) -> bool:
    return by.can(P.ANSWER)


def can_note(by: Actor, contribution: Contribution) -> bool:
    return can(check_note, by, contribution)


def can_pass_on(by: Actor, contribution: Contribution, passed: bool = False) -> bool:
    return can(check_pass_on, by, contribution, None, passed)


def can_chase(by: Actor, contribution: Contribution, passing: Passing | None) -> bool:
    return passing is not None and can(check_passing, by, contribution, passing)
