"""Who may do what with a decision, and when. Each rule twice: `can_` says whether, `check_` says why not."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.dates import long_day
from alongside.core.errors import Refused

from ..models import DECIDED, DECISION, DROPPED, PLANNED, Decision
from ..taking import TakenWith
from .common import allows

LONGEST_LINE = 300


# Who, whatever the state.


def may_keep(actor: Actor, decision: Decision) -> bool:
    return _may(actor, P.KEEP_DECISIONS, decision)


def may_decide(actor: Actor, decision: Decision) -> bool:
    return _may(actor, P.DECIDE, decision)


def may_allow_without(actor: Actor, decision: Decision) -> bool:
    return _may(actor, P.ALLOW_WITHOUT, decision)


def _may(actor: Actor, permission: P, decision: Decision) -> bool:
    """A right in the whole of one organisation is no right in another."""
    return actor.organisation_id == decision.organisation_id and actor.can(permission, decision.unit_id)


def can_import(actor: Actor) -> bool:
    return allows(check_can_import, actor)


def check_can_import(actor: Actor) -> None:
    if actor.kind != Kind.SYSTEM and not actor.can(P.IMPORT):
        raise Refused(_("Only the coordinator or an administrator brings in files. Ask one of them."))


def may_see_calendar(actor: Actor) -> bool:
    """The list of decisions. One decision is shown to everybody where a claim that is shown rests on it."""
    return actor.is_member and (actor.person_id is not None or actor.can(P.SEE_DECISIONS))


def can_add(actor: Actor, unit_id: int | None = None) -> bool:
    return allows(check_can_add, actor, unit_id)


def check_can_add(actor: Actor, unit_id: int | None = None) -> None:
    if not actor.can(P.KEEP_DECISIONS, unit_id):
        raise Refused(_("You look after the decisions of your own unit. Ask the coordinator to do this."), field="unit")


def _check_keeps(actor: Actor, decision: Decision) -> None:
    if not may_keep(actor, decision):
        raise Refused(_("You look after the decisions of your own unit. Ask the coordinator to do this."))


def can_raise(actor: Actor) -> bool:
    return allows(check_can_raise, actor)


def check_can_raise(actor: Actor) -> None:
    """A contributor for themselves; somebody who writes down what others say for anybody on the register."""
    if actor.on_behalf_of:
        if not actor.can(P.SAY_FOR):
            raise Refused(_("You cannot write this down for somebody else. Ask the coordinator to do it."))
    elif actor.person_id is None or not actor.can(P.RAISE_DECISION):
        raise Refused(_("Only people on our register can ask for a decision here. You can still say something."))


# Who and when.


def can_change(actor: Actor, decision: Decision) -> bool:
    return allows(check_can_change, actor, decision)


def check_can_change(actor: Actor, decision: Decision) -> None:
    _check_keeps(actor, decision)
    check_still_planned(decision)


def can_drop(actor: Actor, decision: Decision) -> bool:
    return allows(check_can_drop, actor, decision)


def check_can_drop(actor: Actor, decision: Decision) -> None:
    check_can_change(actor, decision)
    DECISION.check(decision.state, DROPPED)


def can_record_outcome(actor: Actor, decision: Decision) -> bool:
    return allows(check_can_record_outcome, actor, decision)


def check_can_record_outcome(actor: Actor, decision: Decision) -> None:
    _check_decides(actor, decision)
    check_still_planned(decision)


def may_reopen(actor: Actor, decision: Decision) -> bool:
    return may_keep(actor, decision) if decision.state == DROPPED else may_decide(actor, decision)


def can_reopen(actor: Actor, decision: Decision) -> bool:
    return allows(check_can_reopen, actor, decision)


def check_can_reopen(actor: Actor, decision: Decision) -> None:
    if decision.state == DROPPED:
        _check_keeps(actor, decision)
    else:
        _check_decides(actor, decision)
    DECISION.check(decision.state, PLANNED, _("This has not been decided yet, so there is nothing to open again."))


def _check_decides(actor: Actor, decision: Decision) -> None:
    if not may_decide(actor, decision):
        raise Refused(_("A manager of this unit or the coordinator records what was decided. Ask one of them."))


def check_still_planned(decision: Decision) -> None:
    if decision.state == DECIDED and decision.decided_on:
        sentence = _("This was decided on %(day)s. Open it again before you change it.")
        raise Refused(sentence % {"day": long_day(decision.decided_on)})
    if decision.state == DROPPED:
        raise Refused(_("This is not going ahead. Open it again before you change it."))


def check_seen(decision: Decision, seen: int) -> None:
    """`decision` is locked and fresh; `seen` is the version that the writer started from."""
    if decision.version == seen:
        return
    happened = {
        DECIDED: _("Somebody recorded what was decided while you were writing."),
        DROPPED: _("Somebody marked this as not going ahead while you were writing."),
    }.get(decision.state, _("Somebody changed this decision while you were writing."))
    kept = _("Your words are still here. Open the decision in another tab, then save again if they still hold.")
    raise Refused(f"{happened} {kept}", field="seen")


# What.


def check_title(title: str) -> None:
    if not title.strip():
        raise Refused(_("Say what is to be decided."), field="title")
    if len(title) > LONGEST_LINE:
        sentence = _("The title can have %(limit)s characters. Shorten it.")
        raise Refused(sentence % {"limit": LONGEST_LINE}, field="title")


def check_decider(decider: str) -> None:
    if len(decider) > LONGEST_LINE:
        sentence = _("“Who decides” can have %(limit)s characters. Shorten it.")
        raise Refused(sentence % {"limit": LONGEST_LINE}, field="decider")


def check_days(opened_on: date, due_on: date | None) -> None:
    if due_on and due_on < opened_on:
        sentence = _("This is due on %(due)s, before it was opened on %(opened)s. Put one of them right.")
        raise Refused(sentence % {"due": long_day(due_on), "opened": long_day(opened_on)}, field="due_on")


def check_outcome(outcome: str, reason: str) -> None:
    if not outcome.strip():
        raise Refused(_("Say what was decided."), field="outcome")
    if not reason.strip():
        raise Refused(_("Say why it was decided so. People read this."), field="reason")


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Say why. People who hoped for this read it."), field="reason")


def check_decided_on(decision: Decision, decided_on: date, today: date) -> None:
    if decided_on > today:
        sentence = _("%(day)s is still to come. Record what was decided once it was decided.")
        raise Refused(sentence % {"day": long_day(decided_on)}, field="decided_on")
    if decided_on < decision.opened_on:
        sentence = _("This was opened on %(opened)s, after the day you wrote. Put one of them right.")
        raise Refused(sentence % {"opened": long_day(decision.opened_on)}, field="decided_on")


def check_taken_with(decision: Decision, taken: TakenWith, decided_on: date, least: int) -> None:
    if taken.decision_id != decision.pk:
        raise Refused(_("Those people took part in another decision. Record it there."))
    if taken.on > decided_on:
        sentence = _("Enough people had taken part on %(part)s, after it was decided on %(decided)s.")
        raise Refused(sentence % {"part": long_day(taken.on), "decided": long_day(decided_on)}, field="decided_on")
    if taken.people < least or len(set(taken.places)) < least:
        sentence = _("A decision is taken with people when at least %(least)s took part. Here it was %(people)s.")
        raise Refused(sentence % {"least": least, "people": taken.people})


def check_can_waive_seats(actor: Actor, decision: Decision, reason: str) -> None:
    """For a body that decided with seats for lived experience empty on that day."""
    stopped = _("Seats for lived experience on the body that decides were empty on that day.")
    if not may_allow_without(actor, decision):
        todo = _("Fill them first, or ask the coordinator or the board to record why it could not wait.")
        raise Refused(f"{stopped} {todo}", field="waiver_reason")
    if not reason.strip():
        todo = _("If it was decided all the same, write why. The board reads it.")
        raise Refused(f"{stopped} {todo}", field="waiver_reason")


def check_can_take_without(actor: Actor, decision: Decision, reason: str) -> None:
    """For a decision that is reserved on the day it is taken."""
    if not may_allow_without(actor, decision):
        raise Refused(
            _(
                "Decisions of this kind may not be taken without the people they affect. "
                "Take it with people, or ask the coordinator or the board to record why it could not wait."
            ),
            field="taken_without_reason",
        )
    if not reason.strip():
        raise Refused(
            _(
                "Decisions of this kind may not be taken without the people they affect. "
                "If it was taken all the same, write why. The board reads it."
            ),
            field="taken_without_reason",
        )
