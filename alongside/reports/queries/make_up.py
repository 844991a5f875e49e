"""How those who took part were made up: only what was counted once, of the whole organisation (docs/decisions/0032)."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.core import periods
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import EqualityCount

from .. import make_up_words, rules

MOST = 40  # counts that are listed: ten years


@dataclass(frozen=True)
class MakeUp:
    counts: list[tuple[EqualityCount, str]]  # with the name of the period, the newest first
    chosen: EqualityCount | None
    name: str
    took_part: str
    questions: list[make_up_words.ShownQuestion]


def make_up_for(actor: Actor, asked: str, starts_month: int) -> MakeUp:
    """`asked`: a period as it stands in the address; the newest where none is asked for."""
    rules.check_can_see_figures(actor)
    organisation = actor.organisation_id or 0
    rows = list(people.equality_counts(organisation)[:MOST])
    names = {row.period: _name(row, starts_month) for row in rows}
    chosen = next((row for row in rows if not asked or row.period == asked), None)
    if asked and chosen is None:
        raise NotYours
    listed = [(row, names[row.period]) for row in rows]
    if chosen is None:
        return MakeUp(listed, None, "", "", [])
    populations = people.populations_of(organisation)
    made = people.made_up(chosen)
    shown = [make_up_words.shown(one, chosen.least, populations.get(one.question), names) for one in made.questions]
    took_part = make_up_words.about_or_few(chosen.result["took_part"], chosen.least)
    return MakeUp(listed, chosen, names[chosen.period], took_part, shown)


def _name(row: EqualityCount, starts_month: int) -> str:
    period = periods.read(row.period, starts_month)
    return period.name if period else row.period
