"""Bring in what an organisation has already: its decisions, its register, what was said to it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from ..cli import FOUND, WrongUse
from .common import complain, json_argument, organisation, organisation_argument, prepare, print_json, say, wants_json

HELP = "Import decisions, people or contributions from a file (CSV, XLSX; calendars as .ics)."
ROOMS = {"decisions": "decisions", "people": "people", "contributions": "voice"}
MOST_PROBLEMS = 50


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=ROOMS)
    parser.add_argument("file", type=Path)
    organisation_argument(parser)
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help="may be given again")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument("--make-units", action="store_true", help="make units that are not there yet")
    parser.add_argument("--question", default="", metavar="TEXT", help="for contributions: what all of them answer")
    parser.add_argument("--kind", metavar="SLUG", help="for a calendar: the kind of decision its entries are")
    parser.add_argument("--unit", metavar="NAME", help="for a calendar: the unit that decides")
    json_argument(parser)


def run(args: Namespace) -> int:
    mapping = mapping_of(args.map)
    if not args.file.is_file():
        raise WrongUse(f"There is no file {args.file}.")
    prepare()
    from alongside.core.actor import system
    from alongside.core.errors import Refused
    from alongside.core.sheets import SheetError
    from alongside.core.upkeep import look_at_tables

    org = organisation(args.organisation)
    run_import = import_module(f"alongside.{ROOMS[args.what]}.imports").run_import
    extra = extra_of(args)
    try:
        report = run_import(args.file, org, by=system(org.pk), mapping=mapping, dry_run=args.dry_run, **extra)
    except SheetError as error:
        raise WrongUse(str(error)) from None
    except Refused as refused:
        raise WrongUse(refused.reason) from None
    if report.done:
        look_at_tables()
    if wants_json(args):
        print_json(report.as_dict())
    else:
        tell(report)
    return FOUND if report.problems else 0


def extra_of(args: Namespace) -> dict[str, Any]:
    """What only one kind of file takes."""
    if args.question and args.what != "contributions":
        raise WrongUse("--question is for contributions.")
    return {
        "decisions": {"kind": args.kind, "unit": args.unit, "make_units": args.make_units},
        "contributions": {"question": args.question, "make_units": args.make_units},
    }.get(args.what, {})


def mapping_of(pairs: list[str]) -> dict[str, str]:
    """`["Was it good?=words"]` → {"Was it good?": "words"}; the last = counts, as columns may hold one."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column.strip() or not field.strip():
            raise WrongUse(f"--map takes COLUMN=FIELD, found “{pair}”.")
        mapping[column.strip()] = field.strip()
    return mapping


def tell(report: Any) -> None:
    say("What would happen:" if report.dry_run else "Imported:" if report.fine else "Read:")
    for name, number in report.counts.items():
        say(f"  {name.replace('_', ' ')}: {number}")
    for note in report.notes:
        say(f"  {note}")
    if report.unknown_columns:
        say(f"  Columns that were not used: {', '.join(report.unknown_columns)}")
    for problem in report.problems[:MOST_PROBLEMS]:
        complain(problem_line(problem))
    if (more := len(report.problems) - MOST_PROBLEMS) > 0:
        complain(f"… and {more} more")
    if report.problems:
        complain("Nothing was imported. Mend these rows and import the file again.")


def problem_line(problem: Any) -> str:
    where = [f"row {problem.row}" if problem.row else "", f"column {problem.column}" if problem.column else ""]
    place = ", ".join(part for part in where if part)
    return f"{place}: {problem.message}" if place else problem.message
