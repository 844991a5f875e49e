"""When a round is over: what may be shown of it is written, and everything else goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from alongside.audit import services as audit
from alongside.core import small_groups
from alongside.core.actor import Actor
from alongside.core.dates import add_months
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import queries
from ..events import CandourEvent as Event
from ..models import ANSWERS, STAGES, STATEMENTS, Pulse, PulseBox, PulseMark, PulseRound, PulseSheet, PulseWords
from ..models.pulses import POOL_WAITS
from .pulses import ask_how_it_was, pool_for, write_anew

MOSTLY = 3  # “yes” and “mostly” count as yes


def summary_of(rows: list[dict[str, Any]], least: int) -> dict[str, Any] | None:
    """What may be shown; nothing under the least number. No answer is shown together with another."""
    if len(rows) < least:
        return None
    said, roles = {}, {}
    for name in STATEMENTS:
        found = small_groups.said((row[name] >= MOSTLY for row in rows if row[name] is not None), least)
        if found:
            said[name] = [found.of, found.least, found.most]
    for stage in STAGES:
        lived = [row[f"role_{stage}"] for row in rows if row[f"role_{stage}"] is not None]
        if spread := small_groups.spread(lived, least):
            roles[stage] = {"of": spread.of, "counts": {str(role): n for role, n in spread.counts.items()}}
    return {"answers": len(rows), "said": said, "roles": roles}


@transaction.atomic
def close_pulse(*, pulse: PulseRound, by: Actor) -> PulseRound:
    """The marks and sheets go. A round that too few answered is put with the other small ones, unread."""
    pulse = PulseRound.objects.select_for_update(of=("self",), no_key=True).get(pk=pulse.pk)
    if pulse.closed_on is not None:
        return pulse
    box = PulseBox.objects.select_for_update(no_key=True).get(pk=pulse.box_id)
    today = organisations.clock_of(pulse.organisation).today()
    PulseMark.objects.filter(round=pulse).delete()
    PulseSheet.objects.filter(round=pulse).delete()
    pulse.closed_on = today
    facts: dict[str, Any] = {"opportunity": pulse.opportunity.code, "fewer_than": box.least}
    if not box.is_pool and Pulse.objects.filter(box=box).count() >= box.least:
        _seal(box, today)
        facts = {"opportunity": pulse.opportunity.code, "shown": box.summary}
    elif not box.is_pool:
        pulse.box = _put_with_others(pulse, box)
    pulse.save(update_fields=["closed_on", "box"])
    if pulse.box_id != box.pk:
        box.delete()
    audit.record(Event.PULSE_OVER, by=by, target=pulse, facts=facts)
    return pulse


def _put_with_others(pulse: PulseRound, box: PulseBox) -> PulseBox:
    """One after the other with whoever answers into it: all that lies there is written anew."""
    pool = pool_for(pulse.opportunity, pulse.opened_on, box.least)
    pool = PulseBox.objects.select_for_update(no_key=True).get(pk=pool.pk)
    both = [box, pool]
    rows = [dict(row) for row in Pulse.objects.filter(box__in=both).values(*ANSWERS)]
    words = [{"words": each} for each in PulseWords.objects.filter(box__in=both).values_list("words", flat=True)]
    for model in (Pulse, PulseWords):
        model._default_manager.filter(box=box).delete()
    write_anew(Pulse, {"box": pool}, rows)
    write_anew(PulseWords, {"box": pool}, words)
    return pool


def _seal(box: PulseBox, today: date) -> None:
    """What is not shown is not kept."""
    answers = Pulse.objects.filter(box=box)
    box.summary = summary_of([dict(row) for row in answers.values(*ANSWERS)], box.least)
    box.sealed_on = today
    box.save(update_fields=["summary", "sealed_on"])
    answers.delete()
    if box.summary is None:
        PulseWords.objects.filter(box=box).delete()


@transaction.atomic
def count_small_groups(*, pool: PulseBox, by: Actor) -> PulseBox:
    """When every round of the quarter is over, and not before: two looks at one that grows show what came."""
    pool = PulseBox.objects.select_for_update(no_key=True).get(pk=pool.pk)
    today = organisations.clock_of(pool.organisation).today()
    if pool.sealed_on is None and ready(pool, today):
        _seal(pool, today)
        audit.record(Event.PULSES_TOGETHER, by=by, target=pool, facts={"shown": pool.summary})
    return pool


def ready(pool: PulseBox, today: date) -> bool:
    ends = add_months(pool.quarter, 3) if pool.quarter else today
    if today < ends + POOL_WAITS:
        return False
    rounds = PulseRound.objects.filter(
        organisation=pool.organisation_id, opportunity__decision__kind=pool.kind_id, closed_on__isnull=True
    )
    return not rounds.filter(opened_on__gte=pool.quarter, opened_on__lt=ends).exists()


def close_what_is_over(*, organisation: Organisation, by: Actor) -> int:
    today = organisations.clock_of(organisation).today()
    over = queries.over(organisation.pk, today)
    for pulse in over:
        close_pulse(pulse=pulse, by=by)
    for pool in PulseBox.objects.filter(organisation=organisation, kind__isnull=False, sealed_on__isnull=True):
        count_small_groups(pool=pool, by=by)
    return len(over)


def ask_what_is_due(*, organisation: Organisation, by: Actor) -> int:
    """What the nightly task does. Twice does no harm."""
    asked = 0
    today = organisations.clock_of(organisation).today()
    sessions, ends = queries.to_ask(organisation.pk, today)
    for opportunity, meeting in [*((each.opportunity, each) for each in sessions), *((each, None) for each in ends)]:
        try:
            ask_how_it_was(opportunity=opportunity, meeting=meeting, by=by)
        except (Refused, IntegrityError):  # nobody was there, or another machine asked meanwhile
            continue
        asked += 1
    return asked
