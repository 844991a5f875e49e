"""Who reads, contacts and looks, and when. Like rules.py, asks the actor and the row and never the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused

from . import rules, warning_words
from .models import Concern, ContactWish, Contribution
from .models.safety import CLOSED, LOOKING, RAISED
from .shapes import Asks

LONGEST_HOW = 300


def check_asks(asks: Asks, named: bool) -> None:
    """Whoever has no page here is reached only the way they say."""
    if asks.contact and not named and not asks.how.strip():
        raise Refused(_("Say how we can reach you: a phone number, an e-mail address, or a place and time."), "how")
    if len(asks.how) > LONGEST_HOW:
        raise Refused(_("That is too long. A phone number or an e-mail address is enough."), field="how")


def reads(actor: Actor) -> bool:
    return actor.can(P.ANSWER)


def check_read(by: Actor, contribution: Contribution) -> None:
    rules.check_here(by, contribution)
    rules.check_not_taken_back(contribution)
    if not contribution.is_unread:
        raise Refused(_("Somebody has read this already."))


def can_read(by: Actor, contribution: Contribution) -> bool:
    return _can(check_read, by, contribution)


def check_raise(by: Actor, contribution: Contribution) -> None:
    rules.check_here(by, contribution)
    rules.check_not_taken_back(contribution)


def can_raise(by: Actor, contribution: Contribution) -> bool:
    return _can(check_raise, by, contribution)


def check_end_contact(by: Actor, contribution: Contribution, wish: ContactWish) -> None:
    """Those who answer there; where it is before the safeguarding lead, they alone."""
    if contribution.restricted:
        check_safeguards(by, contribution)
    else:
        rules.check_here(by, contribution)
    if wish.ended_on is not None:
        raise Refused(_("Somebody has written this down already."))


def can_end_contact(by: Actor, contribution: Contribution, wish: ContactWish) -> bool:
    return _can(check_end_contact, by, contribution, wish)


def check_safeguards(by: Actor, thing: Concern | Contribution) -> None:
    """For everybody else there is nothing here."""
    if by.organisation_id != thing.organisation_id or by.kind != Kind.USER or not by.can(P.SAFEGUARD):
        raise NotYours


def can_safeguard(by: Actor) -> bool:
    return by.can(P.SAFEGUARD)


def check_look(by: Actor, concern: Concern, seen: int | None = None) -> None:
    check_safeguards(by, concern)
    _check_seen(concern, seen)
    if concern.state != RAISED:
        raise Refused(_("Somebody looks at this already."))


def check_close(by: Actor, concern: Concern, seen: int | None = None) -> None:
    check_safeguards(by, concern)
    _check_seen(concern, seen)
    if concern.state != LOOKING:
        raise Refused(_("First say that you are looking at it. What is closed or given back needs no closing."))


def check_release(by: Actor, concern: Concern, seen: int | None = None) -> None:
    check_safeguards(by, concern)
    _check_seen(concern, seen)
    if concern.state not in (LOOKING, CLOSED):
        raise Refused(_("First say that you are looking at it. What was given back is not here any more."))


def can_look(by: Actor, concern: Concern) -> bool:
    return _can(check_look, by, concern)


def can_close(by: Actor, concern: Concern) -> bool:
    return _can(check_close, by, concern)


def can_release(by: Actor, concern: Concern) -> bool:
    return _can(check_release, by, concern)


def check_phrases(by: Actor, groups: Mapping[str, Sequence[str]], left_out: Sequence[str]) -> None:
    if not by.can(P.SAFEGUARD):
        raise NotYours
    if not any(groups.values()):
        raise Refused(_("An empty list raises nothing. Leave at least one phrase in it."))
    for name, phrases in (*groups.items(), ("left_out", left_out)):
        _check_group(name, phrases)


def _check_group(name: str, phrases: Sequence[str]) -> None:
    if len(phrases) > warning_words.MOST:
        raise Refused(_("%(most)s phrases are the most. Take some out.") % {"most": warning_words.MOST}, field=name)
    for phrase in phrases:
        if not 3 <= len(phrase) <= warning_words.LONGEST:
            text = _("“%(phrase)s” cannot be used: a phrase has between 3 and %(most)s letters.")
            raise Refused(text % {"phrase": phrase[:40], "most": warning_words.LONGEST}, field=name)


def _check_seen(concern: Concern, seen: int | None) -> None:
    if seen is not None and seen != concern.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def _can(check: object, *facts: object) -> bool:
    try:
        check(*facts)  # type: ignore[operator]
    except (Refused, NotYours):
        return False
    return True
