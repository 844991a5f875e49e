"""Who may answer, hand over and tell."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import Refused

from .. import phrases
from ..models import Contribution, TellingChannel
from ..models.contributions import ACKNOWLEDGED, ANSWERED, CHALLENGED, DEFERRED, RECEIVED
from .common import can, check_here, check_not_taken_back, check_seen, check_words, is_author

ANSWERABLE = (RECEIVED, ACKNOWLEDGED, DEFERRED, CHALLENGED)


def check_acknowledge(by: Actor, contribution: Contribution) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state != RECEIVED:
        raise Refused(_("They have been told already that it is here."))


def check_answer(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)
    if contribution.state not in ANSWERABLE:
        raise Refused(
            _("This has an answer. Another one can be given only if the one who said it says it is not right.")
        )


def check_reason(reason: str, empty: frozenset[str] = phrases.EMPTY_PHRASES, field: str = "reason") -> None:
    """“Noted” is not an answer. `empty`: the sentences that this organisation calls empty."""
    if phrases.is_empty(reason, empty):
        raise Refused(
            _("That is not an answer yet. Say what you will do, or why you will not, so that they can check it."),
            field=field,
        )
    if phrases.has_gap(reason):
        raise Refused(_("There is still a gap from a template in this answer. Fill it in."), field=field)
    check_words(reason, field)


def check_deferral(deferred: bool, until: date | None, today: date) -> None:
    if deferred and (until is None or until <= today):
        raise Refused(_("Say by which day you will answer. It must be after today."), field="defer_until")
    if not deferred and until is not None:
        raise Refused(_("Leave the day empty, or choose “Not yet”: this is an answer now."), field="defer_until")


def check_hand_over(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)
    if contribution.state not in (*ANSWERABLE, ANSWERED):
        raise Refused(_("Nothing is owed here, so there is nothing to hand over."))


def check_tell(by: Actor, contribution: Contribution, channel: str) -> None:
    on_their_page = channel == TellingChannel.ON_PAGE
    if not (by.kind == Kind.SYSTEM or on_their_page and is_author(by, contribution)):
        check_here(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state not in (ANSWERED, DEFERRED):
        raise Refused(_("There is no new answer to tell them about."))


def check_told_day(on: date, answered_on: date, today: date) -> None:
    if on > today:
        raise Refused(_("That day has not come yet. Write it down once they have been told."), field="on")
    if on < answered_on:
        raise Refused(_("They cannot have been told before the answer was written. Look at the day again."), field="on")


def check_render(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)


def check_see_ledger(actor: Actor) -> None:
    if not actor.can(P.SEE_VOICES):
        raise Refused(_("Only those who answer what people say can see this."))


def can_acknowledge(by: Actor, contribution: Contribution) -> bool:
    return can(check_acknowledge, by, contribution)


def can_answer(by: Actor, contribution: Contribution) -> bool:
    return can(check_answer, by, contribution)


def why_no_answer(by: Actor, contribution: Contribution) -> str:
    """What stands in the way of an answer, in words; empty when nothing does."""
    try:
        check_answer(by, contribution)
    except Refused as refused:
        return refused.reason
    return ""


def can_hand_over(by: Actor, contribution: Contribution) -> bool:
    return can(check_hand_over, by, contribution)


def can_tell(by: Actor, contribution: Contribution, channel: str = "") -> bool:
    return can(check_tell, by, contribution, channel)


def can_render(by: Actor, contribution: Contribution) -> bool:
    return can(check_render, by, contribution)


def can_see_ledger(actor: Actor) -> bool:
    return can(check_see_ledger, actor)
