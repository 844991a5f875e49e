"""Who writes the yearly account, when it may be published, and who replies: those who take part, for themselves."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts import roles
from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.inputs import tidy_text
from alongside.core.periods import Period

from ..models import AccountReply, PublicAccount
from ..models.accounts import SHOWN, TAKEN_BACK
from . import taking_down
from .packs import is_there

LONGEST_TITLE, LONGEST_INTRODUCTION, LONGEST_REPLY, LONGEST_NAME, LONGEST_WHY = 200, 5000, 5000, 100, 1000
MOST_CLAIMS = 10


def can_keep(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.KEEP_ACCOUNT) and actor.on_behalf_of is None and actor.user_id is not None


def check_keeps(actor: Actor) -> None:
    """For everybody else what is being written does not exist."""
    if not can_keep(actor):
        raise NotYours


def check_draft(title: str, introduction: str, claims: int) -> None:
    if not title:
        raise Refused(_("Give it a title."), field="title")
    if len(title) > LONGEST_TITLE:
        raise Refused(_("Use no more than %(n)s letters for the title.") % {"n": LONGEST_TITLE}, field="title")
    if not introduction:
        raise Refused(_("Write how the year was, in your own words. What went badly first."), field="introduction")
    if len(introduction) > LONGEST_INTRODUCTION:
        told = _("Write no more than %(n)s letters. The rest of the page speaks for itself.")
        raise Refused(told % {"n": LONGEST_INTRODUCTION}, field="introduction")
    if claims > MOST_CLAIMS:
        raise Refused(_("Choose no more than %(n)s claims.") % {"n": MOST_CLAIMS}, field="claims")


def check_seen(account: PublicAccount | None, seen: int | None) -> None:
    if seen is not None and seen != (account.version if account else 0):
        raise Refused(_("Somebody changed this meanwhile. Look at it first. Your words are still here."), field="seen")


def check_publish(account: PublicAccount, period: Period, is_over: bool, changed: str) -> None:
    if not is_over:
        told = _("The year is not over yet. You can publish its account from the day after %(period)s.")
        raise Refused(told % {"period": period.name})
    if not account.published:
        return
    if not changed:
        raise Refused(_("Say what is different from the version that stands there now."), field="changed")
    if len(changed) > LONGEST_WHY:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WHY}, field="changed")


# Replying.


def belongs(actor: Actor, account: PublicAccount) -> bool:
    """Reads who wrote something down for somebody; others read the role."""
    return roles.belongs(actor) and actor.organisation_id == account.organisation_id


def can_reply(actor: Actor, account: PublicAccount) -> bool:
    """Whoever is on the register here, themselves, once there is something to reply to."""
    here = actor.is_member and actor.organisation_id == account.organisation_id
    return here and actor.person_id is not None and actor.on_behalf_of is None and account.published > 0


def check_replies(actor: Actor, account: PublicAccount) -> None:
    if not can_reply(actor, account):
        raise NotYours


def is_author(actor: Actor, reply: AccountReply) -> bool:
    return reply.person_id is not None and reply.person_id == actor.person_id and actor.on_behalf_of is None


def check_author(actor: Actor, reply: AccountReply) -> None:
    if not is_author(actor, reply):
        raise NotYours


def check_can_be_replied_to(actor: Actor, account: PublicAccount) -> None:
    """By somebody else than the actor: there has to be something to reply to, here."""
    if actor.organisation_id != account.organisation_id or account.published == 0:
        raise NotYours


def check_take_back(actor: Actor, reply: AccountReply) -> None:
    """Its author, or whoever writes down that they want it now."""
    here = actor.organisation_id == reply.account.organisation_id
    if not is_author(actor, reply) and not (here and taking_down.was_told_by(actor, reply)):
        raise NotYours


def check_reply(words: str, name: str) -> None:
    if not is_there(words):
        raise Refused(_("Write what you say to it."), field="words")
    if len(words) > LONGEST_REPLY:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_REPLY}, field="words")
    if len(name) > LONGEST_NAME:
        raise Refused(_("Use no more than %(n)s letters for your name.") % {"n": LONGEST_NAME}, field="name")


def check_reply_seen(reply: AccountReply | None, seen: int | None) -> None:
    if seen is not None and seen != (reply.version if reply else 0):
        raise Refused(_("You changed this in another window meanwhile. Look at it first."), field="seen")


def check_there(reply: AccountReply) -> None:
    if reply.state == TAKEN_BACK:
        raise Refused(_("You took this back. Write it anew if you want it there again."))


def moderates(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.MODERATE)


def can_hold(actor: Actor, reply: AccountReply) -> bool:
    """Off the page, when it could harm somebody. Nobody can do more to it than that."""
    here = actor.organisation_id == reply.account.organisation_id and actor.can(P.MODERATE)
    return here and reply.state == SHOWN


def check_holds(actor: Actor, reply: AccountReply) -> None:
    if not can_hold(actor, reply):
        raise NotYours


def check_held_why(why: str) -> None:
    if not why:
        raise Refused(_("Say why, so that whoever wrote it can put it right."), field="why")
    if len(why) > LONGEST_WHY:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WHY}, field="why")


def as_written(words: str) -> str:
    """Nothing is changed but what no one can see or keep."""
    return tidy_text(words).strip()
