"""Claim that something was co-produced, say it anew, show it, say it no longer. Those who were there are asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.organisation.rules import check_here

from .. import queries, rules, seals
from ..events import CandourEvent as Event
from ..models import Claim, ClaimRecord, ClaimStatus, ClaimText, Signature, SignatureStatus
from ..models.claims import CLAIM, ENDED, SHOWN
from ..queries import Records
from . import claim_messages as messages

REMINDED = timedelta(days=4)  # before the day by which it helps to hear from them


@dataclass(frozen=True)
class Wording:
    """What is said, which part people are said to have had, and what it rests on."""

    text: str
    level: int
    records: Records
    reply_by: date
    ends_on: date | None = None


def locked_claim(claim: Claim) -> Claim:
    return (
        Claim.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation", "unit")
        .get(pk=claim.pk)
    )


@transaction.atomic
def make_claim(*, unit: Unit, outlet: str, audience: str, wording: Wording, by: Actor) -> Claim:
    """Everybody who was there is asked. Until somebody signs, it is the organisation's claim and no more."""
    check_here(by, unit)
    rules.check_can_claim(by, unit.pk)
    organisation = Organisation.objects.get(pk=by.organisation_id or 0)
    today = organisations.clock_of(organisation).today()
    _check(wording, today)
    if not audience.strip():
        raise Refused(_("Write who reads it."), field="audience")
    claim = Claim.objects.create(
        organisation=organisation, unit=unit, outlet=outlet, audience=audience, made_on=today, **byline(by)
    )
    begin(claim, statuses=ClaimStatus, by=by, on=today)
    _word(claim, 1, wording, "", today, by)
    return claim


@transaction.atomic
def restate_claim(*, claim: Claim, wording: Wording, why: str, by: Actor, seen: int | None = None) -> ClaimText:
    """Other words are another version. The old one stays with its signatures, and everybody is asked again."""
    claim = locked_claim(claim)
    rules.check_can_keep(by, claim)
    before = queries.newest_text(claim)
    if seen is not None and seen != claim.version:
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    today = organisations.clock_of(claim.organisation).today()
    _check(wording, today)
    rules.check_text_differs(before, wording.text, wording.level, wording.records.codes)
    if not why.strip():
        raise Refused(_("Write why it says something else now. Those who signed it read this."), field="why")
    messages.drop_asked(before)
    claim.version = before.number + 1
    claim.save(update_fields=["version"])
    return _word(claim, claim.version, wording, why, today, by)


def _check(wording: Wording, today: date) -> None:
    rules.check_claim_text(wording.text, wording.level, wording.records.codes)
    rules.check_claim_days(wording.reply_by, wording.ends_on, today)


def _word(claim: Claim, number: int, wording: Wording, why: str, today: date, by: Actor) -> ClaimText:
    text = ClaimText.objects.create(
        claim=claim,
        number=number,
        text=wording.text,
        level=wording.level,
        rests_on=wording.records.codes,
        reply_by=wording.reply_by,
        ends_on=wording.ends_on,
        why=why,
        salt=new_salt(),
        made_on=today,
        **byline(by),
    )
    for kind, row in wording.records.all():
        ClaimRecord.objects.create(text=text, was=_state(row), was_on=_day(row), **{kind: row}, **byline(by))
    audit.record(
        Event.CLAIM_WORDED,
        by=by,
        target=text,
        facts={
            "claim": claim.code,
            "version": number,
            "level": int(wording.level),
            "where": str(claim.outlet),
            "rests_on": wording.records.codes,
            "sealed": seals.seal_text(text),
        },
    )
    ask(text, queries.were_there(wording.records), today, by)
    return text


def _state(row: Any) -> str:
    return str(getattr(row, "state", ""))


def _day(row: Any) -> date | None:
    found: date | None = getattr(row, "decided_on", None)
    return found


def ask(text: ClaimText, there: set[int], today: date, by: Actor) -> int:
    """Those who were there and have not been asked about this text. No event names them: how many is enough."""
    known = set(Signature.objects.filter(text=text, person__in=there).values_list("person", flat=True))
    for person in sorted(there - known):
        asked = Signature.objects.create(text=text, person_id=person, asked_on=today, **byline(by))
        begin(asked, statuses=SignatureStatus, by=by, on=today)
        messages.to_somebody_asked(asked)
    if new := len(there - known):
        audit.record(Event.CLAIM_ASKED, by=by, target=text, facts={"claim": text.claim.code, "asked": new})
    return len(there - known)


@transaction.atomic
def ask_those_missing(*, organisation: Organisation, by: Actor) -> int:
    """Whoever is written down as having been there only now is asked, too: once a day."""
    today = organisations.clock_of(organisation).today()
    rows = Claim.objects.filter(organisation=organisation).exclude(state=ENDED).order_by("id")
    claims = list(rows.select_for_update(of=("self",), no_key=True))
    texts = queries.present_texts(claims)
    kept = queries.kept_of([text.pk for text in texts.values()])
    asked = 0
    for text in texts.values():
        if not queries.lapses(kept[text.pk], text.ends_on, today):
            asked += ask(text, queries.were_there(queries.records_of(kept[text.pk])), today, by)
        else:
            messages.to_maker_that_it_lapsed(text)
    return asked


def remind_of_claims(*, organisation: Organisation) -> int:
    """Once, some days before it helps to hear from them. After that nobody is asked again: silence is theirs, too."""
    today = organisations.clock_of(organisation).today()
    waiting = list(queries.waiting_before(organisation.pk, today, today + REMINDED))
    kept = queries.kept_of({row.text_id for row in waiting})
    still = [row for row in waiting if not queries.lapses(kept[row.text_id], row.text.ends_on, today)]
    return sum(messages.to_remind(row) for row in still)


@transaction.atomic
def show_claim(*, claim: Claim, by: Actor) -> Claim:
    """From now on anybody can read it, with how it stands and all that is said of it. That is not taken back."""
    claim = locked_claim(claim)
    rules.check_can_show(by, claim)
    claim.shown_on = today = organisations.clock_of(claim.organisation).today()
    move(claim, SHOWN, lifecycle=CLAIM, statuses=ClaimStatus, by=by, on=today, changed=("shown_on",))
    audit.record(Event.CLAIM_SHOWN, by=by, target=claim, facts={"version": claim.version})
    return claim


@transaction.atomic
def end_claim(*, claim: Claim, by: Actor) -> Claim:
    """The organisation no longer says it. What was said of it stays where it was."""
    claim = locked_claim(claim)
    rules.check_can_keep(by, claim)
    claim.ended_on = today = organisations.clock_of(claim.organisation).today()
    move(claim, ENDED, lifecycle=CLAIM, statuses=ClaimStatus, by=by, on=today, changed=("ended_on",))
    text = queries.newest_text(claim)
    messages.drop_asked(text)
    messages.to_those_who_said_something(text)
    audit.record(Event.CLAIM_ENDED, by=by, target=claim, facts={"version": claim.version})
    return claim
