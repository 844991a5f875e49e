"""Who may set an aim, whose it is, and who says where it stands."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from ..models import OPEN, REACHED, SAID, STOPPED, STUCK, Aim, Says, Side
from .entries import can_be_seen, side_of

LONGEST_AIM = 2000


def can_see(actor: Actor) -> bool:
    return belongs(actor)


def can_keep(actor: Actor, unit_id: int | None) -> bool:
    """Those who keep its decisions; for the whole organisation, those who do so everywhere."""
    for permission in (P.KEEP_DECISIONS, P.DECIDE):
        if actor.can(permission, unit_id) if unit_id else actor.units_for(permission) is None:
            return True
    return False


def takes_part(actor: Actor) -> bool:
    return actor.is_member and side_of(actor) == Side.PEOPLE and actor.person_id is not None


def can_speak(actor: Actor, unit_id: int | None) -> bool:
    """For one of the two sides: whoever takes part here, or whoever keeps this part of the organisation."""
    return actor.on_behalf_of is None and (takes_part(actor) or can_keep(actor, unit_id))


def can_set(actor: Actor) -> bool:
    anywhere = any(actor.can(permission) for permission in (P.KEEP_DECISIONS, P.DECIDE))
    return actor.is_member and (takes_part(actor) or anywhere)


def check_speak(actor: Actor, unit_id: int | None, organisation_id: int) -> None:
    if organisation_id != actor.organisation_id or not actor.is_member:
        raise NotYours
    if not can_speak(actor, unit_id):
        raise Refused(_("Only those who take part, and those who keep this part of the organisation, can do that."))


def check_aim_words(what: str, sign: str) -> None:
    if not can_be_seen(what):
        raise Refused(_("Say what will be a bit more."), field="what")
    if not can_be_seen(sign):
        raise Refused(
            _("Say by what anybody would know that it is reached. Without a sign nobody can tell."), field="sign"
        )
    for name, text in (("what", what), ("sign", sign)):
        if len(text) > LONGEST_AIM:
            raise Refused(_("That is too long to be remembered. Say it shorter."), field=name)


def check_next(before: Aim, unit_id: int | None, has_next: bool) -> None:
    if before.unit_id != unit_id:
        raise Refused(_("The next aim belongs to the same part of the organisation. Choose that one."), field="unit")
    if before.state not in (REACHED, STOPPED):
        raise Refused(_("The one before is still on the way. Say first where it stands."))
    if has_next:
        raise Refused(_("There is a next one already. Look at it first."))


# From where it stands to where it comes, by what is said.
LEADS: dict[str, str] = {
    Says.REACHED: SAID,
    Says.NOT_YET: OPEN,
    Says.STUCK: STUCK,
    Says.STOPPED: STOPPED,
    Says.AGAIN: OPEN,
    Says.SLIPPED: OPEN,
}
FROM: dict[str, tuple[str, ...]] = {
    Says.REACHED: (OPEN, STUCK, SAID),
    Says.NOT_YET: (SAID,),
    Says.STUCK: (OPEN,),
    Says.STOPPED: (OPEN, STUCK, SAID),
    Says.AGAIN: (STUCK, STOPPED),
    Says.SLIPPED: (REACHED,),
}


def can_say(actor: Actor, aim: Aim, says: str, said_by: str = "", has_next: bool = False) -> bool:
    try:
        check_say(actor, aim, says, said_by, has_next)
    except (Refused, NotYours):
        return False
    return True


def check_say(actor: Actor, aim: Aim, says: str, said_by: str = "", has_next: bool = False) -> None:
    """`said_by`: the side that says it is reached and waits for the other. To stop is for those who can start."""
    check_speak(actor, aim.unit_id, aim.organisation_id)
    if says not in FROM or aim.state not in FROM[says]:
        raise Refused(_("That cannot be said of it now. Somebody may have said where it stands: look again."))
    if says in (Says.REACHED, Says.NOT_YET) and aim.state == SAID and side_of(actor) == said_by:
        raise Refused(_("Your side has said so already. Now the other side is asked."))
    if says == Says.STOPPED and aim.side == Side.STAFF and takes_part(actor):
        raise Refused(_("Those who keep this part of the organisation can stop it. You can say that it is stuck."))
    if says in (Says.SLIPPED, Says.AGAIN) and has_next:
        raise Refused(_("The next one is under way. Write there what slipped back."))


def leads_to(says: str, state: str) -> str:
    return REACHED if says == Says.REACHED and state == SAID else LEADS[says]


def check_reason(says: str, words: str) -> None:
    if can_be_seen(words):
        if len(words) > LONGEST_AIM:
            raise Refused(_("That is too long. Say it shorter."), field="words")
        return
    if says == Says.REACHED:
        raise Refused(_("Say what is different now. Without that it is only a word."), field="words")
    raise Refused(_("Say why, in a few words. Others want to learn from it."), field="words")
