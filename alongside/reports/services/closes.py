"""Closing a period: begun, checked, signed by both sides; it is closed in the moment of the second signature."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin as first_status
from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import canonical, commitment, new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.inputs import tidy_text
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import closing
from ..close_events import CloseEvent as Event
from ..models import (
    FROZEN,
    PERIOD_CLOSE,
    CloseSignature,
    PeriodClose,
    PeriodCloseStatus,
    PeriodSheet,
    PeriodSigner,
    Says,
    SignSide,
)
from ..models.closes import CHECKED, DECLINED, DRAFT, SIGNED
from ..queries import closed, frozen, signers
from ..queries import closes as queries
from ..queries.scope import whole
from ..rules import closes as rules
from . import close_messages as messages


@transaction.atomic
def begin_close(*, period: Period, by: Actor) -> PeriodClose:
    """By the coordinator, or by the daily tasks. The organisation is locked, so that it is begun once."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    if by.kind != "system":
        rules.check_can_close(by)
    newest = queries.newest_of(organisation.pk, period)
    rules.check_begin(period, organisations.clock_of(organisation).today(), queries.made_on(organisation), newest)
    return make_version(organisation, period, by)


def make_version(organisation: Organisation, period: Period, by: Actor, of: PeriodClose | None = None) -> PeriodClose:
    """`of`: the version that it is to replace."""
    made = PeriodClose.objects.create(
        organisation=organisation,
        kind=period.kind,
        period=of.period if of else period.slug,
        first=period.first,
        last=period.last,
        version=of.version + 1 if of else 1,
        replaces=of,
        **byline(by),
    )
    first_status(made, statuses=PeriodCloseStatus, by=by, on=organisations.clock_of(organisation).today())
    audit.record(Event.BEGUN, by=by, target=made, facts=_facts(made))
    return made


def _facts(close: PeriodClose) -> dict[str, Any]:
    days = {"first": close.first.isoformat(), "last": close.last.isoformat()}
    return {"period": close.period, "version": close.version, **days}


def locked(close: PeriodClose, by: Actor) -> PeriodClose:
    if close.organisation_id != by.organisation_id:
        raise NotYours
    return (
        PeriodClose.objects.select_for_update(of=("self",), no_key=True).select_related("organisation").get(pk=close.pk)
    )


def _today(close: PeriodClose) -> date:
    return organisations.clock_of(close.organisation).today()


@transaction.atomic
def check(*, close: PeriodClose, by: Actor) -> PeriodSheet:
    """The coordinator has looked through it. All is counted now and written down: that is what is signed."""
    close = locked(close, by)
    rules.check_can_close(by)
    clock, now = organisations.clock_of(close.organisation), timezone.now()
    rules.check_over(close, clock.today())
    PERIOD_CLOSE.check(close.state, CHECKED, _("It was checked already. To count it again, go back first."))
    text = frozen.count_text(whole(close.organisation, clock.settings, close.days, clock.today()), close, now)
    sheet = PeriodSheet.objects.create(
        close=close,
        number=close.sheets.count() + 1,
        content=text,
        digest=closing.digest_of(text),
        counted_at=now,
        **byline(by),
    )
    close.counted_at = now
    _move(close, CHECKED, by, ("counted_at",))
    audit.record(Event.CHECKED, by=by, target=sheet, facts={**_facts(close), "digest": sheet.digest})
    messages.to_signers_that_it_waits(close, signers.who_sign(close.organisation_id, clock.today()))
    return sheet


@transaction.atomic
def count_again(*, close: PeriodClose, by: Actor) -> PeriodClose:
    """What was signed was another count: it is checked and signed anew. The old sheets and signatures stay."""
    close = locked(close, by)
    rules.check_count_again(by, close)
    _move(close, DRAFT, by)
    audit.record(Event.BACK, by=by, target=close, facts=_facts(close))
    return close


@transaction.atomic
def sign(*, close: PeriodClose, name: str = "", words: str = "", seen: int | None = None, by: Actor) -> PeriodClose:
    """With words or without. Whoever is second closes it: there is no other way, and no day on which it closes."""
    close = locked(close, by)
    signer, sheet, side = _stands(close, by)
    said = list(sheet.signatures.all())
    rules.check_sign(close, side, said)
    rules.check_over(close, _today(close))
    rules.check_two(by, side, said)
    _check_seen(sheet, seen)
    _say(close, sheet, Says.SIGNED, signer, name, words, by)
    both = {each.side for each in said if each.says == Says.SIGNED} | {side} == set(SignSide)
    if both:
        _freeze(close, sheet, by)
    elif close.state != SIGNED:
        _move(close, SIGNED, by)
        if side == SignSide.CONTRIBUTORS:  # the one whom they chose was written to when it was checked
            messages.to_coordinators_that_contributors_signed(close)
    return close


@transaction.atomic
def decline(*, close: PeriodClose, words: str, name: str = "", seen: int | None = None, by: Actor) -> PeriodClose:
    """Contributors do not sign it as it is. It does not close, and their words stand beside the figures."""
    close = locked(close, by)
    signer, sheet, side = _stands(close, by)
    rules.check_decline(close, side, list(sheet.signatures.all()), words)
    _check_seen(sheet, seen)
    _say(close, sheet, Says.DECLINED, signer, name, words, by)
    _move(close, DECLINED, by)
    messages.to_coordinators_that_it_was_declined(close)
    return close


def _stands(close: PeriodClose, by: Actor) -> tuple[PeriodSigner | None, PeriodSheet, SignSide]:
    signer = signers.signs_for_contributors(by, _today(close))
    side = rules.check_side(by, signer)
    found = closed.sheets_of(close)
    if not found:
        raise Refused(_("The coordinator checks it first. Then it can be signed."))
    return signer, found[0], side


def _check_seen(sheet: PeriodSheet, seen: int | None) -> None:
    if seen is not None and seen != sheet.number:
        raise Refused(_("It was counted again while you read. Look at the new figures first."), field="seen")


def _say(  # noqa: PLR0913  each of them by its place in the row
    close: PeriodClose, sheet: PeriodSheet, says: Says, signer: PeriodSigner | None, name: str, words: str, by: Actor
) -> CloseSignature:
    words = tidy_text(words).strip()
    rules.check_words(words)
    side = SignSide.CONTRIBUTORS if signer else SignSide.COORDINATOR
    made = CloseSignature.objects.create(
        sheet=sheet,
        side=side,
        says=says,
        signer=signer,
        person_id=by.person_id if signer else None,
        name=" ".join(tidy_text(name).split())[:200] if signer else "",
        role="" if signer else queries.job_of(by),
        words=words,
        for_all_here=True,  # the form says so
        salt=new_salt() if words else "",
        said_on=_today(close),
        **byline(by),
    )
    sealed = {"sealed": seal_of(made)} if words else {}
    facts = {**_facts(close), "digest": sheet.digest, "side": str(side), "says": str(says), **sealed}
    audit.record(Event.SAID, by=by, target=made, facts=facts)
    return made


def seal_of(signature: CloseSignature) -> str:
    return commitment(signature.salt, canonical({"words": signature.words}))


def _freeze(close: PeriodClose, sheet: PeriodSheet, by: Actor) -> None:
    """The event stands before the row says so: its hash is the head that is printed on what is closed."""
    event = audit.record(Event.FROZEN, by=by, target=close, facts={**_facts(close), "digest": sheet.digest})
    close.frozen_at, close.head = event.at, event.hash
    close.counted_at = sheet.counted_at
    # One statement: a constraint wants all three at once.
    _move(close, FROZEN, by, ("frozen_at", "head", "counted_at"))
    messages.to_both_that_it_is_closed(close)


def _move(close: PeriodClose, to: str, by: Actor, changed: tuple[str, ...] = ()) -> None:
    move(close, to, lifecycle=PERIOD_CLOSE, statuses=PeriodCloseStatus, by=by, on=_today(close), changed=changed)
