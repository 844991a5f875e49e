"""Who may say what is different, and who says whether it is so."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Change, Contribution
from .common import can, check_author, check_not_taken_back


def check_record_change(by: Actor, unit_id: int) -> None:
    if not by.can(P.ANSWER, unit_id):
        raise Refused(_("Only those who answer for this part of the organisation can say what changed there."))


def check_source(by: Actor, contribution: Contribution) -> None:
    check_not_taken_back(contribution)
    if by.organisation_id != contribution.organisation_id:
        raise Refused(_("That was not said to this organisation."))


def check_verdict(by: Actor, contribution: Contribution, change: Change) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if change.organisation_id != contribution.organisation_id:
        raise Refused(_("That change did not come of what you said."))


def can_record_change(by: Actor, unit_id: int) -> bool:
    return can(check_record_change, by, unit_id)


def can_give_verdict(by: Actor, contribution: Contribution, change: Change) -> bool:
    return can(check_verdict, by, contribution, change)
