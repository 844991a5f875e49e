"""Whose room it is: who sees, who runs it, who speaks for themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import Refused


def allows(check: Callable[..., None], *args: Any, **kwargs: Any) -> bool:
    """The same rule as a yes or no, for a button: `allows(check_can_open, actor, opportunity, today)`."""
    try:
        check(*args, **kwargs)
    except Refused:
        return False
    return True


def may_see(actor: Actor, unit_id: int | None = None) -> bool:
    """Staff who see what is decided in a unit see who is being asked, and how far it is. No names."""
    return actor.can(Permission.SEE_DECISIONS, unit_id)


def may_ask(actor: Actor, unit_id: int | None = None) -> bool:
    """Those whose decision it is: they ask, put things on the agenda, and see who is coming."""
    return actor.can(Permission.ASK, unit_id)


def may_run(actor: Actor, unit_id: int | None = None) -> bool:
    return actor.can(Permission.RUN_INVOLVEMENT, unit_id)


def own_act(actor: Actor, person_id: int) -> bool:
    """The person themself, signed in."""
    return actor.person_id == person_id and actor.on_behalf_of is None


def speaks_for(actor: Actor, person_id: int) -> bool:
    """The person themself, or somebody who runs involvement and writes down what they said."""
    told = actor.on_behalf_of == person_id and actor.medium is not None
    return own_act(actor, person_id) or (told and may_run(actor))


def check_runs(actor: Actor, unit_id: int) -> None:
    if not may_run(actor, unit_id):
        raise Refused(_("Only those who run involvement can do this. Ask the coordinator."))


def check_speaks_for(actor: Actor, person_id: int) -> None:
    if not speaks_for(actor, person_id):
        raise Refused(_("Only the person themself can say this, or the coordinator when they were told it."))
