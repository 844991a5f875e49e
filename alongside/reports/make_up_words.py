"""Who takes part, in words: what was counted once, beside those the organisation is for. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from alongside.people import make_up
from alongside.people.make_up import Counted, Group

NBSP, TOGETHER = "\u00a0", "\u2060"  # no line ends between a number and what it is of


@dataclass(frozen=True)
class ShownGroup:
    words: str
    number: str
    share: str
    population: str
    in_numbers: tuple[int, int, Decimal | None]  # the same three: rounded, and in a hundred


@dataclass(frozen=True)
class ShownQuestion:
    code: str
    text: str
    why_not: str
    groups: Sequence[ShownGroup]
    answered: str
    silent: str
    who: str  # whom the population is
    source: str
    counted_on: Any


def shown(one: Counted, least: int, population: Any, names: Mapping[str, str]) -> ShownQuestion:
    """`names`: of earlier counts, by their period."""
    found = {} if population is None else population.shares
    row = None if population is None else population.row
    shares = make_up.shares(one.groups)
    silent = about_or_few(0 if one.silent_few else one.silent, least)
    return ShownQuestion(
        one.question,
        one.text,
        _why_not(one, least, names),
        [_group(group, share, found) for group, share in zip(one.groups, shares, strict=True)],
        about(one.answered),
        silent,
        row.who if row else "",
        row.source if row else "",
        row.counted_on if row else None,
    )


def about(number: int) -> str:
    return (_("about %(n)s") % {"n": f"{number:,}"}).replace(" ", NBSP)


def about_or_few(number: int, least: int) -> str:
    return about(number) if number else _("fewer than %(n)s") % {"n": least}


def _group(group: Group, share: int, population: Mapping[str, Decimal]) -> ShownGroup:
    words = group.choices[0]
    if group.together:
        words = _("All of these together, as each alone is too few: %(choices)s") % {"choices": _listed(group.choices)}
    known = [population[choice] for choice in group.choices if choice in population]
    here_for = sum(known, Decimal(0)) if known else None
    beside = "–" if here_for is None else f"{_plain(here_for)}{TOGETHER}%"
    numbers = (group.number, share, here_for)
    return ShownGroup(words, about(group.number), f"{share}{TOGETHER}%", beside, numbers)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _listed(choices: Sequence[str]) -> str:
    return " · ".join(choices)


def _why_not(one: Counted, least: int, names: Mapping[str, str]) -> str:
    if one.why == make_up.SHOWN:
        return ""
    if one.why == make_up.ALIKE:
        return _(
            "Nearly the same answers as in %(period)s: nothing new is shown, because the difference would be a few"
            " people’s own. Look there."
        ) % {"period": names.get(one.alike, one.alike)}
    return _("Too few to show, to protect people: nothing is said of fewer than %(n)s.") % {"n": least}
