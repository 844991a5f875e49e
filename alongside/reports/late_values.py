"""What was written down after its period was closed: counted beside the next one, and never inside it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Any] = {
    "decisions_with": _("Decisions taken with people"),
    "decisions_without": _("Decisions taken without people"),
    "decisions_excepted": _("Reserved decisions taken without people"),
    "said": _("Things that were said to us"),
    "answers": _("Answers"),
    "sessions": _("Sessions of which it was written down who came"),
    "changes": _("Changes"),
}

MOST_NAMED = 50  # of one kind in one period


@dataclass(frozen=True)
class LateLine:
    """So many things of one kind, dated in one period that was closed before they were written down. `codes`: of the
    first of them, so that whoever may see them is led there; none where it was closed before they were kept."""

    period: str
    period_name: str
    kind: str
    number: int
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LateSheet:
    """`since`: when the close before this one was counted; empty where there is none, and nothing can be late."""

    period: str
    since: str
    lines: tuple[LateLine, ...]

    @property
    def number(self) -> int:
        return sum(line.number for line in self.lines)

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> LateSheet:
        lines = ({**line, "codes": tuple(line.get("codes", ()))} for line in plain["lines"])
        return cls(**{**plain, "lines": tuple(LateLine(**line) for line in lines)})
