"""Run a draw on a file of instances, or check the proof of one that was held. Needs no data folder."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from alongside.involvement.draw import Impossible, Leximin, Lottery, Maximin, Objective, TwoSided, check, plan, verify
from alongside.involvement.draw.reading import Instance, Unreadable, read

from ..cli import FOUND, WrongUse
from .common import complain, json_argument, print_json, say, wants_json

HELP = "Plan a draw from a file (run), or check a published draw (verify)."
OBJECTIVES: dict[str, Objective] = {"two-sided": TwoSided(), "leximin": Leximin(), "maximin": Maximin()}


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="run|verify", required=True)
    run_ = what.add_parser("run", help="quotas and people from FILE: tickets, chances and what is proven about them")
    run_.add_argument("file", metavar="FILE", type=Path, help=".json, or a folder with categories.csv, respondents.csv")
    run_.add_argument("--objective", choices=tuple(OBJECTIVES), default="two-sided", help="fair in which sense")
    run_.add_argument("--seats", type=int, metavar="N", help="instead of the number in the file")
    run_.add_argument("--tickets", type=int, metavar="N", default=1000, help="how many tickets (1000)")
    json_argument(run_)
    verify_ = what.add_parser("verify", help="does the published secret give the ticket that was drawn?")
    verify_.add_argument("file", metavar="FILE", type=Path, help="the proof, as downloaded from the page of the draw")


def run(args: Namespace) -> int:
    return _verify(args.file) if args.what == "verify" else _run(args)


def _run(args: Namespace) -> int:
    try:
        panel, people = read(args.file, args.seats)
        panel = replace(panel, objective=OBJECTIVES[args.objective], tickets=args.tickets)
    except (Unreadable, ValueError) as error:
        raise WrongUse(str(error)) from None
    started = time.process_time()
    try:
        lottery = plan(panel, people)
    except Impossible as impossible:
        complain(str(impossible))
        return FOUND
    seconds = time.process_time() - started
    faults = [fault.words for fault in check(lottery, panel, people)]
    for fault in faults:
        complain(fault)
    if wants_json(args):
        print_json(_facts(lottery, args.objective, seconds, faults))
    else:
        _tell(lottery, (panel, people), seconds)
    return FOUND if faults else 0


def _facts(lottery: Lottery, objective: str, seconds: float, faults: list[str]) -> dict[str, Any]:
    return {"objective": objective, **lottery.to_dict(), "cpu_seconds": round(seconds, 3), "faults": faults}


def _tell(lottery: Lottery, instance: Instance, seconds: float) -> None:
    panel, people = instance
    counts = sorted(lottery.counts.values())
    never = counts.count(0)
    say(f"{len(people)} people, {panel.seats} seats, {len(lottery.tickets)} tickets, each checked against every rule.")
    say(f"Lowest chance {lottery.lowest:.4f}, highest {lottery.highest:.4f}.")
    say(f"No draw with these quotas can have a lowest chance above {lottery.bound:.4f}; gap {lottery.gap:.2e}.")
    say(f"Tickets for one person: {counts[never] if never < len(counts) else 0} to {counts[-1]}.")
    if never:
        say(f"{never} people are on no ticket.")
    say(f"{seconds:.2f} CPU seconds, {lottery.engine_version}.")


def _verify(path: Path) -> int:
    try:
        proof = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise WrongUse(f"{path} is not a JSON file of a proof.") from None
    wrong = verify(proof) if isinstance(proof, dict) else ("This is not the proof of a draw.",)
    for words in wrong:
        complain(words)
    if not wrong:
        say(f"Right: ticket {proof['ticket']} was drawn as promised.")
    return FOUND if wrong else 0
