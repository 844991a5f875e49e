"""Reports of one organisation as files: the pack of the board, and the open data of its yearly account."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..cli import WrongUse
from .common import organisation, organisation_argument, period_argument, prepare, say

HELP = (
    "Write a report as a file: “board” is the board pack, as an accessible PDF or as a page; “account” is the open "
    "data of a published year, as anybody can take them away."
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=sorted(KINDS), help="which report")
    organisation_argument(parser)
    period_argument(parser)
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help="board: ends in .pdf or .html; account: in .json or .csv",
    )


def run(args: Namespace) -> int:
    prepare()
    body = KINDS[args.what](organisation(args.organisation), args.period, args.out.suffix.lower())
    try:
        args.out.write_bytes(body)
    except OSError as error:
        raise WrongUse(f"{args.out} cannot be written: {error.strerror}.") from None
    say(f"{args.out}: {len(body):,} bytes.")
    return 0


def board(org: Any, asked: str, kind: str) -> bytes:
    """As the board reads it now: words that somebody took back are not in it."""
    from django.utils import timezone

    from alongside.core import periods
    from alongside.organisation import queries as organisations
    from alongside.reports.packs.opening import opened
    from alongside.reports.packs.printing import html_of, pdf_of
    from alongside.reports.queries.pack_words import eyes_of_board
    from alongside.reports.queries.packs import pack_of

    makes = {".pdf": pdf_of, ".html": html_of}
    if kind not in makes:
        raise WrongUse("A board pack is written as .pdf or as .html.")
    clock = organisations.clock_of(org)
    period = periods.read(asked, clock.settings.year_starts_month)
    if period is None or period.first > clock.today():
        raise WrongUse(
            f"“{asked}” is no period that has begun. Write a month like 2026-10, a quarter like 2026-q3, or a year."
        )
    found = opened(
        organisation=org, clock=clock, period=period, eyes=eyes_of_board(org.pk), row=pack_of(org.pk, period)
    )
    return makes[kind](found, org, timezone.now())


def account(org: Any, asked: str, kind: str) -> bytes:
    """The newest version that was published, and nothing that was not."""
    import json

    from alongside.core.errors import NotYours
    from alongside.reports import open_files
    from alongside.reports.queries import accounts
    from alongside.reports.queries.account_words import anybody

    if kind not in (".json", ".csv"):
        raise WrongUse("Open data are written as .json or as .csv.")
    try:
        version = accounts.version_of(accounts.account_shown(anybody(org.pk), asked))
    except NotYours:
        raise WrongUse(f"No account of “{asked}” is published. Write the year in which it began, like 2025.") from None
    rows = accounts.rows_of(version)
    if kind == ".csv":
        return open_files.table(rows).encode()
    return json.dumps(open_files.document(accounts.about(version), rows), ensure_ascii=False, indent=1).encode()


KINDS: dict[str, Callable[[Any, str, str], bytes]] = {"account": account, "board": board}
