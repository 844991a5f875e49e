"""Who writes down the moments of a service, who tells what they were like, and who reads the words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.organisation.models import Level, Unit

from ..models.touchpoints import FELT, Telling, TellingAudience, Touchpoint
from .aims import can_keep, can_speak
from .entries import can_be_seen

LONGEST_NAME, LONGEST_ABOUT, LONGEST_REASON = 120, 400, 500
LONGEST_TOLD = 4_000
LONGEST_FEELING = 60
MOST_OPEN = 20  # of one service at a time


# Moments.


def can_have(unit: Unit) -> bool:
    """Support for one person is not named to everybody; what is closed is met by nobody any more."""
    return unit.level != Level.ONE_TO_ONE and unit.closed_on is None


def can_write(actor: Actor, unit: Unit) -> bool:
    return unit.organisation_id == actor.organisation_id and can_have(unit) and can_speak(actor, unit.pk)


def can_arrange(actor: Actor, unit: Unit) -> bool:
    """Whoever keeps the unit moves, rewords and ends them."""
    return unit.organisation_id == actor.organisation_id and actor.is_member and can_keep(actor, unit.pk)


def check_write(actor: Actor, unit: Unit) -> None:
    if unit.organisation_id != actor.organisation_id or not actor.is_member or not can_speak(actor, unit.pk):
        raise NotYours
    if not can_have(unit):
        raise Refused(_("This part of the organisation is closed, or is support for one person. Choose another one."))


def check_arrange(actor: Actor, unit: Unit) -> None:
    if not can_arrange(actor, unit):
        raise NotYours


def check_open(touchpoint: Touchpoint) -> None:
    if touchpoint.ended_on:
        raise Refused(_("This one has ended. What was told of it stays. Choose one that is there now."))


def check_name(name: str, about: str, others: Mapping[str, str]) -> None:
    """`others`: the names of those that are there now, folded."""
    if not can_be_seen(name):
        raise Refused(_("Give it a name, like “The first phone call”."), field="name")
    if len(name) > LONGEST_NAME:
        raise Refused(_("That is too long for a picture. Say it in a few words."), field="name")
    if len(about) > LONGEST_ABOUT:
        raise Refused(_("That is too long. Say it shorter."), field="about")
    if name.casefold() in others:
        raise Refused(_("There is one with this name already. Give it another name, or use that one."), field="name")


def check_room(open_now: int) -> None:
    if open_now >= MOST_OPEN:
        raise Refused(_("There are twenty already. End one before you add another: nobody reads more than that."))


def check_why(why: str) -> None:
    if not can_be_seen(why):
        raise Refused(_("Say why. Those who told something of it want to know."), field="why")
    if len(why) > LONGEST_REASON:
        raise Refused(_("That is too long. Say it shorter."), field="why")


def can_name_feelings(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.SETTINGS)


def check_feelings(actor: Actor, words: Mapping[str, str]) -> None:
    if not can_name_feelings(actor):
        raise NotYours
    for name, text in words.items():
        if not can_be_seen(text) or len(text) > LONGEST_FEELING:
            raise Refused(_("Write a few words, 60 letters at most."), field=name)
    if len({text.casefold() for text in words.values()}) < len(words):
        raise Refused(_("Two of them are the same. Nobody could tell them apart."), field="very_good")


# Telling.


def is_open_to_tell(touchpoint: Touchpoint) -> bool:
    return touchpoint.ended_on is None and can_have(touchpoint.unit)


def can_write_down(actor: Actor, unit: Unit) -> bool:
    """What somebody tells who does not write it here themselves."""
    return unit.organisation_id == actor.organisation_id and actor.is_member and actor.can(P.SAY_FOR, unit.pk)


def check_tell(actor: Actor, touchpoint: Touchpoint, person_id: int | None) -> None:
    """Anybody; with a name only themselves; for somebody else only staff, who say from what."""
    if touchpoint.organisation_id != actor.organisation_id:
        raise NotYours
    if actor.medium is not None:
        if not can_write_down(actor, touchpoint.unit) or actor.on_behalf_of != person_id:
            raise NotYours
    elif person_id is None:
        if actor.kind != Kind.PUBLIC:
            raise NotYours
    elif actor.person_id != person_id or actor.on_behalf_of is not None:
        raise NotYours
    if not is_open_to_tell(touchpoint):
        raise Refused(_("Nothing is told of this any more: it ended, or the service is closed. Choose another one."))


def check_told(felt: int, words: str, audience: str) -> None:
    if felt not in FELT:
        raise Refused(_("Choose how it was for you."), field="felt")
    if len(words) > LONGEST_TOLD:
        raise Refused(_("That is too long for this page. Say it shorter, or say it to us as a message."), field="words")
    if audience not in TellingAudience.values:
        raise Refused(_("Choose who may read your words."), field="audience")


def check_once(told_already: bool) -> None:
    if told_already:
        raise Refused(
            _(
                "You told us of this moment already, and it is not counted yet. Take that back first, or wait: after"
                " the end of these three months you can tell it again."
            ),
            field="moment",
        )


def is_teller(actor: Actor, telling: Telling) -> bool:
    return actor.person_id is not None and actor.person_id == telling.person_id and actor.on_behalf_of is None


def can_take_back(actor: Actor, telling: Telling, by_code: bool = False) -> bool:
    """Its teller: signed in, with the code, or on the phone to somebody who writes that down."""
    if telling.taken_back_on or telling.organisation_id != actor.organisation_id:
        return False
    theirs = actor.medium is not None and actor.on_behalf_of == telling.person_id and telling.person_id is not None
    return is_teller(actor, telling) or by_code or (theirs and can_write_down(actor, telling.touchpoint.unit))


def check_take_back(actor: Actor, telling: Telling, by_code: bool) -> None:
    if not can_take_back(actor, telling, by_code):
        raise NotYours


def check_anything(found: bool) -> None:
    if not found:
        raise Refused(
            _("Nothing of this moment was written down for them here. What they told themselves, they take back."),
            field="moment",
        )


# Reading.


def can_moderate(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.MODERATE)


def reads_team(actor: Actor, unit_id: int) -> bool:
    """Those who answer for the unit."""
    return actor.is_member and (actor.can(P.ANSWER, unit_id) or actor.can(P.MODERATE))


def check_read(actor: Actor, telling: Telling) -> None:
    if telling.organisation_id != actor.organisation_id or not can_moderate(actor):
        raise NotYours
    if telling.taken_back_on or not telling.words:
        raise Refused(_("It was taken back meanwhile. There is nothing left to read."))


def check_held_why(why: str) -> None:
    if not can_be_seen(why):
        raise Refused(_("Say why, so that whoever told it can put it right."), field="held_why")
    if len(why) > LONGEST_REASON:
        raise Refused(_("That is too long. Say it shorter."), field="held_why")
