"""Who may say and write down."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused

from .. import languages
from ..models import Contribution, Letterbox, Question
from .common import can, check_here


def check_say(by: Actor, unit_id: int) -> None:
    if by.kind in (Kind.PUBLIC, Kind.CODE_HOLDER, Kind.SYSTEM) or (by.medium is None and by.can(P.SAY)):
        return
    if by.medium is None or not by.can(P.SAY_FOR, unit_id):
        raise Refused(_("You cannot write things down for this part of the organisation. Ask the coordinator."))


def check_speaks(by: Actor, person_id: int | None) -> None:
    """Somebody's own words come from them, or from the one to whom they said them."""
    if person_id is not None and person_id not in ((by.person_id,) if by.medium is None else (by.on_behalf_of,)):
        raise Refused(_("Say from whom these words are, and how you were told."), field="person")


def check_belongs(organisation_id: int, *facts: Question | Letterbox | Contribution | None) -> None:
    """What it replies to, where it came in, what it adds to: of the same organisation."""
    if any(fact is not None and fact.organisation_id != organisation_id for fact in facts):
        raise NotYours


def check_lang(lang: str) -> None:
    if lang and lang not in languages.NAMES:
        raise Refused(_("That language is not in the list. Choose “Another language”."), field="lang")


def check_days(said_on: date, received_on: date, today: date) -> None:
    if received_on > today:
        raise Refused(_("That day has not come yet. Give the day on which it reached us."), field="received_on")
    if said_on > received_on:
        raise Refused(_("It cannot be said after it reached us. Look at the two days again."), field="said_on")


def check_import(by: Actor) -> None:
    if by.kind != Kind.SYSTEM and not by.can(P.IMPORT):
        raise Refused(_("Only somebody who may bring in files can do that. Ask the coordinator."))


def check_write_down(by: Actor, contribution: Contribution) -> None:
    """Their last word, taken down by staff."""
    check_here(by, contribution, P.SAY_FOR)


def can_write_down(by: Actor, contribution: Contribution) -> bool:
    return can(check_write_down, by, contribution)


def can_write_down_something(actor: Actor) -> bool:
    return actor.can(P.SAY_FOR)


def can_import(by: Actor) -> bool:
    return can(check_import, by)
