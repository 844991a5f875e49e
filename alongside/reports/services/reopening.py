"""Opening a closed period again: one side asks and says why, the other agrees. What was closed stays as it is, and
another version begins beside it."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import canonical, commitment, new_salt
from alongside.core.actor import Actor
from alongside.core.inputs import tidy_text
from alongside.organisation import queries as organisations

from ..close_events import CloseEvent as Event
from ..models import PeriodClose, PeriodReopening, ReopeningNo, SignSide
from ..models.closes import AGREED, DROPPED, REFUSED
from ..queries import closes as queries
from ..queries import signers
from ..rules import closes as rules
from . import close_messages as messages
from .closes import locked, make_version


@transaction.atomic
def ask_to_reopen(*, close: PeriodClose, reason: str, by: Actor) -> PeriodReopening:
    close = locked(close, by)
    reason = tidy_text(reason).strip()
    newest = queries.newest_of(close.organisation_id, close.days)
    today = organisations.clock_of(close.organisation).today()
    rules.check_there(_side(close, by), bool(signers.who_sign(close.organisation_id, today)))
    side = rules.check_ask(close, _side(close, by), newest == close, queries.asked_of(close), reason)
    made = PeriodReopening.objects.create(
        close=close,
        side=side,
        person_id=by.person_id if side == SignSide.CONTRIBUTORS else None,
        reason=reason,
        salt=new_salt(),
        asked_on=today,
        **byline(by),
    )
    facts = {"close": close.code, "side": str(side), "sealed": seal_of(made)}
    audit.record(Event.ASKED, by=by, target=made, facts=facts)
    messages.that_somebody_asks_to_reopen(made)
    return made


def seal_of(asked: PeriodReopening) -> str:
    return commitment(asked.salt, canonical({"reason": asked.reason}))


def _side(close: PeriodClose, by: Actor) -> SignSide | None:
    return rules.side_of(by, signers.signs_for_contributors(by, organisations.clock_of(close.organisation).today()))


def _locked(asked: PeriodReopening, by: Actor) -> PeriodReopening:
    locked(asked.close, by)
    rows = PeriodReopening.objects.select_for_update(of=("self",), no_key=True).select_related("close__organisation")
    return rows.get(pk=asked.pk)


@transaction.atomic
def agree_to_reopen(*, asked: PeriodReopening, by: Actor) -> PeriodClose:
    """The other side, and somebody else than who asked. Returns the new version, which is checked and signed anew."""
    asked = _locked(asked, by)
    rules.check_answer(asked, _side(asked.close, by), by)
    _end(asked, AGREED, by)
    messages.to_those_who_asked(asked)
    old = asked.close
    made = make_version(old.organisation, old.days, by, of=old)
    facts = {"from": old.version, "to": made.version, "period": old.period}
    audit.record(Event.REOPENED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def refuse_to_reopen(*, asked: PeriodReopening, words: str = "", by: Actor) -> PeriodReopening:
    """It stays closed. The coordinator says why; contributors may."""
    asked = _locked(asked, by)
    words = tidy_text(words).strip()
    rules.check_answer(asked, _side(asked.close, by), by)
    rules.check_no(asked, words)
    _end(asked, REFUSED, by)
    if words:
        made = ReopeningNo.objects.create(reopening=asked, words=words, salt=new_salt(), **byline(by))
        audit.record(Event.SAID_NO, by=by, target=made, facts={"of": asked.code, "sealed": seal_of_no(made)})
    messages.to_those_who_asked(asked)
    return asked


def seal_of_no(no: ReopeningNo) -> str:
    return commitment(no.salt, canonical({"words": no.words}))


@transaction.atomic
def drop_asking(*, asked: PeriodReopening, by: Actor) -> PeriodReopening:
    """Whoever asked takes it back."""
    asked = _locked(asked, by)
    rules.check_drop(asked, _side(asked.close, by))
    return _end(asked, DROPPED, by)


def _end(asked: PeriodReopening, state: str, by: Actor) -> PeriodReopening:
    asked.state, asked.answered_on = state, organisations.clock_of(asked.close.organisation).today()
    asked.answered_by_id = by.person_id if _side(asked.close, by) == SignSide.CONTRIBUTORS else None
    asked.save(update_fields=["state", "answered_on", "answered_by"])
    audit.record(Event.ANSWERED, by=by, target=asked, facts={"close": asked.close.code, "state": state})
    return asked
