"""What a number was counted of, as it stands in the address of a list. Which leads where: `figure_lists` and
`evidence_lists`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.addresses import asking
from alongside.core.day_ranges import BETWEEN
from alongside.organisation.part_tables import part_asked

from .values import Row, Sheet


@dataclass(frozen=True)
class Asked:
    """What a number was counted of, as it stands in the address of a list."""

    sheet: Sheet
    actor: Actor
    now: bool  # the days are not over: what waits is in today's lists

    @property
    def end(self) -> str:
        """The day on which things were looked at."""
        return min(self.sheet.last, self.sheet.counted_on)

    @property
    def days(self) -> str:
        return f"{self.sheet.first}{BETWEEN}{self.sheet.last}"

    @property
    def days_until(self) -> str:
        """The same, without those that are still to come."""
        return f"{self.sheet.first}{BETWEEN}{self.end}"

    def to(self, path: str, at: str = "", prefix: str = "", **values: str) -> str:
        """`at`: where on its page the list is; `prefix`: what it is called among several."""
        asked = {**values, "part": part_asked(self.actor, self.sheet.unit, self.end)}
        return asking(path, {prefix + name: value for name, value in asked.items()}) + at

    def said(self, **values: str) -> str:
        return self.to("voices/", "#said", **values)


@dataclass(frozen=True)
class Lead:
    """`permission`: what its list shows is what is seen with it."""

    url: Callable[[Row, Asked], str]
    permission: P
