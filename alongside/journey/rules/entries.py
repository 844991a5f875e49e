"""Who may write down what they learned, and who decides who reads it: its author, and nobody else."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import belongs as belongs
from alongside.accounts.roles import works_here
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from ..models import WORDS, Audience, Entry, Side, When

LONGEST = 10_000
EARLIEST = date(2000, 1, 1)


def side_of(actor: Actor) -> str:
    return Side.STAFF if works_here(actor) else Side.PEOPLE


def can_write(actor: Actor) -> bool:
    """Everybody who belongs here, as themselves."""
    return belongs(actor) and actor.on_behalf_of is None and bool(actor.person_id or actor.user_id)


def can_take_down(actor: Actor) -> bool:
    """Writes down what somebody without an account tells them."""
    return actor.is_member and actor.can(P.RUN_INVOLVEMENT)


def check_write(actor: Actor, audience: str = "") -> None:
    """As themselves; or for somebody, from what they say, and then for others to read: they have no page of their own
    on which they could look at it."""
    if can_write(actor):
        return
    if actor.on_behalf_of is None or actor.medium is None or not can_take_down(actor):
        raise NotYours
    if audience not in (Audience.MEMBERS, Audience.PUBLIC):
        raise Refused(
            _("Ask them who may read it. Only what others may read is written down for somebody."), "audience"
        )


def can_take_back(actor: Actor, entry: Entry) -> bool:
    """Its author, or whoever writes down that they want it now."""
    theirs = actor.on_behalf_of is not None and actor.on_behalf_of == entry.person_id and actor.medium is not None
    here = entry.organisation_id == actor.organisation_id
    return is_author(actor, entry) or (here and theirs and can_take_down(actor))


def check_take_back(actor: Actor, entry: Entry) -> None:
    if not can_take_back(actor, entry):
        raise NotYours


def is_author(actor: Actor, entry: Entry) -> bool:
    if entry.organisation_id != actor.organisation_id or actor.on_behalf_of is not None:
        return False
    own_person = entry.person_id is not None and entry.person_id == actor.person_id
    return own_person or (entry.user_id is not None and entry.user_id == actor.user_id)


def names(actor: Actor, entry: Entry) -> bool:
    """Where its author wants that. What anybody may read has no name for whoever reads it as anybody does; whoever
    comes from outside and was chosen reads it as it was given to them."""
    return entry.named and (belongs(actor) or entry.audience != Audience.PUBLIC)


def check_author(actor: Actor, entry: Entry) -> None:
    """For everybody else there is no such page, whatever they may read."""
    if not is_author(actor, entry):
        raise NotYours


def check_not_taken_back(entry: Entry) -> None:
    if entry.taken_back_on:
        raise Refused(_("You took this back. Write it anew if you want it there again."))


def check_seen(entry: Entry, seen: int | None) -> None:
    if seen is not None and seen != entry.version:
        raise Refused(
            _("You changed this in another window meanwhile. Look at it first. Your words are still here."),
            field="seen",
        )


def can_be_seen(words: str) -> bool:
    """Whether there is at least one mark on the page: spaces and joiners of no width are none."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in words)


def check_words(words: Mapping[str, str], on: date, today: date) -> None:
    if not any(map(can_be_seen, words.values())):
        raise Refused(_("Write something in at least one of the boxes. A few words are enough."), field=WORDS[0])
    for name, text in words.items():
        if len(text) > LONGEST:
            raise Refused(_("That is too long. Write it in two parts."), field=name)
    if on > today:
        raise Refused(_("That day has not come yet. Choose today or a day before."), field="on")
    if on < EARLIEST:
        raise Refused(_("That is too long ago to stand on this road. Choose a later day."), field="on")


def check_stage(stage: str, about_decision: bool) -> None:
    if stage and (stage not in When.values or not about_decision):
        raise Refused(_("Choose start, on the way or end only for something that is decided."), field="stage")


def check_audience(audience: str, readers: Sequence[Any]) -> None:
    if audience not in Audience.values:
        raise Refused(_("Choose who may read it."), field="audience")
    if audience == Audience.SOME and not readers:
        raise Refused(_("Choose at least one person, team or group who may read it."), field="audience")


def can_hold_back(actor: Actor, entry: Entry) -> bool:
    return (
        entry.organisation_id == actor.organisation_id
        and actor.can(P.MODERATE)
        and entry.audience == Audience.PUBLIC
        and entry.taken_back_on is None
    )


def check_hold_back(actor: Actor, entry: Entry) -> None:
    """Off the pages for everybody, when it could harm somebody. Its words, and who here may read them, stay."""
    if entry.organisation_id != actor.organisation_id or not actor.can(P.MODERATE):
        raise NotYours
    if entry.taken_back_on or entry.audience != Audience.PUBLIC:
        raise Refused(_("This is not on the pages for everybody. There is nothing to hold back."))


def check_held_why(why: str) -> None:
    if not can_be_seen(why):
        raise Refused(_("Say why, so that whoever wrote it can put it right."), field="why")
