"""Whether a change held: who sets a day for it, who looks, who says what they see, and who corrects a text."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import phrases
from ..models import Change, CheckDay, Contribution, Held
from ..shapes import Recheck
from .changes import check_record_change, check_verdict
from .common import can, check_words

LONGEST_EVERY = 60  # months


def check_plan(by: Actor, change: Change) -> None:
    check_record_change(by, change.unit_id)


def check_recheck(recheck: Recheck, since: date, today: date) -> None:
    """The first day is still to come, and whatever repeats has an end."""
    if recheck.first <= max(since, today):
        raise Refused(_("Choose a day that is still to come: somebody has to look again then."), field="check_on")
    if not 0 <= recheck.every <= LONGEST_EVERY:
        raise Refused(_("Give a number of months from 1 to 60."), field="every")
    if recheck.every and (recheck.until is None or recheck.until <= recheck.first):
        raise Refused(
            _("Say until when somebody looks again and again. It must be after the first day."), field="until"
        )
    if not recheck.every and recheck.until is not None:
        raise Refused(_("Leave this day empty, or say every how many months somebody looks."), field="until")


def check_look(by: Actor, check_day: CheckDay) -> None:
    """Whoever answers where the check is owed, or where the change is."""
    if not (by.can(P.ANSWER, check_day.unit_id) or by.can(P.ANSWER, check_day.change.unit_id)):
        raise Refused(_("Only those who answer for this part of the organisation can say whether it held there."))
    if check_day.done_on is not None:
        raise Refused(_("Somebody has looked already. What they saw stands on the page."))


def check_seen_there(words: str) -> None:
    """“Done” is not something that was seen."""
    check_words(words, "words")
    if phrases.is_empty(words):
        raise Refused(_("Say what you saw, and where: that is what makes it a check."), field="words")


def check_say_held(by: Actor, contribution: Contribution, change: Change) -> None:
    check_verdict(by, contribution, change)


def check_correct(by: Actor, change: Change) -> None:
    check_record_change(by, change.unit_id)


def check_correction(what: str, evidence: str, why: str) -> None:
    if not what and not evidence:
        raise Refused(_("Write the text as it should be: at least one of the two."), field="what")
    for name, text in (("what", what), ("evidence", evidence)):
        if text:
            check_words(text, name)
    check_words(why, "why")
    if phrases.is_empty(why):
        raise Refused(_("Say what was wrong with the first text."), field="why")


def comes_back(result: str) -> bool:
    return result == Held.HELD


def can_plan(by: Actor, change: Change) -> bool:
    return can(check_plan, by, change)


def can_look(by: Actor, check_day: CheckDay) -> bool:
    return can(check_look, by, check_day)


def can_say_held(by: Actor, contribution: Contribution, change: Change) -> bool:
    return can(check_say_held, by, contribution, change)


def can_correct(by: Actor, change: Change) -> bool:
    return can(check_correct, by, change)
