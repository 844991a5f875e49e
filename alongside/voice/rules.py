"""Who may say, answer, challenge and take back, and when. Asks the actor and the row, never the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused

from . import phrases
from .models import Change, Contribution, TellingChannel
from .models.contributions import ACKNOWLEDGED, ANSWERED, CHALLENGED, DEFERRED, RECEIVED, TOLD, WITHDRAWN

ANSWERABLE = (RECEIVED, ACKNOWLEDGED, DEFERRED, CHALLENGED)
LONGEST = 20_000


def follow_permission(contribution: Contribution) -> str:
    """What somebody holds who came with the code of this contribution, and nobody else."""
    return f"follow:{contribution.code}"


def works_here(actor: Actor) -> bool:
    """Whoever works here and opens the page of a code only looks after it: they are not the one who said it."""
    return bool(actor.roles - {"contributor"})


def is_author(by: Actor, contribution: Contribution) -> bool:
    """The one who said it, the holder of its code, or somebody who writes down what they wish now."""
    if by.organisation_id != contribution.organisation_id:
        return False
    if contribution.person_id is not None and contribution.person_id == by.person_id:
        return by.on_behalf_of is None
    if by.can(follow_permission(contribution)):
        return True
    writes_down = by.medium is not None and by.can(P.SAY_FOR, contribution.unit_id)
    return writes_down and by.on_behalf_of == contribution.person_id


def check_author(by: Actor, contribution: Contribution) -> None:
    if not is_author(by, contribution):
        raise Refused(_("Only the one who said it can do that. You can write down what they tell you."))


def check_say(by: Actor, unit_id: int) -> None:
    if by.kind == Kind.PUBLIC or (by.medium is None and by.can(P.SAY)):
        return
    if by.medium is None or not by.can(P.SAY_FOR, unit_id):
        raise Refused(_("You cannot write things down for this part of the organisation. Ask the coordinator."))


def check_speaks(by: Actor, person_id: int | None) -> None:
    """Somebody's own words come from them, or from the one to whom they said them."""
    if person_id is not None and person_id not in ((by.person_id,) if by.medium is None else (by.on_behalf_of,)):
        raise Refused(_("Say from whom these words are, and how you were told."), field="person")


def check_words(words: str, field: str = "words") -> None:
    if not phrases.can_be_seen(words):
        raise Refused(_("Write something first: there are no words here yet."), field=field)
    if (over := len(words) - LONGEST) > 0:
        facts = {"limit": f"{LONGEST:,}", "over": f"{over:,}"}
        raise Refused(_("That is %(over)s letters more than the %(limit)s we can keep. Cut some.") % facts, field=field)


def check_days(said_on: date, received_on: date, today: date) -> None:
    if received_on > today:
        raise Refused(_("That day has not come yet. Give the day on which it reached us."), field="received_on")
    if said_on > received_on:
        raise Refused(_("It cannot be said after it reached us. Look at the two days again."), field="said_on")


def check_here(by: Actor, contribution: Contribution, permission: str = P.ANSWER) -> None:
    """The right to work on what was said to this unit. What is before the safeguarding lead is not there for them."""
    if contribution.restricted and by.kind != Kind.SYSTEM:
        raise NotYours
    if by.organisation_id != contribution.organisation_id or not by.can(permission, contribution.unit_id):
        raise Refused(
            _("Only those who answer for this part of the organisation can do that. Hand it on to one of them.")
        )


def check_not_taken_back(contribution: Contribution) -> None:
    if contribution.state == WITHDRAWN:
        raise Refused(
            _("The one who said this has just taken it back. Nothing more is owed. Your words are still here.")
        )


def check_seen(contribution: Contribution, seen: int | None) -> None:
    if seen is not None and seen != contribution.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def check_acknowledge(by: Actor, contribution: Contribution) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state != RECEIVED:
        raise Refused(_("They have been told already that it is here."))


def check_answer(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)
    if contribution.state not in ANSWERABLE:
        raise Refused(
            _("This has an answer. Another one can be given only if the one who said it says it is not right.")
        )


def check_reason(reason: str) -> None:
    """“Noted” is not an answer."""
    if phrases.is_empty(reason):
        raise Refused(
            _("That is not an answer yet. Say what you will do, or why you will not, so that they can check it."),
            field="reason",
        )
    if phrases.has_gap(reason):
        raise Refused(_("There is still a gap from a template in this answer. Fill it in."), field="reason")
    check_words(reason, "reason")


def check_deferral(deferred: bool, until: date | None, today: date) -> None:
    if deferred and (until is None or until <= today):
        raise Refused(_("Say by which day you will answer. It must be after today."), field="defer_until")
    if not deferred and until is not None:
        raise Refused(_("Leave the day empty, or choose “Not yet”: this is an answer now."), field="defer_until")


def check_hand_over(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)
    if contribution.state not in (*ANSWERABLE, ANSWERED):
        raise Refused(_("Nothing is owed here, so there is nothing to hand over."))


def check_tell(by: Actor, contribution: Contribution, channel: str) -> None:
    on_their_page = channel == TellingChannel.ON_PAGE
    if not (by.kind == Kind.SYSTEM or on_their_page and is_author(by, contribution)):
        check_here(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state not in (ANSWERED, DEFERRED):
        raise Refused(_("There is no new answer to tell them about."))


def check_told_day(on: date, answered_on: date, today: date) -> None:
    if on > today:
        raise Refused(_("That day has not come yet. Write it down once they have been told."), field="on")
    if on < answered_on:
        raise Refused(_("They cannot have been told before the answer was written. Look at the day again."), field="on")


def check_challenge(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if contribution.state not in (ANSWERED, TOLD):
        raise Refused(_("There is no answer to question yet. One is still owed to you."))


def check_withdraw(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    if contribution.state == WITHDRAWN:
        raise Refused(_("This was taken back before. The words are gone."))


def check_change_uses(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)


def check_render(by: Actor, contribution: Contribution, seen: int | None = None) -> None:
    check_here(by, contribution)
    check_not_taken_back(contribution)
    check_seen(contribution, seen)


def check_record_change(by: Actor, unit_id: int) -> None:
    if not by.can(P.ANSWER, unit_id):
        raise Refused(_("Only those who answer for this part of the organisation can say what changed there."))


def check_source(by: Actor, contribution: Contribution) -> None:
    check_not_taken_back(contribution)
    if by.organisation_id != contribution.organisation_id:
        raise Refused(_("That was not said to this organisation."))


def check_verdict(by: Actor, contribution: Contribution, change: Change) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if change.organisation_id != contribution.organisation_id:
        raise Refused(_("That change did not come of what you said."))


def check_import(by: Actor) -> None:
    if by.kind != Kind.SYSTEM and not by.can(P.IMPORT):
        raise Refused(_("Only somebody who may bring in files can do that. Ask the coordinator."))


def check_see_ledger(actor: Actor) -> None:
    if not actor.can(P.SEE_VOICES):
        raise Refused(_("Only those who answer what people say can see this."))


def may_read_words(actor: Actor, contribution: Contribution) -> bool:
    """Words that may not be used inside are read by those who answer them, and by their author."""
    return contribution.use_inside or actor.can(P.ANSWER, contribution.unit_id) or is_author(actor, contribution)


def _can(check: Callable[..., None], *facts: object) -> bool:
    try:
        check(*facts)
    except (Refused, NotYours):
        return False
    return True


def can_acknowledge(by: Actor, contribution: Contribution) -> bool:
    return _can(check_acknowledge, by, contribution)


def can_answer(by: Actor, contribution: Contribution) -> bool:
    return _can(check_answer, by, contribution)


def why_no_answer(by: Actor, contribution: Contribution) -> str:
    """What stands in the way of an answer, in words; empty when nothing does."""
    try:
        check_answer(by, contribution)
    except Refused as refused:
        return refused.reason
    return ""


def can_hand_over(by: Actor, contribution: Contribution) -> bool:
    return _can(check_hand_over, by, contribution)


def can_tell(by: Actor, contribution: Contribution, channel: str = "") -> bool:
    return _can(check_tell, by, contribution, channel)


def can_challenge(by: Actor, contribution: Contribution) -> bool:
    return _can(check_challenge, by, contribution)


def can_withdraw(by: Actor, contribution: Contribution) -> bool:
    return _can(check_withdraw, by, contribution)


def can_change_uses(by: Actor, contribution: Contribution) -> bool:
    return _can(check_change_uses, by, contribution)


def can_render(by: Actor, contribution: Contribution) -> bool:
    return _can(check_render, by, contribution)


def can_record_change(by: Actor, unit_id: int) -> bool:
    return _can(check_record_change, by, unit_id)


def can_give_verdict(by: Actor, contribution: Contribution, change: Change) -> bool:
    return _can(check_verdict, by, contribution, change)


def can_see_ledger(actor: Actor) -> bool:
    return _can(check_see_ledger, actor)


def check_write_down(by: Actor, contribution: Contribution) -> None:
    """Their last word, taken down by staff."""
    check_here(by, contribution, P.SAY_FOR)


def can_write_down(by: Actor, contribution: Contribution) -> bool:
    return _can(check_write_down, by, contribution)


def can_write_down_something(actor: Actor) -> bool:
    return actor.can(P.SAY_FOR)


def can_import(by: Actor) -> bool:
    return _can(check_import, by)
