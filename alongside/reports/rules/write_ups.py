"""Who writes for which side, who reads, and when it may be shown."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.involvement import rules as involvement
from alongside.involvement.models import Opportunity
from alongside.involvement.models.opportunities import CANCELLED, DRAFT

from ..models import READY, SHOWN, WRITING, Side, WriteUp

LONGEST = 5000


def side_of(actor: Actor, opportunity: Opportunity, takes_part: bool) -> Side | None:
    """Whoever took part writes for those who took part, whatever else they are; staff who run it or whose decision
    it is for the organisation."""
    if actor.organisation_id != opportunity.organisation_id or actor.on_behalf_of is not None:
        return None
    if takes_part:
        return Side.OTHERS if actor.person_id else None
    return Side.STAFF if involvement.may_hold(actor, opportunity.decision) and actor.user_id else None


def may_read(actor: Actor, write_up: WriteUp | None, side: Side | None, sees_it: bool) -> bool:
    """Both sides while it is written; everybody who belongs here and sees the decision once it is shown."""
    if side is not None:
        return True
    return write_up is not None and write_up.state == SHOWN and belongs(actor) and sees_it


def check_begun(opportunity: Opportunity) -> None:
    if opportunity.state in (DRAFT, CANCELLED):
        raise Refused(_("There is nothing to write up yet. It begins when people can take part."))


def check_writes(side: Side | None) -> Side:
    if side is None:
        raise Refused(_("Only those who took part, and those who ran it, write here."))
    return side


def check_words(words: str) -> None:
    if not words.strip():
        raise Refused(_("Write something, or take back what you wrote."), field="words")
    if len(words) > LONGEST:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST}, field="words")


def can_say_ready(write_up: WriteUp | None, side: Side | None, sides_written: Collection[str]) -> bool:
    try:
        check_ready(write_up, side, sides_written)
    except Refused:
        return False
    return True


def check_ready(write_up: WriteUp | None, side: Side | None, sides_written: Collection[str]) -> None:
    """The side that has not said so yet; and neither speaks for both: each has written something."""
    side = check_writes(side)
    if write_up is None or set(sides_written) != set(Side.values):
        raise Refused(_("Each side has to write something first: it is shown with both or not at all."))
    if write_up.state == SHOWN:
        raise Refused(_("It is shown already."))
    if write_up.state == READY and write_up.said_by == side:
        raise Refused(_("Your side has said so. Now it waits for the other one."))


def check_back(write_up: WriteUp, side: Side | None) -> None:
    check_writes(side)
    if write_up.state == WRITING:
        raise Refused(_("It is not shown, so there is nothing to take back."))
