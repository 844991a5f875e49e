from __future__ import annotations

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours


def can_see_figures(actor: Actor) -> bool:
    """The board, the coordinator and finance of everything, managers of their own units."""
    return actor.is_member and actor.can(P.SEE_FIGURES)


def check_can_see_figures(actor: Actor) -> None:
    if not can_see_figures(actor):
        raise NotYours
