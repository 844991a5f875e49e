"""A lifecycle is one table of allowed moves. The diagrams in docs/lifecycles.md are printed from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .errors import Refused


@dataclass(frozen=True)
class Lifecycle:
    """`moves` maps each state to the states that may follow it; `words` says them on the page."""

    name: str
    start: str
    moves: Mapping[str, tuple[str, ...]]

    def allows(self, now: str, to: str) -> bool:
        return to in self.moves.get(now, ())

    def check(self, now: str, to: str, why: str | None = None) -> None:
        if not self.allows(now, to):
            raise Refused(why or _("That cannot be done now. Somebody may have changed it: look again."))

    def ends(self) -> list[str]:
        return [state for state, after in self.moves.items() if not after]
