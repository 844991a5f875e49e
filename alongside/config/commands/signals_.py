"""The signs that people may have been asked for show, of an organisation's year. No total of them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from ..cli import FOUND, WrongUse
from .common import answer, json_argument, organisation, organisation_argument, prepare, say

HELP = "Print the signs that people may have been asked for show, with the records behind them."


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    parser.add_argument("--year", metavar="YEAR", help="the year that began in this one (default: the present one)")
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    org = organisation(args.organisation)
    found = gather(org, args.year)
    answer(args, found, tell)
    return FOUND if any(sign["reading"] == "look" for sign in found["signs"]) else 0


def gather(org: Any, asked: str | None) -> dict[str, Any]:
    from alongside.candour import queries
    from alongside.core.errors import NotYours
    from alongside.core.years import Year
    from alongside.organisation import queries as organisations

    clock = organisations.clock_of(org)
    today, starts = clock.today(), clock.settings.year_starts_month
    try:
        year = Year.of(asked or "", today, starts)
    except NotYours as none:
        now = Year.of("", today, starts).number
        raise WrongUse(
            f"“{asked}” is not one of the last ten years. Write the year in which it began, like {now}."
        ) from none
    limits = queries.limits_on(org.pk, today)
    return {
        "organisation": org.slug,
        "year": year.name,
        "from": year.starts.isoformat(),
        "until": year.ends.isoformat(),
        "limits": queries.limits_values(limits),
        "limits_set_with_contributors_from": getattr(limits, "effective_on", None),
        "signs": [_sign(sign, finding) for sign, finding in queries.signs_of_organisation(org.pk, year, today)],
    }


def _sign(sign: Any, finding: Any) -> dict[str, Any]:
    from alongside.candour import words

    return {
        "sign": sign.slug,
        "title": sign.title,
        "reading": str(finding.reading),
        "says": [words.told(sentence) for sentence in finding.sentences],
        "in_their_own_words": finding.account,
        "records": [f"{ref.kind} {ref.code}" for ref in finding.refs],
        "source": sign.source,
        "link": sign.link,
        "one_could": sign.could,
    }


def tell(found: dict[str, Any]) -> None:
    from alongside.candour import words

    say(f"{found['organisation']}, the year {found['year']}")
    since = found["limits_set_with_contributors_from"]
    say(f"Limits set with contributors: {f'from {since}' if since else 'not yet'}")
    for sign in found["signs"]:
        say(f"\n{words.READINGS[sign['reading']]}: {sign['title']}")
        for sentence in sign["says"]:
            say(f"  {sentence}")
        if sign["records"]:
            say(f"  Behind it: {', '.join(sign['records'])}")
        if sign["reading"] == "look":
            say(f"  One could: {sign['one_could']}")
