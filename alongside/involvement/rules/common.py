"""Whose room it is: who sees, who runs it, who speaks for themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

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


class InUnit(Protocol):
    """A decision, or a request about one: it belongs to a unit of an organisation."""

    organisation_id: Any
    unit_id: Any


def _can(actor: Actor, permission: Permission, about: InUnit | None) -> bool:
    """Somebody who may do it everywhere elsewhere may do nothing here."""
    if about is None:
        return actor.can(permission)
    return actor.organisation_id == about.organisation_id and actor.can(permission, about.unit_id)


def may_see(actor: Actor, about: InUnit | None = None) -> bool:
    """Staff who see what is decided in a unit see who is being asked, and how far it is. No names."""
    return _can(actor, Permission.SEE_DECISIONS, about)


def may_ask(actor: Actor, about: InUnit | None = None) -> bool:
    return _can(actor, Permission.ASK, about)


def may_run(actor: Actor, about: InUnit | None = None) -> bool:
    return _can(actor, Permission.RUN_INVOLVEMENT, about)


def may_hold(actor: Actor, about: InUnit) -> bool:
    """Those who run it and those whose decision it is: they see who is coming, and put things on the agenda."""
    return may_run(actor, about) or may_ask(actor, about)


def own_act(actor: Actor, person_id: int) -> bool:
    """The person themself, signed in."""
    return actor.person_id == person_id and actor.on_behalf_of is None


def speaks_for(actor: Actor, person_id: int, organisation_id: int) -> bool:
    """The person themself, or somebody who runs involvement there and writes down what they said."""
    told = actor.on_behalf_of == person_id and actor.medium is not None
    here = actor.organisation_id == organisation_id
    return own_act(actor, person_id) or (told and here and may_run(actor))


def check_runs(actor: Actor, about: InUnit) -> None:
    if not may_run(actor, about):
        raise Refused(_("Only those who run involvement can do this. Ask the coordinator."))


def check_speaks_for(actor: Actor, person_id: int, organisation_id: int) -> None:
    if not speaks_for(actor, person_id, organisation_id):
        raise Refused(_("Only the person themself can say this, or the coordinator when they were told it."))
