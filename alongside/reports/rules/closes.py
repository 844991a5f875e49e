"""When a period is closed, and by whom: two different people, and nothing by itself."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.core.periods import Period

from ..models import CloseSignature, PeriodClose, PeriodReopening, PeriodSigner, Says, SignSide
from ..models.closes import ASKED, CHECKED, DECLINED, DRAFT, SIGNED
from . import packs

LONGEST = 4000


def can_close(actor: Actor) -> bool:
    """The coordinator, of the whole organisation."""
    return actor.is_member and actor.can(P.CLOSE_PERIODS) and actor.units_for(P.CLOSE_PERIODS) is None


def check_can_close(actor: Actor) -> None:
    if not can_close(actor):
        raise NotYours


def sees_all(actor: Actor) -> bool:
    """Whoever may see the figures of everything. A manager's are those of their units, and a close has no parts."""
    return actor.is_member and actor.can(P.SEE_FIGURES) and actor.units_for(P.SEE_FIGURES) is None


def reads_closed(actor: Actor) -> bool:
    """What is closed: everybody who belongs here, as they read the pack that the board has of it."""
    return packs.belongs(actor)


def reads_plainly(actor: Actor) -> bool:
    """Whoever takes part, and does not work here, reads a few plain sentences first."""
    return not packs.works_here(actor)


def side_of(actor: Actor, signer: PeriodSigner | None) -> SignSide | None:
    """`signer`: the choice of contributors that is in force and names the actor (queries.signs_for_contributors)."""
    if signer is not None:
        return SignSide.CONTRIBUTORS
    return SignSide.COORDINATOR if actor.kind == Kind.USER and can_close(actor) else None


def check_side(actor: Actor, signer: PeriodSigner | None) -> SignSide:
    side = side_of(actor, signer)
    if side is None:
        raise NotYours
    return side


def check_begin(period: Period, today: date, made_on: date, newest: PeriodClose | None) -> None:
    if newest is not None and newest.state != "frozen":
        raise Refused(_("%(period)s is being closed already. Go on there.") % {"period": period.name}, field="period")
    if newest is not None:
        told = _("%(period)s is closed. To change it, ask there to open it again: that needs both sides.")
        raise Refused(told % {"period": period.name}, field="period")
    if period.first > today:
        raise Refused(_("These days have not come yet."), field="period")
    if period.last < made_on:
        raise Refused(_("There is no record of these days: the organisation came here later."), field="period")


def check_over(close: PeriodClose, today: date) -> None:
    """By the organisation's clocks."""
    if not close.days.is_over(today):
        told = _("%(period)s is not over yet. It can be checked from the day after its last one.")
        raise Refused(told % {"period": close.name})


def can_check(actor: Actor, close: PeriodClose, today: date) -> bool:
    return can_close(actor) and close.state == DRAFT and close.days.is_over(today)


def can_count_again(actor: Actor, close: PeriodClose) -> bool:
    return can_close(actor) and close.state in (CHECKED, SIGNED, DECLINED)


def check_count_again(actor: Actor, close: PeriodClose) -> None:
    check_can_close(actor)
    if not can_count_again(actor, close):
        raise Refused(_("It is closed, or was never counted. There is nothing to count again."))


# Signing: what each may do is said of the newest signatures of the newest sheet.


def can_sign(close: PeriodClose, side: SignSide | None, said: list[CloseSignature]) -> bool:
    try:
        check_sign(close, side, said)
    except (Refused, NotYours):
        return False
    return True


def check_sign(close: PeriodClose, side: SignSide | None, said: list[CloseSignature]) -> None:
    _check_open(close, side)
    if close.state == DECLINED and side == SignSide.COORDINATOR:
        raise Refused(_("Contributors do not sign it as it is. Put right what they say, and count it again."))
    if any(each.side == side and each.says == Says.SIGNED for each in said):
        raise Refused(_("Your side has signed it. Now it waits for the other one."))


def check_two(by: Actor, side: SignSide | None, said: list[CloseSignature]) -> None:
    """Also where somebody changed sides in between."""
    others = [each.recorded_by_id for each in said if each.side != side and each.says == Says.SIGNED]
    if by.user_id in others:
        raise Refused(_("You have signed for the other side. It needs two different people."))


def can_decline(close: PeriodClose, side: SignSide | None, said: list[CloseSignature]) -> bool:
    return side == SignSide.CONTRIBUTORS and close.state in (CHECKED, SIGNED) and can_sign(close, side, said)


def check_decline(close: PeriodClose, side: SignSide | None, said: list[CloseSignature], words: str) -> None:
    if side != SignSide.CONTRIBUTORS:
        raise NotYours
    check_sign(close, side, said)
    if close.state == DECLINED:
        raise Refused(_("You have said so already. It stands, and it does not close."))
    if not words.strip():
        raise Refused(_("Write what is not right. It is shown with the figures."), field="words")


def _check_open(close: PeriodClose, side: SignSide | None) -> None:
    if side is None:
        raise NotYours
    if close.state == DRAFT:
        raise Refused(_("The coordinator checks it first. Then it can be signed."))
    if close.is_frozen:
        raise Refused(_("It is closed already. Look at it again."))


def check_words(words: str) -> None:
    if len(words) > LONGEST:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST}, field="words")


# Opening it again.


def can_ask(close: PeriodClose, side: SignSide | None, newest: bool, asked: PeriodReopening | None) -> bool:
    return side is not None and close.is_frozen and newest and asked is None


def check_there(side: SignSide | None, somebody_signs: bool) -> None:
    """The other side has to be somebody, or nobody could ever answer."""
    if side == SignSide.COORDINATOR and not somebody_signs:
        raise Refused(
            _(
                "Nobody signs for contributors now, so nobody could say yes. Ask contributors first whom they choose, "
                "and write it down under “Who signs for contributors”. Then ask again."
            )
        )


def check_ask(
    close: PeriodClose, side: SignSide | None, newest: bool, asked: PeriodReopening | None, reason: str
) -> SignSide:
    if side is None:
        raise NotYours
    if not close.is_frozen or not newest:
        raise Refused(_("Only the newest version of what is closed can be opened again."))
    if asked is not None:
        raise Refused(_("Somebody has asked already. Answer them first."))
    if not reason.strip():
        raise Refused(_("Write why. The old version stays, and the reason stands beside it."), field="reason")
    if len(reason) > LONGEST:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST}, field="reason")
    return side


def check_answer(asked: PeriodReopening, side: SignSide | None, by: Actor) -> None:
    """Of the other side, and of somebody else."""
    if side is None:
        raise NotYours
    if asked.state != ASKED:
        raise Refused(_("This was answered already. Look at it again."))
    if asked.side == side:
        raise Refused(_("Your side has asked. Now the other one says yes or no."))
    if asked.recorded_by_id is not None and asked.recorded_by_id == by.user_id:
        raise Refused(_("You have asked for the other side. It needs two different people."))


def check_no(asked: PeriodReopening, words: str) -> None:
    """Of contributors nobody asks why. The coordinator owes them a reason, as they do when they do not sign."""
    if asked.side == SignSide.CONTRIBUTORS and not words.strip():
        raise Refused(_("Write why it stays closed. Whoever asked reads it."), field="words")
    check_words(words)


def check_drop(asked: PeriodReopening, side: SignSide | None) -> None:
    if side is None or asked.side != side:
        raise NotYours
    if asked.state != ASKED:
        raise Refused(_("This was answered already. Look at it again."))
