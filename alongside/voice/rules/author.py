"""What only its author may do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import AnswerKind, Contribution
from ..models.contributions import ANSWERED, DEFERRED, TOLD, WITHDRAWN
from .common import can, check_author, check_not_taken_back


def check_challenge(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    passed_on = contribution.state == DEFERRED and contribution.answer_kind == AnswerKind.PASSED_ON
    if contribution.state not in (ANSWERED, TOLD) and not passed_on:
        raise Refused(_("There is no answer to question yet. One is still owed to you."))


def check_mark_answered(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state not in (ANSWERED, TOLD):
        raise Refused(_("There is no answer yet. One is still owed to you."))
    if contribution.answers_me_on is not None:
        raise Refused(_("You have said so already. It is on the page."))


def check_agree(by: Actor, contribution: Contribution, waits: bool) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if not (waits or contribution.words_denied):
        raise Refused(_("There is nothing that waits for your yes."))


def check_withdraw(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    if contribution.state == WITHDRAWN:
        raise Refused(_("This was taken back before. The words are gone."))


def check_add(by: Actor, first: Contribution) -> None:
    check_author(by, first)
    if first.state == WITHDRAWN:
        raise Refused(_("You took this back, so there is nothing to add to. Say it anew: it gets a page of its own."))


def check_change_uses(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)


def can_add(by: Actor, first: Contribution) -> bool:
    return can(check_add, by, first)


def can_challenge(by: Actor, contribution: Contribution) -> bool:
    return can(check_challenge, by, contribution)


def can_mark_answered(by: Actor, contribution: Contribution) -> bool:
    return can(check_mark_answered, by, contribution)


def can_agree(by: Actor, contribution: Contribution, waits: bool) -> bool:
    return can(check_agree, by, contribution, waits)


def can_withdraw(by: Actor, contribution: Contribution) -> bool:
    return can(check_withdraw, by, contribution)


def can_change_uses(by: Actor, contribution: Contribution) -> bool:
    return can(check_change_uses, by, contribution)
