"""Reading the statements: their words, who agreed to them, and what was answered round by round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from alongside.accounts.roles import belongs
from alongside.core import lookups
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.small_groups import Sided
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from ..models import Side
from ..models.statements import Rated, RatingMark, RatingRound, Statement, StatementAgreement
from ..rules.statements import FEWEST_AGREE
from .touchpoints import of_plain


def open_of(organisation_id: int, unit: Unit | None) -> QuerySet[Statement]:
    rows = Statement.objects.filter(organisation=organisation_id, unit=unit, ended_on__isnull=True)
    return rows.order_by("position", "id")


def agreed_of(organisation_id: int, unit: Unit | None) -> list[Statement]:
    """Those to whose words enough who take part have agreed."""
    agreed = Count("agreements", filter=Q(agreements__agrees=True, agreements__side=Side.PEOPLE))
    return list(open_of(organisation_id, unit).annotate(agreed=agreed).filter(agreed__gte=FEWEST_AGREE))


def statement_for(actor: Actor, code: str) -> Statement:
    rows = Statement.objects.select_related("organisation", "unit", "instead_of", "reworded_as")
    found = rows.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return found


@dataclass(frozen=True)
class Agreed:
    """How many of each side, and when the last of them said so; nobody by name."""

    people: int
    staff: int
    people_on: date | None
    staff_on: date | None
    mine: bool | None


def agreed_to(actor: Actor, statement: Statement) -> Agreed:
    rows = list(StatementAgreement.objects.filter(statement=statement))
    mine = next((row.agrees for row in rows if _is_mine(actor, row)), None)
    days = {side: [row.said_on for row in rows if row.agrees and row.side == side] for side in Side.values}
    people, staff = days[Side.PEOPLE], days[Side.STAFF]
    return Agreed(len(people), len(staff), max(people, default=None), max(staff, default=None), mine)


def _is_mine(actor: Actor, row: StatementAgreement) -> bool:
    person = row.person_id is not None and row.person_id == actor.person_id
    return person or (row.user_id is not None and row.user_id == actor.user_id)


def wordings_of(statement: Statement) -> list[Statement]:
    """The same statement in all its words, the newest first."""
    of = Statement.objects.filter(organisation=statement.organisation_id, unit=statement.unit)
    rows = {row.pk: row for row in of}
    after = {row.instead_of_id: row for row in rows.values() if row.instead_of_id}
    newest = rows[statement.pk]
    while newest.pk in after:
        newest = after[newest.pk]
    found = [newest]
    while (before := rows.get(found[-1].instead_of_id or 0)) is not None:
        found.append(before)
    return found


# Rounds.


def open_round(organisation_id: int, unit: Unit | None) -> RatingRound | None:
    return RatingRound.objects.filter(organisation=organisation_id, unit=unit, closed_on__isnull=True).first()


def running(actor: Actor, today: date) -> list[RatingRound]:
    rows = RatingRound.objects.filter(organisation=actor.organisation_id, closed_on__isnull=True, closes_on__gte=today)
    return list(rows.select_related("unit").order_by("closes_on", "id"))


def round_for(actor: Actor, code: str) -> RatingRound:
    rows = RatingRound.objects.select_related("organisation", "unit")
    found = rows.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return found


def rated_in(found: RatingRound) -> list[Rated]:
    return list(Rated.objects.filter(round=found).select_related("statement").order_by("position"))


def mark_of(found: RatingRound, person: int | None = None, browser: str = "") -> str:
    """Another one in each round: the marks of two rounds cannot be put together without the key."""
    if person:
        return lookups.digest(f"person {found.code} {person}", salt="rating")
    return lookups.digest(f"browser {found.code} {browser}", salt="rating") if browser else ""


def has_had_turn(found: RatingRound, digest: str) -> bool:
    return bool(digest) and RatingMark.objects.filter(round=found, digest=digest).exists()


# Over time.


@dataclass(frozen=True)
class InRound:
    found: RatingRound
    wording: Statement
    shown: Sided | None  # nothing: too few


@dataclass(frozen=True)
class OverTime:
    """One statement in its newest words, and every round in which it was rated, the oldest first."""

    statement: Statement
    rounds: Sequence[InRound] = field(default_factory=tuple)
    agreed: int = 0

    @property
    def reworded(self) -> bool:
        return len({each.wording.pk for each in self.rounds} | {self.statement.pk}) > 1


def over_time(actor: Actor, unit: Unit | None, clock: organisations.Clock) -> list[OverTime]:
    """Everybody else than those who belong here reads a round only where more answered."""
    threshold = least_for(actor, clock)
    agreed = Count("agreements", filter=Q(agreements__agrees=True, agreements__side=Side.PEOPLE))
    rows = Statement.objects.filter(organisation=actor.organisation_id, unit=unit).annotate(agreed=agreed)
    statements = {row.pk: row for row in rows}
    rated = Rated.objects.filter(statement__in=list(statements), round__closed_on__isnull=False)
    by_statement: dict[int, list[InRound]] = {}
    for row in rated.select_related("round").order_by("round__closes_on", "round_id"):
        shown = of_plain(row.shown) if row.shown else None
        enough = shown if shown and shown.of >= threshold else None
        of = statements[row.statement_id]
        by_statement.setdefault(of.pk, []).append(InRound(row.round, of, enough))
    newest = {row.instead_of_id for row in statements.values() if row.instead_of_id}
    ends = [row for row in statements.values() if row.pk not in newest]
    found = [_line(row, statements, by_statement) for row in sorted(ends, key=lambda row: (row.position, row.pk))]
    return [each for each in found if each.statement.ended_on is None or each.rounds]


def _line(row: Statement, statements: Mapping[int, Statement], rounds: Mapping[int, list[InRound]]) -> OverTime:
    of, wording = list(rounds.get(row.pk, [])), row
    while wording.instead_of_id:
        wording = statements[wording.instead_of_id]
        of = [*rounds.get(wording.pk, []), *of]
    return OverTime(row, of, row.agreed)  # type: ignore[attr-defined]


def least_for(actor: Actor, clock: organisations.Clock) -> int:
    return clock.settings.pulse_threshold if belongs(actor) else clock.settings.outside_threshold


def units_with_statements(actor: Actor) -> list[Unit]:
    rows = Statement.objects.filter(organisation=actor.organisation_id, unit__isnull=False)
    of = set(rows.values_list("unit", flat=True))
    units = organisations.all_units_of(actor).filter(pk__in=of)
    return [unit for unit in units if unit.closed_on is None or belongs(actor)]
