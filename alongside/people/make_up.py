"""What may be said of how a group is made up. Pure.

Three things together, because each alone can be got round. A group is shown only where it has so many people; all that
are smaller are shown as one, and where that one is too small the next smallest goes into it, so that what is left out
cannot be taken away from the whole. Numbers are rounded to fives. And a count is compared with every earlier one:
where fewer than so many answers are different, it is not shown, because the difference would be theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

BASE = 5
LEAST = 10
SHOWN, FEW, ALIKE = "shown", "few", "alike"


def least_of(threshold: int) -> int:
    """The organisation's number for what leaves it, and never fewer than ten."""
    return max(threshold, LEAST)


def rounded(number: int) -> int:
    """To the nearest five."""
    return (number + BASE // 2) // BASE * BASE


def about(number: int, least: int) -> int:
    """To the nearest five; nothing where it is few."""
    return rounded(number) if number >= least else 0


@dataclass(frozen=True)
class Group:
    """`choices`: one answer, or several that are only shown together."""

    choices: tuple[str, ...]
    number: int  # rounded

    @property
    def together(self) -> bool:
        return len(self.choices) > 1


@dataclass(frozen=True)
class Counted:
    """What may be shown of one question. Without `groups`, `why` says why."""

    question: str  # its code
    text: str  # the newest wording
    why: str = FEW
    alike: str = ""  # the count that it is too much like, by its period
    answered: int = 0  # rounded
    silent: int = 0  # rounded: they did not answer, or would rather not say
    silent_few: bool = True
    groups: tuple[Group, ...] = field(default_factory=tuple)

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Counted:
        groups = tuple(Group(tuple(each["choices"]), each["number"]) for each in plain["groups"])
        return cls(**{**plain, "groups": groups})


def groups_of(counts: Mapping[str, int], least: int) -> tuple[Group, ...]:
    """Nothing at all where all of them are too few, or where everybody would be one group: then everybody's answer
    would be known. Of several of the same size the order of the answers decides."""
    order = {choice: place for place, choice in enumerate(counts)}
    by_size = sorted(counts, key=lambda choice: (counts[choice], order[choice]))
    together = [choice for choice in by_size if counts[choice] < least]
    apart = by_size[len(together) :]
    while together and apart and sum(counts[choice] for choice in together) < least:
        together.append(apart.pop(0))
    if not apart or len(apart) + bool(together) < 2:
        return ()
    shown = [Group((choice,), rounded(counts[choice])) for choice in sorted(apart, key=order.__getitem__)]
    if together:
        members = tuple(sorted(together, key=order.__getitem__))
        shown.append(Group(members, rounded(sum(counts[choice] for choice in together))))
    return tuple(shown)


def shown(question: str, text: str, groups: tuple[Group, ...], took_part: int, least: int) -> Counted:
    """How many answered and how many did not is worked out from what is shown beside it, and says nothing more."""
    answered = sum(group.number for group in groups)
    silent = max(0, rounded(took_part) - answered)
    few = silent < least
    return Counted(question, text, SHOWN, "", answered, 0 if few else silent, few, groups)


def differ(then: int, now: int, same: int) -> int:
    """How many answers are in only one of two counts, on the side that has more of them: one that was changed is on
    both sides, and so are one who left and one who came for them."""
    return max(then - same, now - same)


def too_alike(differences: Iterable[tuple[str, int]], least: int) -> str:
    """The first earlier count from which too few answers are different; none where none is. Where nothing is different
    the same may be said again."""
    return next((period for period, number in differences if 0 < number < least), "")


def shares(groups: Sequence[Group]) -> list[int]:
    """In a hundred, from the rounded numbers alone: whoever has those can work out no more from these."""
    whole = sum(group.number for group in groups)
    return [round(100 * group.number / whole) for group in groups] if whole else [0 for _group in groups]
