"""Who may add a standard, and what one must be called."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from .figures import can_see_figures

MOST_OWN = 30


def can_keep_standards(actor: Actor) -> bool:
    """Whoever sets up the organisation. What stands in a pack is read from the record all the same."""
    return actor.is_member and actor.can(P.SETTINGS)


def check_can_list_standards(actor: Actor) -> None:
    if not (can_see_figures(actor) or can_keep_standards(actor)):
        raise NotYours


def check_can_keep_standards(actor: Actor) -> None:
    if not can_keep_standards(actor):
        raise NotYours


def check_can_add(actor: Actor, slug: str, taken: Collection[str], own: Collection[str]) -> None:
    """`taken`: what everybody has under that name. What an organisation added itself is replaced."""
    check_can_keep_standards(actor)
    if slug in taken:
        message = _(
            "“%(slug)s” is the short name of a standard that everybody has. Write another “slug” into the file."
        )
        raise Refused(message % {"slug": slug}, field="file")
    if slug not in own and len(own) >= MOST_OWN:
        message = _("There are %(n)s of your own already. Remove one that you do not use first.")
        raise Refused(message % {"n": MOST_OWN}, field="file")
