"""The figures of one organisation, counted from the record."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import Any

from ..cli import WrongUse
from .common import (
    answer,
    json_argument,
    organisation,
    organisation_argument,
    period_argument,
    prepare,
    print_json,
    say,
    wants_json,
)

HELP = "Print an organisation's figures: all its years, or those of one month, quarter or year as its page shows them."


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    period_argument(parser, required=False)
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    org = organisation(args.organisation)
    if args.period:
        return _of_period(org, args)
    figures = gather(org)
    answer(args, figures, tell)
    return 0


def _of_period(org: Any, args: Namespace) -> int:
    """The very value that the page shows, counted now."""
    sheet = sheet_of(org, args.period)
    if wants_json(args):
        print_json(sheet.as_plain())
        return 0
    say(f"{sheet.period_name}, counted on {sheet.counted_on} at {sheet.counted_at}")
    tell_sheet(sheet)
    return 0


def tell_sheet(sheet: Any) -> None:
    from alongside.reports.figure_words import told

    for figure in (figure for part in sheet.parts for figure in part.figures):
        say(f"{figure.title}:")
        for row in figure.rows:
            say(f"  {row.words}: {told(row)}")


def sheet_of(org: Any, asked: str) -> Any:
    from django.utils import timezone

    from alongside.reports import queries

    return queries.count_sheet(scope_of(org, asked), queries.moment(org, timezone.now()))


def scope_of(org: Any, asked: str) -> Any:
    """All of it, in the period that was asked for."""
    from alongside.core import periods
    from alongside.organisation import queries as organisations
    from alongside.reports import queries

    clock = organisations.clock_of(org)
    period = periods.read(asked, clock.settings.year_starts_month)
    if period is None:
        raise WrongUse(
            f"“{asked}” is no period. Write a month like 2026-10, a quarter like 2026-q3, or a year like 2026."
        )
    return queries.whole(org, clock.settings, period, clock.today())


def gather(org: Any) -> dict[str, Any]:
    from django.utils import timezone

    from alongside.candour import queries as candour
    from alongside.decisions import queries as decisions
    from alongside.involvement import queries as involvement
    from alongside.voice import queries as voice

    return {
        "organisation": org.slug,
        "decisions": decisions.figures(org),
        "contributions": voice.figures(org),
        "opened_although_token_on_its_face": candour.figures(org),
        "turns_of_the_past_year": asdict(involvement.turn_figures(org.pk, timezone.localdate())),
    }


def tell(figures: dict[str, Any], indent: str = "") -> None:
    for name, value in figures.items():
        words = str(name).replace("_", " ")
        if isinstance(value, dict):
            say(f"{indent}{words}:")
            tell(value, indent + "  ")
        else:
            say(f"{indent}{words}: {'-' if value is None else value}")
