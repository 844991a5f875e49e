"""What is asked of the draw, and what is found."""

from __future__ import annotations

import json
import time
from math import erfc, floor, sqrt

from alongside.involvement.draw import commit, preview, ticket_for

from ..report import Figure, say
from . import year
from .one import DATA, asked, load

SECONDS = {"inv_60_5": 0.3, "monitoring_30": 0.4, "inv_300_12": 2.0, "inv_500_3": 3.0, "inv_1000_6": 8.0}
LARGE = {"pool_1000_20": 8.0, "pool_2000_40": 20.0}
MEGABYTES, LOSS, PREVIEW = 300, 0.02, 200
DRAWS = 100_000


def plans() -> list[Figure]:
    found = []
    if not DATA.is_dir():
        say(f"there is no folder {DATA}: its instances are left out (BENCH_DRAW names the folder)")
    for name, most in {"inv_30_3": 0.3, **SECONDS, **LARGE}.items():
        if name not in LARGE and not DATA.is_dir():
            continue
        for objective in ("maximin", "two-sided"):
            found += _plan(name, objective, most)
    return found


def _plan(name: str, objective: str, most: float) -> list[Figure]:
    say(f"{name}: {objective}")
    one, what = asked(name, objective), f"{name}, {objective}"
    seconds = f"{one['cpu']:.2f} s, {one['megabytes']:.0f} MB, gap {one['gap']:.1e}, {one['rounds']} rounds"
    chances = f"{one['lowest']:.5f} to {one['highest']:.5f}, bound {one['bound']:.5f}"
    if objective == "maximin":
        kept, within = one["lowest"] / one["bound"], one["cpu"] <= most and one["megabytes"] <= MEGABYTES
        asked_for = f"≤ {most} s" if name not in LARGE else f"≤ {most} s, ≤ {MEGABYTES} MB"
        figures = [
            Figure(f"{what}: time", asked_for if name in (*SECONDS, *LARGE) else "", seconds, within),
            Figure(f"{what}: lowest against bound", "≥ 99.9 %", f"{kept:.5%} ({chances})", kept >= 0.999),
        ]
    else:
        good = one["highest"] <= 0.085 and one["lowest"] >= 0.0235 if name == "inv_300_12" else None
        asked_for = "" if good is None else "highest ≤ .085, lowest ≥ .0235"
        figures = [Figure(what, asked_for, f"{chances}; {seconds}", good)]
    loss, whole = 1 - one["fewest"] / one["tickets"] / one["lowest"], floor(one["lowest"] * one["tickets"] + 1e-3)
    held = (loss <= LOSS or one["fewest"] >= whole) and not one["faults"]
    tickets = f"{loss:.2%}: fewest {one['fewest']}, most {one['most']} of {one['tickets']}, {one['faults']} faults"
    return [*figures, Figure(f"{what}: loss by tickets", f"≤ {LOSS:.0%}, or whole tickets", tickets, held)]


def leximin() -> list[Figure]:
    if not DATA.is_dir():
        return []
    reference = json.loads((DATA / "reference_leximin.json").read_text(encoding="utf-8"))["instances"]
    found = []
    for name, known in reference.items():
        say(f"{name}: leximin")
        one = asked(name, "leximin")
        apart = [own - other for own, other in zip(one["chances"], known["sorted_chances"], strict=True)]
        first = next((difference for difference in apart if abs(difference) > 5e-4), 0.0)
        words = f"{max(map(abs, apart)):.1e}; {one['cpu']:.2f} s, gap {one['gap']:.1e}"
        found.append(Figure(f"{name}, leximin: from the reference", "≤ 5e-4, or better", words, first >= 0))
    return found


def previews() -> list[Figure]:
    found = []
    for name in (*(("inv_1000_6",) if DATA.is_dir() else ()), *LARGE):
        panel, people = load(name)
        preview(panel, people)  # the solver is loaded
        started = time.process_time()
        shown = preview(panel, people)
        spent = (time.process_time() - started) * 1000
        within = spent <= PREVIEW if len(people) == 1000 else None
        words = f"{spent:.0f} ms (lowest {shown.lowest:.5f})"
        found.append(
            Figure(f"preview of {len(people)} people: {name}", f"≤ {PREVIEW} ms" if within else "", words, within)
        )
    return found


def a_year() -> list[Figure]:
    say(f"a year, {year.RUNS} times under each policy")
    found = []
    for policy, one in year.compared().items():
        words = f"{one.never:.1f} never, {one.busiest:.1%}, most {one.most}, highest chance {one.highest:.2f}"
        best = policy == year.POLICIES[-1]
        good = one.never <= 3 and one.busiest <= 0.2 if best else None
        found.append(Figure(f"a year, {policy}", "≤ 3 never picked, tenth ≤ 20 %" if best else "", words, good))
    return found


def draws() -> list[Figure]:
    """One commitment, a hundred thousand public numbers; are all tickets alike?"""
    say("draws")
    tickets, secret = 1000, bytes(range(32))
    commit({"tickets": tickets}, secret)
    counts = [0] * tickets
    for number in range(DRAWS):
        counts[ticket_for(secret, f"{number:06}", tickets) - 1] += 1
    expected = DRAWS / tickets
    square = sum((count - expected) ** 2 / expected for count in counts)
    p = chi_square_tail(square, tickets - 1)
    return [Figure(f"{DRAWS:,} draws, chi-square", "p > 0.001", f"χ² {square:.1f}, p {p:.3f}", p > 0.001)]


def chi_square_tail(square: float, freedom: int) -> float:
    """Wilson and Hilferty: the cube root is nearly normal; for many degrees of freedom exact to three digits."""
    spread = 2 / (9 * freedom)
    return erfc(((square / freedom) ** (1 / 3) - 1 + spread) / sqrt(2 * spread)) / 2
