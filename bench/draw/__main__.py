"""`python -m bench.draw [plans|leximin|preview|year|draws|all]`: one solver at a time, seconds of the processor."""

from __future__ import annotations

import argparse
import sys

from ..report import table
from . import figures

PARTS = {
    "plans": figures.plans,
    "leximin": figures.leximin,
    "preview": figures.previews,
    "year": figures.a_year,
    "draws": figures.draws,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.draw", description="Measure the draw engine.")
    parser.add_argument("what", nargs="?", default="all", choices=(*PARTS, "all"))
    what = parser.parse_args().what
    found = [figure for name, part in PARTS.items() if what in (name, "all") for figure in part()]
    print(table(found))  # noqa: T201
    return 1 if any(figure.reached is False for figure in found) else 0


if __name__ == "__main__":
    sys.exit(main())
