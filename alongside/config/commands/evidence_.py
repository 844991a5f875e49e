"""The record of one organisation, shown against a standard."""

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
from .figures_ import scope_of

HELP = "Print what the record holds to each point of a standard, and what is missing. There is no score."
PARTS = (
    ("speaks_against", "Speaks against it"),
    ("held", "On the record"),
    ("missing", "Missing"),
    ("not_enough_to_tell", "Not enough to tell"),
)


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    parser.add_argument("--standard", metavar="SLUG", required=True, help="4pi, uk-standards, or one of your own")
    period_argument(parser)
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    found = gather(organisation(args.organisation), args.standard, args.period)
    answer(args, found, tell)
    return 0


def gather(org: Any, slug: str, period: str) -> dict[str, Any]:
    """The whole organisation, counted now: nobody looks, so nothing is left out and there are no links."""
    from django.utils import timezone

    from alongside.candour.queries import SignRead
    from alongside.reports import evidence_words, queries
    from alongside.reports.queries import evidence, standards

    listed = standards.listed_in(org.pk, slug)
    if listed is None or listed.standard is None:
        known = ", ".join(each.slug for each in standards.standards_in(org.pk) if each.standard)
        raise WrongUse(f"“{slug}” is no standard of {org.slug}. Known: {known}.")
    scope = scope_of(org, period)
    found = evidence.evidence_of_whole(scope, queries.moment(org, timezone.now()))
    signs = [SignRead(sign, finding) for sign, finding in found.findings]
    points = evidence_words.shown(listed.standard, found, signs, evidence_words.Reader())
    return {"organisation": org.slug, **evidence_words.as_plain(listed.standard, points, found)}


def tell(found: dict[str, Any]) -> None:
    say(f"{found['organisation']}: {found['name']}, {found['from']} to {found['until']}")
    for number, point in enumerate(found["points"], 1):
        say(f"\n{number}. {point['name']}")
        if point["nothing_in_the_record"] or point["too_little_to_show"]:
            nothing = "Nothing in the record yet" + (", or too little to show" if point["too_little_to_show"] else "")
            say(f"  {nothing}. First: {point['first']}")
        for key, label in PARTS:
            for line in point[key]:
                say(f"  {label}: {line}")
