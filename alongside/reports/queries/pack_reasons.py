"""Why something was let through, in words. A pack holds which row it was: the words are read at every reading, for
those who may see the decision (docs/decisions/0034)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from alongside.voice.queries import Eyes

from ..pack_values import LetThrough, Pack, Without
from .reasons import Reason, reasons_about


@dataclass(frozen=True)
class Reasons:
    """In the order in which they were written down."""

    listed: tuple[Reason, ...] = ()

    def of_decision(self, row: Without) -> Reason | None:
        """Of what was closed before rows were named: the newest."""
        about = [each for each in self.listed if (each.kind, each.decision) == ("exceptions", row.decision)]
        return next((each for each in reversed(about) if row.why in (0, each.number)), None)

    def of_row(self, row: LetThrough) -> Reason | None:
        """Of what was closed before rows were named: the newest of its day."""
        about = [each for each in self.listed if (each.kind, each.decision) == (row.kind, row.decision)]
        if row.why:
            return next((each for each in about if each.number == row.why), None)
        return next((each for each in reversed(about) if each.on.isoformat() == row.on), None)


def reasons_in(eyes: Eyes, pack: Pack, seen: Collection[str]) -> Reasons:
    """`seen`: the decisions that they may see."""
    codes = {row.decision for row in pack.without if row.reserved} | {row.decision for row in pack.through}
    return Reasons(tuple(reasons_about(eyes.organisation_id, sorted(codes & set(seen)))))
