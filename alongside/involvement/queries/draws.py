"""Draws: who can be in one, how it stands, and what each person is told of it. Never anybody's answers with a name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import Audience
from alongside.people import queries as register
from alongside.people.models import ACTIVE, AccessNeed

from .. import draw as engine
from ..models import Arrangement, Draw, DrawEntry, DrawLeftOut, Interest, Opportunity
from ..models.draws import DRAWN, NOT_NEEDED, UNDER_WAY
from ..models.meetings import NOT_MET
from ..models.places import ACCEPTED, DECLINED, OFFERED, WITHDRAWN
from ..rules import SeatsFor
from .common import within
from .features import answers_by_interest, features_of
from .opportunities import opportunity_to_run
from .turns import turns_of, year_after, year_before

T = TypeVar("T")
KEPT = ("lowest", "highest", "bound", "gap", "rounds", "engine_version", "chances")  # of what the engine said


@dataclass(frozen=True)
class Interested:
    """Somebody who is interested, and how they stand for a draw on one day."""

    person_id: int
    answers: Mapping[str, str] = field(default_factory=dict)
    turns: tuple[date, ...] = ()
    reasons: tuple[engine.Reason, ...] = ()  # why they are not in it
    back_on: date | None = None  # when that ends by itself
    kept: bool = False  # has said yes, or has not answered yet

    @property
    def weight(self) -> int:
        return engine.turn_weight(len(self.turns))

    def candidate(self, code: str) -> engine.Candidate:
        return engine.Candidate(code, self.answers, self.weight, not self.turns)


@dataclass(frozen=True)
class Pool:
    """`inside` are in the draw, `kept` among them; `outside` are interested and not in it."""

    inside: tuple[Interested, ...]
    outside: tuple[Interested, ...]

    @property
    def kept(self) -> tuple[Interested, ...]:
        return tuple(each for each in self.inside if each.kept)

    @property
    def free(self) -> tuple[Interested, ...]:
        """Those among whom the empty seats are drawn."""
        return tuple(each for each in self.inside if not each.kept)


def pool_of(opportunity: Opportunity, on: date) -> Pool:
    """Everybody who is interested, in no order of arrival. Who turned a place down or gave it back is out."""
    rows = opportunity.interests.filter(withdrawn_on__isnull=True).select_related("person").order_by("person__code")
    interests, answers = list(rows), answers_by_interest(opportunity)
    places = dict(opportunity.places.values_list("person", "state"))
    people = [interest.person_id for interest in interests]
    turns = turns_of(people, on, besides=opportunity.pk)
    stand = register.standings(opportunity.organisation, people, opportunity.training_needed, on)
    inside, outside = list[Interested](), list[Interested]()
    for interest in interests:
        state = places.get(interest.person_id)
        if state in {DECLINED, WITHDRAWN}:
            continue
        days = tuple(turns.get(interest.person_id, ()))
        each = Interested(interest.person_id, answers.get(interest.pk, {}), days)
        if state in {OFFERED, ACCEPTED}:
            inside.append(replace(each, kept=True))
            continue
        reasons, back_on = _standing(interest, days, stand[interest.person_id], on)
        each = replace(each, reasons=reasons, back_on=back_on)
        (outside if each.reasons else inside).append(each)
    return Pool(tuple(inside), tuple(outside))


def _standing(
    interest: Interest, turns: tuple[date, ...], own: register.PersonStanding, on: date
) -> tuple[tuple[engine.Reason, ...], date | None]:
    """An access need that is not arranged is no reason: that is for the organisation to mend."""
    rests_until = turns[-1] + timedelta(days=own.rest_days) if turns and own.rest_days else None
    resting = rests_until if rests_until and rests_until > on else None
    over = own.per_year is not None and len(turns) >= own.per_year
    reasons = engine.why_not(
        engine.Standing(
            available=interest.person.state == ACTIVE and not interest.unavailable,
            trained=own.trained,
            conflict=bool(interest.conflict),
            over_limit=over,
            resting=resting,
        )
    )
    frees = year_after(turns[-own.per_year]) if over and turns and own.per_year else None
    return reasons, max(filter(None, [resting, frees]), default=None)


def panel_of(
    opportunity: Opportunity,
    *,
    people: int,
    quotas: Mapping[str, SeatsFor] | None = None,
    first_turn_percent: int | None = None,
) -> engine.Panel:
    """`quotas`: by code of the answer, while somebody tries them out; without them, those that are kept."""
    found, rules = list[engine.Quota](), list[engine.NeverAlone]()
    for feature in features_of(opportunity):
        for value in feature.values.all():
            own = SeatsFor(value.least, value.most, value.bend, value.never_alone)
            asked = own if quotas is None else quotas.get(value.code, own)
            most = opportunity.seats if asked.most is None else min(asked.most, opportunity.seats)
            if asked.least or most < opportunity.seats:
                found.append(engine.Quota(feature.question, value.words, min(asked.least, most), most, asked.bend))
            if asked.never_alone:
                rules.append(engine.NeverAlone(feature.question, value.words))
    percent = opportunity.first_turn_percent if first_turn_percent is None else first_turn_percent
    return engine.Panel(
        seats=opportunity.seats,
        quotas=tuple(found),
        rules=tuple(rules),
        reserves=max(0, min(opportunity.seats, people - opportunity.seats)),
        first_turn_share=Fraction(percent, 100) if percent else None,
    )


@dataclass(frozen=True)
class Outlook:
    """What a draw would do, while the coordinator looks. Numbers and no names."""

    interested: int
    inside: int  # in the draw, without those who have a place
    empty: int  # seats to be drawn
    preview: engine.Preview | None  # none: as many seats as people, or nobody

    @property
    def outside(self) -> int:
        return self.interested - self.inside

    @property
    def is_needed(self) -> bool:
        return self.inside > self.empty > 0


def outlook(
    opportunity: Opportunity,
    on: date,
    quotas: Mapping[str, SeatsFor] | None = None,
    first_turn_percent: int | None = None,
) -> Outlook:
    pool = pool_of(opportunity, on)
    empty = opportunity.seats - len(pool.kept)
    found = Outlook(len(pool.free) + len(pool.outside), len(pool.free), empty, None)
    if not found.is_needed:
        return found
    panel = panel_of(opportunity, people=len(pool.inside), quotas=quotas, first_turn_percent=first_turn_percent)
    numbered = list(enumerate(pool.inside))
    must = tuple(engine.MustInclude(f"{n:06}") for n, each in numbered if each.kept)
    candidates = [each.candidate(f"{n:06}") for n, each in numbered]
    return replace(found, preview=engine.preview(replace(panel, rules=(*panel.rules, *must)), candidates))


@dataclass(frozen=True)
class NeedsOfPool:
    """Nobody is left out for what they need; that it was not met before is the organisation's to mend."""

    people: int
    not_met: int


def needs_of_pool(opportunity: Opportunity, on: date) -> NeedsOfPool:
    people = opportunity.interests.filter(withdrawn_on__isnull=True).values("person")
    needs = AccessNeed.objects.filter(person__in=people, ended_on__isnull=True)
    missed = Arrangement.objects.filter(person__in=people, state=NOT_MET, meeting__held_on__gt=year_before(on))
    return NeedsOfPool(
        people=needs.values("person").distinct().count(), not_met=missed.values("person").distinct().count()
    )


# Draws that were made.


def draws_of(opportunity: Opportunity) -> QuerySet[Draw]:
    """The newest first."""
    return opportunity.draws.select_related("recorded_by").order_by("-id")


def draws_for(actor: Actor) -> QuerySet[Draw]:
    """For staff who see what is decided in a unit. No names."""
    here = within(actor, Permission.SEE_DECISIONS, "opportunity__decision__unit")
    return Draw.objects.filter(here).select_related("opportunity")


def draw_under_way(opportunity: Opportunity) -> Draw | None:
    return draws_of(opportunity).filter(state__in=UNDER_WAY).first()


def number_is_due(draw: Draw) -> bool:
    return draw.number_at is not None and timezone.now() >= draw.number_at


def draw_to_run(actor: Actor, code: str) -> Draw:
    """The one that is under way, of an opportunity by its code."""
    opportunity = opportunity_to_run(actor, code)
    found = draw_under_way(opportunity)
    if found is None:
        raise NotYours
    found.opportunity = opportunity
    return found


def last_drawn(opportunity: Opportunity) -> Draw | None:
    return draws_of(opportunity).filter(state=DRAWN).first()


def was_shared_out(opportunity: Opportunity) -> bool:
    """Was there a draw, or none needed? Those who said that they were interested have then been told."""
    return opportunity.draws.filter(state__in=[DRAWN, NOT_NEEDED]).exists()


def still_interested(opportunity: Opportunity) -> set[int]:
    return set(opportunity.interests.filter(withdrawn_on__isnull=True).values_list("person", flat=True))


def heard_from_a_draw(opportunity: Opportunity) -> set[int]:
    """Those who were told already that they have no place, and who are not on a reserve list."""
    last = last_drawn(opportunity)
    if last is None:
        return set()
    waiting = {entry.person_id for entry in reserves_of(last)}
    heard = DrawEntry.objects.filter(draw__opportunity=opportunity, draw__state=DRAWN, person__isnull=False)
    out = DrawLeftOut.objects.filter(draw__opportunity=opportunity, draw__state__in=[DRAWN, NOT_NEEDED])
    return ({*heard.values_list("person", flat=True)} | {*out.values_list("person", flat=True)}) - waiting


def public_draw(organisation_id: int, code: str) -> Draw:
    """Anybody may check it, without an account. Where nothing was drawn there is nothing to check."""
    rows = Draw.objects.filter(organisation=organisation_id, code=code).exclude(state=NOT_NEEDED)
    rows = rows.exclude(opportunity__decision__audience=Audience.STAFF)
    found = rows.select_related("organisation", "opportunity").first()
    if found is None:
        raise NotYours
    return found


def proof_of(draw: Draw) -> dict[str, object]:
    """What a stranger can check. Secret and ticket are there once it is drawn."""
    found: dict[str, object] = {"commitment": draw.commitment, "document": draw.document}
    if draw.number:
        found["public"] = draw.number
    if draw.state == DRAWN:
        found |= {"secret": draw.secret, "ticket": draw.ticket}
    return found


def drawn_people(draw: Draw) -> QuerySet[DrawEntry]:
    return draw.entries.filter(drawn=True).select_related("person").order_by("code")


def reserves_of(draw: Draw) -> QuerySet[DrawEntry]:
    """In their order. Who was forgotten meanwhile is not among them."""
    rows = draw.entries.filter(reserve__isnull=False, person__isnull=False)
    return rows.select_related("person").order_by("reserve")


# One person's own.


@dataclass(frozen=True)
class MyDraw:
    """What one draw says to one person: they were in it, or why not."""

    draw: Draw
    entry: DrawEntry | None
    left_out: DrawLeftOut | None


def my_draws(actor: Actor, opportunity: Opportunity) -> list[MyDraw]:
    """The newest first. Only for the person themself."""
    if actor.person_id is None:
        return []
    entries = DrawEntry.objects.filter(person=actor.person_id)
    left_out = DrawLeftOut.objects.filter(person=actor.person_id)
    rows = (
        draws_of(opportunity)
        .select_related("organisation")
        .prefetch_related(
            Prefetch("entries", entries, to_attr="mine"), Prefetch("left_out", left_out, to_attr="not_mine")
        )
    )
    found = [MyDraw(row, _first(row.mine), _first(row.not_mine)) for row in rows]
    return [each for each in found if each.entry or each.left_out]


def _first(rows: Iterable[T]) -> T | None:
    return next(iter(rows), None)


def opportunities_drawn(person_ids: Iterable[int]) -> QuerySet[Opportunity]:
    """Across organisations: where somebody has a page about a draw. The newest first."""
    ids = list(person_ids)
    mine = Q(draws__entries__person__in=ids) | Q(draws__left_out__person__in=ids)
    return Opportunity.objects.filter(mine).select_related("organisation").distinct().order_by("-id")


def explanation_of(draw: Draw, entry: DrawEntry, threshold: int) -> engine.Explanation | None:
    """One person's own numbers. None where nothing was drawn."""
    if draw.state == NOT_NEEDED:
        return None
    entries = list(draw.entries.all())
    panel, lottery = engine.Panel.from_dict(draw.panel), lottery_of(draw, entries)
    return engine.explain(lottery, panel, [candidate_of(each) for each in entries], entry.code, threshold=threshold)


def candidate_of(entry: DrawEntry) -> engine.Candidate:
    answers = json.loads(entry.answers) if entry.answers else {}
    return engine.Candidate(entry.code, answers, entry.weight, not entry.turns)


def lottery_of(draw: Draw, entries: Iterable[DrawEntry]) -> engine.Lottery:
    """As it was sealed, from what was kept of it."""
    return engine.Lottery.from_dict(
        {
            **{name: draw.facts[name] for name in KEPT},
            "tickets": draw.document["tickets"],
            "reserves": draw.document["reserves"],
            "bent": draw.document["bent"],
            "counts": {each.code: each.on_tickets for each in entries},
        }
    )


def kept_out(draw: Draw, entry: DrawEntry, found: engine.Explanation) -> tuple[engine.Quota | engine.NeverAlone, ...]:
    """The rules that left somebody on no ticket at all: asked only where that is so, for it takes a while."""
    if found.kind != "unreachable":
        return ()
    candidates = [candidate_of(each) for each in draw.entries.all()]
    looked = engine.preview(engine.Panel.from_dict(draw.panel), candidates)
    rules = dict(looked.unreachable).get(entry.code, ())
    return tuple(rule for rule in rules if isinstance(rule, engine.Quota | engine.NeverAlone))


def tickets_by_code(draw: Draw) -> list[tuple[str, int]]:
    """On how many tickets each code is. The most first."""
    counts = Counter(code for ticket in draw.document["tickets"] for code in ticket)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
