"""What every rule here asks: whose it is, whether it is still there, whether it has words."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import works_here as works_here
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused

from .. import phrases
from ..models import Contribution
from ..models.contributions import WITHDRAWN

LONGEST = 20_000


def follow_permission(contribution: Contribution) -> str:
    """What somebody holds who came with the code of this contribution, or of the one that it adds to."""
    return f"follow:{contribution.adds_to_id or contribution.pk}"


def is_author(by: Actor, contribution: Contribution) -> bool:
    """The one who said it, the holder of its code, or somebody who writes down what they wish now."""
    if by.organisation_id != contribution.organisation_id:
        return False
    if contribution.person_id is not None and contribution.person_id == by.person_id:
        return by.on_behalf_of is None
    if by.can(follow_permission(contribution)):
        return True
    writes_down = by.medium is not None and by.can(P.SAY_FOR, contribution.unit_id)
    return writes_down and by.on_behalf_of == contribution.person_id


def check_author(by: Actor, contribution: Contribution) -> None:
    if not is_author(by, contribution):
        raise Refused(_("Only the one who said it can do that. You can write down what they tell you."))


def check_words(words: str, field: str = "words") -> None:
    if not phrases.can_be_seen(words):
        raise Refused(_("Write something first: there are no words here yet."), field=field)
    if (over := len(words) - LONGEST) > 0:
        facts = {"limit": f"{LONGEST:,}", "over": f"{over:,}"}
        raise Refused(_("That is %(over)s letters more than the %(limit)s we can keep. Cut some.") % facts, field=field)


def check_here(by: Actor, contribution: Contribution, permission: str = P.ANSWER) -> None:
    """The right to work on what was said to this unit. What is before the safeguarding lead is not there for them."""
    if contribution.restricted and by.kind != Kind.SYSTEM:
        raise NotYours
    if by.organisation_id != contribution.organisation_id or not by.can(permission, contribution.unit_id):
        raise Refused(
            _("Only those who answer for this part of the organisation can do that. Hand it on to one of them.")
        )


def check_not_taken_back(contribution: Contribution) -> None:
    if contribution.state == WITHDRAWN:
        raise Refused(
            _("The one who said this has just taken it back. Nothing more is owed. Your words are still here.")
        )


def check_seen(contribution: Contribution, seen: int | None) -> None:
    if seen is not None and seen != contribution.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def can(check: Callable[..., None], *facts: object) -> bool:
    try:
        check(*facts)
    except (Refused, NotYours):
        return False
    return True
