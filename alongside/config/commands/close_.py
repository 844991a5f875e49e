"""How the close of a period stands, and what was frozen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from ..cli import WrongUse
from .common import (
    answer,
    json_argument,
    organisation,
    organisation_argument,
    period_argument,
    prepare,
    say,
)
from .figures_ import tell_sheet

HELP = "Print how the close of a month, quarter or year stands: who signed, the frozen figures and their digest."


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    period_argument(parser)
    parser.add_argument("--version", type=int, help="an older version; else the newest")
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    found = gather(organisation(args.organisation), args.period, args.version)
    answer(args, found, tell)
    return 0


def gather(org: Any, period: str, version: int | None = None) -> dict[str, Any]:
    from alongside.reports import close_words
    from alongside.reports.queries import closed, frozen

    close = closed.version_of(org.pk, period, version)
    if close is None:
        raise WrongUse(
            f"Nothing was begun for “{period}”. Write a month like 2026-10, a quarter like 2026-q3, or 2026."
        )
    sheet = next(iter(closed.sheets_of(close)), None)
    said = sheet.signatures.all() if sheet else ()
    return {
        "organisation": org.slug,
        "period": close.period,
        "period_name": close.name,
        "version": close.version,
        "state": close.state,
        "signatures": [{"who": close_words.said(each), "on": each.said_on.isoformat()} for each in said],
        "closed_at": close.frozen_at.isoformat() if close.frozen_at else None,
        "head": close.head,
        "digest": sheet.digest if sheet else "",
        "text": frozen.read_text(sheet.content) if sheet else None,
    }


def tell(found: dict[str, Any]) -> None:
    from alongside.reports.values import Sheet

    say(f"{found['period_name']}, version {found['version']}: {found['state']}")
    for each in found["signatures"]:
        say(f"  {each['who']}, {each['on']}")
    if found["text"]:
        tell_sheet(Sheet.of_plain(found["text"]["parts"]["figures"]))
    say(f"Digest: {found['digest'] or '-'}")
    say(f"Head: {found['head'] or '-'}")
