"""The figures of one organisation, counted from the record."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import Any

from .common import json_argument, organisation, organisation_argument, prepare, print_json, say, wants_json

HELP = "Print an organisation's figures: decisions, exceptions, what was said, what is owed, who had a turn."


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    org = organisation(args.organisation)
    figures = gather(org)
    if wants_json(args):
        print_json(figures)
    else:
        tell(figures)
    return 0


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
