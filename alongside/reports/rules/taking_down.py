"""Whose words are taken down for them, and by whom: of somebody who has no account, from what they say now.

Taking down is not editing. Nobody but its author says what stands there; whoever takes it down has their yes to the
whole of it, begins from an empty page each time, and changes nothing afterwards (docs/decisions/0038).
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.people.models import Person

from ..models import AccountReply, PackPiece


def can_take_down(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.RUN_INVOLVEMENT) and actor.user_id is not None


def check_takes_down(actor: Actor) -> None:
    if not can_take_down(actor):
        raise NotYours


def signs_in(person: Person | None) -> bool:
    return person is not None and person.user_id is not None


def check_told(actor: Actor, person: Person | None) -> None:
    """`person`: of whom the actor says that they told it."""
    check_takes_down(actor)
    if person is None or actor.medium is None or person.pk != actor.on_behalf_of:
        raise NotYours
    if person.organisation_id != actor.organisation_id or person.erased_on is not None:
        raise NotYours
    check_no_account(person)


def check_no_account(person: Person) -> None:
    """Whoever has a page of their own writes there, under nobody's hand but theirs."""
    if signs_in(person):
        raise Refused(_("They can sign in here, and write it themselves. Show them where."), field="person")


def allows(check: Callable[[], None]) -> bool:
    try:
        check()
    except Refused:
        return False
    return True


def check_agreed(read_back: bool, agreed: bool) -> None:
    if not read_back:
        raise Refused(_("Read all of it back to them first, as it is written here."), field="read_back")
    if not agreed:
        raise Refused(_("Ask them first. What nobody else shall read is not written down here."), field="agreed")


def check_not_refused(took_back: bool) -> None:
    if took_back:
        raise Refused(
            _("They took back that their words may be shown in public. Ask them, and change that on their page first."),
            field="person",
        )


def check_none_yet(found: object) -> None:
    if found is not None:
        raise Refused(
            _("Something of theirs stands there already. Open it on the list, and write it down anew there."),
            field="person",
        )


def was_told_by(actor: Actor, row: AccountReply | PackPiece) -> bool:
    """Whether the actor writes down what the author of this wishes now. What they wrote themselves only they change."""
    theirs = row.person_id is not None and actor.on_behalf_of == row.person_id and actor.medium is not None
    return theirs and bool(row.medium) and can_take_down(actor)


def check_anew(actor: Actor, row: AccountReply | PackPiece, person: Person | None) -> None:
    if not was_told_by(actor, row):
        raise NotYours
    check_told(actor, person)
