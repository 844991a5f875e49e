"""One plan in a process of its own: `python -m bench.draw.one INSTANCE OBJECTIVE`. Prints one JSON object.

Seconds are of the processor and of the whole process, imports and the check of every ticket included.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from alongside.involvement.draw import Leximin, Maximin, Objective, TwoSided, check, plan
from alongside.involvement.draw.reading import Instance, read

from .pools import instance

DATA = Path(os.environ.get("BENCH_DRAW", Path(__file__).parents[3] / "shared/data/draw"))
OBJECTIVES: dict[str, Objective] = {"maximin": Maximin(), "leximin": Leximin(), "two-sided": TwoSided()}


def load(name: str) -> Instance:
    """`pool_1000_20` is made; the others are files."""
    kind, _, rest = name.partition("_")
    if kind == "pool":
        people, seats = rest.split("_")
        return instance(int(people), int(seats))
    path = DATA / f"{name}.json"
    return read(path if path.is_file() else DATA / name)


def measure(name: str, objective: str) -> dict[str, Any]:
    panel, people = load(name)
    panel = replace(panel, objective=OBJECTIVES[objective])
    lottery = plan(panel, people)
    faults = check(lottery, panel, people)
    return {
        **{key: getattr(lottery, key) for key in ("lowest", "highest", "bound", "gap", "rounds")},
        "fewest": min(lottery.counts.values()),
        "most": max(lottery.counts.values()),
        "tickets": len(lottery.tickets),
        "chances": sorted(lottery.chances.values()),
        "faults": len(faults),
        "cpu": time.process_time(),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def asked(name: str, objective: str) -> dict[str, Any]:
    """The same, from outside."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.draw.one", name, objective], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:])))  # noqa: T201
