"""The two accounts: what was agreed and what staff say, beside what those who took part say. Never averaged, never
added to one another. Of contributors nothing is read here but what was written when a round was over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from alongside.accounts.permissions import Permission as P
from alongside.core import small_groups
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.small_groups import Said, Spread
from alongside.decisions.queries.signs import Chosen
from alongside.involvement import queries as involvement
from alongside.involvement.models import Opportunity
from alongside.involvement.queries import presence

from .. import rules
from ..models import STAGES, STATEMENTS, OpenPulse, PulseBox, PulseRound, PulseWords
from .pulses import rounds_of

Counts = Mapping[int, int]
MOSTLY = 3
MOST_ROUNDS = 50  # of a year, one under the other
WORDS_SHOWN = 50


@dataclass(frozen=True)
class StageOf:
    stage: str
    agreed: Counts
    staff: Counts
    lived: Spread | None


@dataclass(frozen=True)
class StatementOf:
    name: str
    staff: tuple[int, int]  # yes, of
    lived: Said | None


@dataclass(frozen=True)
class Account:
    """Both sides of one round, or of a year."""

    stages: tuple[StageOf, ...]
    statements: tuple[StatementOf, ...]
    staff: int  # how many of them said something
    shown: bool  # enough contributors did


@dataclass(frozen=True)
class RoundRead:
    pulse: PulseRound
    account: Account
    words: tuple[str, ...] = ()
    named: tuple[OpenPulse, ...] = ()


@dataclass(frozen=True)
class YearRead:
    account: Account
    rounds: tuple[PulseRound, ...] = ()  # shown by themselves, the latest first
    more: int = 0
    pools: tuple[tuple[PulseBox, Account], ...] = ()
    too_few: int = 0  # rounds of which nothing can be shown by itself
    open: int = 0


@dataclass
class Sides:
    agreed: dict[str, Counts] = field(default_factory=dict)
    staff: list[OpenPulse] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    lived: dict[str, Spread] = field(default_factory=dict)


def said_in(summary: Mapping[str, Any] | None) -> dict[str, Said]:
    return {name: Said(*numbers) for name, numbers in (summary or {}).get("said", {}).items()}


def lived_in(summary: Mapping[str, Any] | None) -> dict[str, Spread]:
    rows = (summary or {}).get("roles", {})
    return {
        stage: Spread(row["of"], {int(role): number for role, number in row["counts"].items()})
        for stage, row in rows.items()
    }


def account_of(sides: Sides) -> Account:
    stages = [
        StageOf(stage, sides.agreed.get(stage, {}), _roles(sides.staff, stage), sides.lived.get(stage))
        for stage in STAGES
    ]
    return Account(
        stages=tuple(each for each in stages if each.agreed or each.staff or each.lived),
        statements=tuple(StatementOf(name, _yes(sides.staff, name), sides.said.get(name)) for name in STATEMENTS),
        staff=len(sides.staff),
        shown=bool(sides.said or sides.lived),
    )


def _roles(rows: Iterable[OpenPulse], stage: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in rows:
        role = getattr(row, f"role_{stage}")
        if role is not None:
            found[role] = found.get(role, 0) + 1
    return found


def _yes(rows: Iterable[OpenPulse], name: str) -> tuple[int, int]:
    given = [value for row in rows if (value := getattr(row, name)) is not None]
    return sum(value >= MOSTLY for value in given), len(given)


# Of one activity.


def accounts_of(actor: Actor, opportunity: Opportunity) -> list[RoundRead]:
    """Each round by itself. While it is open neither side reads the other. Free words are for those who run it."""
    rounds = rounds_of(opportunity)
    agreed = presence.agreed_roles([opportunity.pk]).get(opportunity.pk, {})
    open_rows = OpenPulse.objects.filter(round__in=rounds, taken_back_on__isnull=True)
    given = list(open_rows.select_related("person", "user").order_by("id"))
    if not rules.can_read_named(actor, opportunity, involvement.takes_part(actor, opportunity)):
        given = [row for row in given if row.by_staff]
    words = _words([each.box_id for each in rounds if _own(each)]) if _reads_words(actor, opportunity) else {}
    return [_read(each, dict(agreed), [row for row in given if row.round_id == each.pk], words) for each in rounds]


def _reads_words(actor: Actor, opportunity: Opportunity) -> bool:
    return rules.can_read_words(actor, opportunity)


def _own(pulse: PulseRound) -> bool:
    return pulse.closed_on is not None and not pulse.box.is_pool


def _words(boxes: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = PulseWords.objects.filter(box__in=boxes, box__summary__isnull=False).order_by("id")
    for box, words in rows.values_list("box", "words"):
        found.setdefault(box, []).append(words)
    return found


def _read(
    pulse: PulseRound, agreed: dict[str, Counts], given: list[OpenPulse], words: Mapping[int, list[str]]
) -> RoundRead:
    if pulse.closed_on is None:
        return RoundRead(pulse, account_of(Sides(agreed)))
    summary = pulse.box.summary if _own(pulse) else None
    sides = Sides(agreed, [row for row in given if row.by_staff], said_in(summary), lived_in(summary))
    named = tuple(row for row in given if not row.by_staff)
    return RoundRead(pulse, account_of(sides), tuple(words.get(pulse.box_id, ())[:WORDS_SHOWN]), named)


# Of a year.


def _rounds_in(organisation: int, first: date, last: date, units: frozenset[int] | None) -> Any:
    rows = PulseRound.objects.filter(organisation=organisation, opened_on__gte=first, opened_on__lte=last)
    return rows if units is None else rows.filter(opportunity__decision__unit__in=units)


def accounts_of_year(actor: Actor, first: date, last: date, units: frozenset[int] | None) -> YearRead:
    """Only what is shown somewhere is added up. Small groups stand together for the whole organisation, and are left
    out where somebody looks at a part of it: the difference would be the rest of them."""
    if not rules.can_see_signs(actor):
        raise NotYours
    return accounts_between(actor.organisation_id or 0, first, last, units)


def accounts_between(organisation: int, first: date, last: date, units: frozenset[int] | None = None) -> YearRead:
    """The same for whoever gathers it for others: reports say who reads them."""
    rows = _rounds_in(organisation, first, last, units).select_related("opportunity", "meeting", "box")
    rounds = list(rows.order_by("-opened_on", "-id"))
    shown = [each for each in rounds if each.box.summary and not each.box.is_pool]
    agreed = presence.agreed_roles({each.opportunity_id for each in shown})
    staff = OpenPulse.objects.filter(round__in=shown, by_staff=True, taken_back_on__isnull=True)
    summaries = [each.box.summary for each in shown]
    sides = Sides(
        _summed(agreed.values()),
        list(staff),
        small_groups.together(map(said_in, summaries)),
        small_groups.together(map(lived_in, summaries)),
    )
    closed = [each for each in rounds if each.closed_on is not None]
    return YearRead(
        account=account_of(sides),
        rounds=tuple(shown[:MOST_ROUNDS]),
        more=max(0, len(shown) - MOST_ROUNDS),
        pools=tuple(_pools(organisation, first, last)) if units is None else (),
        too_few=len(closed) - len(shown),
        open=len(rounds) - len(closed),
    )


def _summed(every: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    found: dict[str, dict[int, int]] = {}
    for one in every:
        for stage, counts in one.items():
            for role, number in counts.items():
                found.setdefault(stage, {})[role] = found.setdefault(stage, {}).get(role, 0) + number
    return dict(found)


def _pools(organisation: int, first: date, last: date) -> list[tuple[PulseBox, Account]]:
    rows = PulseBox.objects.filter(organisation=organisation, quarter__gte=first, quarter__lte=last)
    rows = rows.filter(summary__isnull=False, kind__isnull=False).select_related("kind")
    return [
        (pool, account_of(Sides(said=said_in(pool.summary), lived=lived_in(pool.summary))))
        for pool in rows.order_by("-quarter", "kind__name")
    ]


def units_in(actor: Actor) -> frozenset[int] | None:
    return actor.units_for(P.SEE_SIGNS)


# For the signs.


class RoundLine(NamedTuple):
    """Of one round, what signs are read from."""

    closed_on: date | None
    box: int
    pool: bool
    summary: Mapping[str, Any] | None


def rounds_for_signs(chosen: Chosen) -> Any:
    """Asked for beside what else people say themselves: see `themselves`."""
    if chosen.decision is not None:
        return PulseRound.objects.filter(organisation=chosen.organisation_id, opportunity__decision=chosen.decision)
    return _rounds_in(chosen.organisation_id, chosen.first, chosen.last, chosen.units)


def could_disagree(chosen: Chosen, rounds: Sequence[RoundLine]) -> tuple[int, int, int] | None:
    """Those of whom it is certain that they said yes or no to “I could disagree”, those who said no, and rounds that
    are not over yet. Nothing where nobody was asked."""
    whole = chosen.units is None and chosen.decision is None
    boxes = {each.box: each.summary for each in rounds if each.summary and (whole or not each.pool)}
    summaries = list(boxes.values())
    waiting = sum(each.closed_on is None for each in rounds)
    answers = [said for summary in summaries if (said := said_in(summary).get("disagree"))]
    if not answers and not waiting:
        return None
    no = sum(said.of - said.most for said in answers)
    return sum(said.least for said in answers) + no, no, waiting
