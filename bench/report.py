"""What was asked, what was found, and whether it was reached: one table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("what", "asked", "found", "reached")


@dataclass(frozen=True)
class Figure:
    """`reached` is None for what nobody asked a figure of: it is there to be known."""

    what: str
    asked: str
    found: str
    reached: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        words = {True: "yes", False: "NO", None: "-"}
        return self.what, self.asked, self.found, words[self.reached]


def table(figures: Sequence[Figure]) -> str:
    rows = [HEADINGS, *(figure.cells for figure in figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|-" + "-|-".join("-" * width for width in widths) + "-|")
    return "\n".join(lines)


def say(text: str) -> None:
    """The table alone goes to standard output."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201
