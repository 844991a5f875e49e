"""A draw, step by step: seal the tickets, type in the number that nobody could know, reveal, offer the places.

The secret stands in a table of its own until it is revealed; the event log holds only its commitment.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import draw as engine
from .. import queries, rules
from ..contradicting import words_of
from ..events import InvolvementEvent as Event
from ..models import Draw, DrawEntry, DrawLeftOut, DrawSecret, DrawStatus, Opportunity
from ..models.draws import DRAW, DRAWN, NOT_NEEDED, NUMBERED, pseudonym
from ..queries.draws import Interested, Pool
from ..rules.places import check_roles
from .common import locked, today_in
from .results import give_places, tell_result

WITH_ITS_OPPORTUNITY = ("organisation", "opportunity", "opportunity__decision", "opportunity__organisation")


@transaction.atomic
def seal_draw(
    *,
    opportunity: Opportunity,
    roles: Mapping[str, int],
    number_from: str,
    number_source: str,
    number_at: datetime,
    by: Actor,
) -> Draw:
    """Plan the tickets and commit to them before anybody can know the number. `roles`: what those drawn are offered."""
    opportunity, pool = _ready(opportunity, by)
    empty = opportunity.seats - len(pool.kept)
    rules.check_people(len(pool.free), empty)
    check_roles(roles)
    rules.check_number_time(number_at, timezone.now())
    draw = Draw(
        organisation=opportunity.organisation,
        opportunity=opportunity,
        made_on=today_in(opportunity.organisation),
        roles=dict(roles),
        number_from=number_from,
        number_source=number_source,
        number_at=number_at,
        **byline(by),
    )
    coded = _coded(pool.inside)
    panel = queries.panel_of(opportunity, people=len(pool.inside))
    lottery = _plan(opportunity, panel, coded)
    secret = _seal(draw, panel, lottery)
    draw.facts["without"] = _without(panel, coded)
    draw.save(force_insert=True)
    DrawSecret.objects.create(draw=draw, secret=secret.hex())
    begin(draw, statuses=DrawStatus, by=by, on=draw.made_on)
    _write_down(draw, coded, pool.outside, lottery.counts)
    audit.record(Event.DRAW_SEALED, by=by, target=draw, facts=_facts(draw))
    return draw


def _ready(opportunity: Opportunity, by: Actor) -> tuple[Opportunity, Pool]:
    """The one who comes second waits here, and then finds that it is under way."""
    opportunity = locked(opportunity, "decision", "organisation", "training_needed")
    pool = queries.pool_of(opportunity, today_in(opportunity.organisation))
    rules.check_can_share_out(
        by, opportunity, drawing=queries.is_drawing(opportunity), empty=opportunity.seats - len(pool.kept)
    )
    return opportunity, pool


def _coded(people: Iterable[Interested]) -> dict[str, Interested]:
    """Each under a code of their own, in no order that says who they are."""
    found: dict[str, Interested] = {}
    for each in people:
        code = pseudonym()
        while code in found:
            code = pseudonym()
        found[code] = each
    return found


def _candidates(coded: Mapping[str, Interested]) -> list[engine.Candidate]:
    return [each.candidate(code) for code, each in sorted(coded.items())]


def _plan(opportunity: Opportunity, panel: engine.Panel, coded: Mapping[str, Interested]) -> engine.Lottery:
    """Rules bend only for seats that came back, in the agreed order, and each bend stands on record."""
    candidates, kept = _candidates(coded), sorted(code for code, each in coded.items() if each.kept)
    try:
        if kept or queries.was_shared_out(opportunity):
            lottery = engine.redraw(panel, candidates, kept, [])
        else:
            lottery = engine.plan(panel, candidates)
    except engine.Impossible as impossible:
        raise Refused(words_of(impossible.contradiction)) from None
    faults = engine.check(lottery, panel, candidates)
    if faults:
        raise RuntimeError(f"{len(faults)} faults in the tickets: {faults[0].words}")
    return lottery


def _seal(draw: Draw, panel: engine.Panel, lottery: engine.Lottery) -> bytes:
    """What is published, and the commitment to it and to the secret, which is handed back."""
    about = {
        "draw": draw.code,
        "opportunity": draw.opportunity.title,
        "number": f"{draw.get_number_from_display()}: {draw.number_source}",
        "not_before": draw.number_at.isoformat() if draw.number_at else "",
    }
    draw.document = engine.document(panel, lottery, about=about)
    draw.panel = panel.to_dict()
    kept = lottery.to_dict()
    draw.facts = {
        name: kept[name] for name in ("lowest", "highest", "bound", "gap", "rounds", "engine_version", "chances")
    }
    secret = secrets.token_bytes(32)
    draw.commitment = engine.commit(draw.document, secret)
    return secret


def _without(panel: engine.Panel, coded: Mapping[str, Interested]) -> dict[str, float]:
    """The lowest chance without the rules about one question: what would change it."""
    return dict(engine.preview(panel, _candidates(coded)).without) if panel.quotas else {}


def _write_down(
    draw: Draw, coded: Mapping[str, Interested], outside: tuple[Interested, ...], counts: Mapping[str, int]
) -> None:
    rows = [_entry(draw, code, each, counts.get(code, 0)) for code, each in sorted(coded.items())]
    DrawEntry.objects.bulk_create(rows)
    DrawLeftOut.objects.bulk_create(
        DrawLeftOut(draw=draw, person_id=each.person_id, reasons=" ".join(each.reasons), back_on=each.back_on)
        for each in outside
    )


def _entry(draw: Draw, code: str, each: Interested, on_tickets: int) -> DrawEntry:
    answers = json.dumps(dict(each.answers), sort_keys=True, ensure_ascii=False) if each.answers else ""
    return DrawEntry(
        draw=draw,
        code=code,
        person_id=each.person_id,
        answers=answers,
        weight=each.weight,
        turns=len(each.turns),
        turn_ends_on=queries.year_after(each.turns[0]) if each.turns else None,
        on_tickets=on_tickets,
        kept=each.kept,
    )


def _facts(draw: Draw) -> dict[str, Any]:
    return {
        "opportunity": draw.opportunity.code,
        "commitment": draw.commitment,
        "tickets": draw.tickets,
        "number_from": draw.number_from,
        "number_at": draw.number_at.isoformat() if draw.number_at else "",
        "bent": len(draw.document.get("bent", ())),
    }


@transaction.atomic
def number_draw(*, draw: Draw, number: str, again: str, by: Actor) -> Draw:
    """The public number, as it was drawn. From here on it stands."""
    draw = locked(draw, *WITH_ITS_OPPORTUNITY)
    number, again = rules.tidy_number(number), rules.tidy_number(again)
    rules.check_can_number(by, draw, number, again, timezone.now())
    draw.number = number
    _move(draw, NUMBERED, by, "number")
    audit.record(Event.DRAW_NUMBERED, by=by, target=draw, facts={"number": number})
    return draw


@transaction.atomic
def reveal_draw(*, draw: Draw, by: Actor) -> Draw:
    """Secret and number give the ticket. Those on it are offered a place, and everybody hears how it went."""
    opportunity = locked(draw.opportunity, "decision", "organisation")
    draw = locked(draw, *WITH_ITS_OPPORTUNITY)
    draw.opportunity = opportunity
    rules.check_can_reveal(by, draw)
    secret = _secret_of(draw)
    draw.secret = secret.hex()
    draw.ticket = engine.ticket_for(secret, draw.number, draw.tickets)
    DrawSecret.objects.filter(draw=draw).delete()
    _move(draw, DRAWN, by, "secret", "ticket")
    _mark(draw)
    offered = give_places(draw, by)
    tell_result(draw)
    facts = {"commitment": draw.commitment, "ticket": draw.ticket, "offered": offered}
    audit.record(Event.DRAW_REVEALED, by=by, target=draw, facts=facts)
    return draw


def _secret_of(draw: Draw) -> bytes:
    """The one that was sealed in, or a refusal: without it nobody can know which ticket it is."""
    kept = DrawSecret.objects.filter(draw=draw).first()
    try:
        secret = bytes.fromhex(kept.secret if kept else "")
    except ValueError:
        secret = b""
    rules.check_secret(hmac.compare_digest(engine.commit(draw.document, secret), draw.commitment))
    return secret


def _mark(draw: Draw) -> None:
    """Who was drawn, and who can step in, in their order."""
    number = (draw.ticket or 1) - 1
    draw.entries.filter(code__in=draw.document["tickets"][number]).update(drawn=True)
    for place, code in enumerate(draw.document["reserves"][number], 1):
        draw.entries.filter(code=code).update(reserve=place)


def _move(draw: Draw, to: str, by: Actor, *changed: str) -> None:
    on: date = today_in(draw.organisation)
    move(draw, to, lifecycle=DRAW, statuses=DrawStatus, by=by, on=on, changed=changed)


@transaction.atomic
def offer_to_everybody(*, opportunity: Opportunity, roles: Mapping[str, int], by: Actor) -> Draw:
    """No more people than seats: each of them has a place, and is told so."""
    opportunity, pool = _ready(opportunity, by)
    kept = len(pool.kept)
    rules.check_everybody(len(pool.free), opportunity.seats - kept, kept, opportunity.lone_seat_reason)
    check_roles(roles)
    draw = Draw.objects.create(
        organisation=opportunity.organisation,
        opportunity=opportunity,
        state=NOT_NEEDED,
        made_on=today_in(opportunity.organisation),
        roles=dict(roles),
        **byline(by),
    )
    begin(draw, statuses=DrawStatus, by=by, on=draw.made_on)
    _write_down(draw, _coded(pool.free), pool.outside, {})
    draw.entries.update(drawn=True)
    offered = give_places(draw, by)
    tell_result(draw)
    audit.record(Event.DRAW_NOT_NEEDED, by=by, target=draw, facts={"opportunity": opportunity.code, "offered": offered})
    return draw
