"""`python -m bench`, `python -m bench PART [FILE…]`, and `--help` for the parts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from . import (
    attack,
    closing,
    demo,
    exports,
    imports,
    lists,
    pack,
    phrases,
    pulse,
    reporting,
    searching,
    signals,
    submissions,
    themes,
    weights,
)
from .report import Figure, table

DATABASES = {"sqlite": ("sqlite",), "postgres": ("postgres",), "both": ("sqlite", "postgres")}


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure the figures that Alongside means to reach."
    )
    parser.add_argument(
        "what",
        nargs="?",
        default="all",
        choices=(
            *(
                "pages",
                "exports",
                "search",
                "weights",
                "import",
                "submissions",
                "demo",
                "themes",
                "phrases",
                "pulse",
                "signals",
                "figures",
                "attack",
                "pack",
                "close",
            ),
            "all",
        ),
    )
    parser.add_argument("files", nargs="*", type=Path, help="themes, phrases: labelled comments, if not the usual ones")
    parser.add_argument(
        "--small-only",
        action="store_true",
        help="pages, search, signals, figures, close: leave out the large organisation",
    )
    parser.add_argument(
        "--database",
        choices=DATABASES,
        default="both",
        help="pages, search, signals, figures, close, submissions, exports: on which",
    )
    parser.add_argument("--rows", type=int, default=exports.ROWS, help="exports: how many rows the lists have")
    return parser.parse_args()


def main() -> int:
    asked = parsed()
    parts: dict[str, Callable[[], list[Figure]]] = {
        "pages": lambda: lists.figures(DATABASES[asked.database], small_only=asked.small_only),
        "search": lambda: searching.figures(DATABASES[asked.database], small_only=asked.small_only),
        "exports": lambda: exports.figures(DATABASES[asked.database], asked.rows),
        "weights": weights.figures,
        "import": imports.figures,
        "submissions": lambda: submissions.figures(DATABASES[asked.database]),
        "demo": demo.figures,
        "themes": lambda: themes.figures(asked.files),
        "phrases": lambda: phrases.figures(asked.files),
        "pulse": pulse.figures,
        "pack": pack.figures,
        "figures": lambda: reporting.figures(DATABASES[asked.database], small_only=asked.small_only),
        "attack": attack.figures,
        "close": lambda: closing.figures(DATABASES[asked.database], small_only=asked.small_only),
        "signals": lambda: signals.figures(DATABASES[asked.database], small_only=asked.small_only),
    }
    chosen = parts if asked.what == "all" else {asked.what: parts[asked.what]}
    figures = [figure for part in chosen.values() for figure in part()]
    if asked.what == "all":
        figures.append(Figure("axe on every page, 320 and 1280 px", "0 violations", "a test: make test", None))
    print(table(figures))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
