"""Who may claim that something was co-produced, and who may stand behind it: only those who were there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Account, Claim, ClaimText, Signature
from ..models.claims import DISPUTED, ENDED, PREPARED, SHOWN, SIGNATURE, SIGNED, TAKEN_BACK, AccountKind

LONGEST_TEXT, LONGEST_WORDS, LONGEST_NAME = 2000, 4000, 100
LEVELS = range(1, 7)


def can_see_claims(actor: Actor) -> bool:
    """The list of them. Each that is shown can be read by anybody at its own address."""
    return actor.is_member and (actor.can(P.SEE_SIGNS) or actor.can(P.KEEP_DECISIONS))


def can_claim(actor: Actor, unit_id: int | None = None) -> bool:
    return actor.is_member and actor.can(P.KEEP_DECISIONS, unit_id)


def check_can_claim(actor: Actor, unit_id: int) -> None:
    if not can_claim(actor, unit_id):
        raise Refused(_("Only those who work for this part of the organisation can do that. Ask one of them."))


def can_keep(actor: Actor, claim: Claim) -> bool:
    return actor.organisation_id == claim.organisation_id and can_claim(actor, claim.unit_id)


def check_can_keep(actor: Actor, claim: Claim) -> None:
    if not can_keep(actor, claim):
        raise Refused(_("Only those who work for this part of the organisation can do that. Ask one of them."))
    if claim.state == ENDED:
        raise Refused(_("This is no longer said. Make another claim."))


def check_claim_text(text: str, level: int, rests_on: Collection[str]) -> None:
    if not text.strip():
        raise Refused(_("Write what you say, word for word, as others will read it."), field="text")
    if len(text) > LONGEST_TEXT:
        raise Refused(_("That is too long for one claim. Say it in fewer words, or make two of it."), field="text")
    if level not in LEVELS:
        raise Refused(_("Choose which part people had."), field="level")
    if not rests_on:
        told = _("Say what it rests on: a decision, an opportunity, a session or a change, by its address or code.")
        raise Refused(told, field="rests_on")


def check_claim_days(reply_by: date, ends_on: date | None, today: date) -> None:
    if reply_by <= today:
        raise Refused(_("Give them time: choose a day after today."), field="reply_by")
    if ends_on is not None and ends_on <= today:
        raise Refused(_("Choose a day after today, or leave it empty."), field="ends_on")


def check_text_differs(before: ClaimText, text: str, level: int, rests_on: Collection[str]) -> None:
    if (before.text, before.level, list(before.rests_on)) == (text, level, list(rests_on)):
        told = _("That is what it says already. Change something, or go back. Nobody has to sign the same words twice.")
        raise Refused(told, field="text")


def check_can_show(actor: Actor, claim: Claim) -> None:
    check_can_keep(actor, claim)
    if claim.state != PREPARED:
        raise Refused(_("Anybody can read it already."))


def can_show(actor: Actor, claim: Claim) -> bool:
    return can_keep(actor, claim) and claim.state == PREPARED


def can_end(actor: Actor, claim: Claim) -> bool:
    return can_keep(actor, claim) and claim.state in (PREPARED, SHOWN)


# Those who were there.


def may_answer(actor: Actor, signature: Signature) -> bool:
    """They themselves; or, in their words, whoever writes down what they say and works with the register."""
    if signature.person_id is None or actor.organisation_id != signature.text.claim.organisation_id:
        return False
    if actor.on_behalf_of is None:
        return actor.person_id == signature.person_id
    writes = actor.medium is not None and actor.can(P.SEE_REGISTER) and actor.can(P.SAY_FOR)
    return writes and actor.on_behalf_of == signature.person_id


def can_write_down(actor: Actor, claim: Claim) -> bool:
    known = actor.can(P.SEE_REGISTER) and actor.can(P.SAY_FOR)
    return known and actor.organisation_id == claim.organisation_id and claim.state != ENDED


def check_can_answer(actor: Actor, signature: Signature, *, to: str, newest: bool) -> None:
    """Taking back is possible for ever; everything else is about what is said now."""
    if not may_answer(actor, signature):
        raise Refused(_("Only somebody who was there can say this, each for themselves."))
    if to == TAKEN_BACK:
        return
    if signature.text.claim.state == ENDED:
        raise Refused(_("This is no longer said. There is nothing to sign any more."))
    if not newest:
        raise Refused(_("It says something else by now. You were asked again: look at the new words."))


def check_signer_was_there(person_id: int | None, there: Collection[int]) -> None:
    """Nobody signs for a room in which they were not: not on the strength of an attendance that was put right since."""
    if person_id not in there:
        raise Refused(
            _("Only those who were there can sign. It is not written down that you were. If you were, tell us.")
        )


def check_not_lapsed(lapsed: bool) -> None:
    if lapsed:
        told = _(
            "What this rests on is no longer so, and nobody can sign it now. You can still say that it is not true."
        )
        raise Refused(told)


def check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise Refused(_("That name is too long. Write a shorter one."), field="name")


def check_said(words: str, *, needed: bool = False) -> None:
    if needed and not words.strip():
        raise Refused(_("Write something first: there are no words here yet."), field="words")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("That is more than we can keep here. Cut some."), field="words")


def can_move(signature: Signature, to: str) -> bool:
    return SIGNATURE.allows(signature.state, to)


def check_can_reply(account: Account, by_signature: Signature | None, *, replied: bool) -> None:
    """Whoever has had their say may answer what somebody else said, once. To a reply there is no reply."""
    if account.kind == AccountKind.REPLY:
        raise Refused(_("That is a reply already. Both stay as they are, side by side."))
    if by_signature is not None and by_signature.state not in (SIGNED, DISPUTED):
        raise Refused(_("Sign it first, or say that it is not true. Then you can reply to others."))
    if by_signature is not None and account.signature_id == by_signature.pk:
        raise Refused(_("Those are your own words. You can take them back, and say it anew."))
    if replied:
        raise Refused(_("You have replied to this already. Both stay as they are, side by side."))
