"""When a group is asked whether what was taken down is what it said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Contribution
from .common import can, check_author, check_not_taken_back


def was_taken_down(contribution: Contribution) -> bool:
    """A group's words, written by somebody who listened: only the group knows whether they are its own."""
    return bool(contribution.group_name and contribution.medium)


def check_group_says(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if not was_taken_down(contribution):
        raise Refused(_("Nobody took these words down for a group, so there is nothing to confirm."))


def can_group_say(by: Actor, contribution: Contribution) -> bool:
    return can(check_group_says, by, contribution)
