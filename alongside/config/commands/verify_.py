"""Check that nobody went behind the event log, or changed what somebody said."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from ..cli import FOUND
from .common import complain, json_argument, prepare, print_json, say, wants_json

HELP = "Recompute the event log and compare what was said with it."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--head", default="", metavar="HASH", help="a head printed earlier: it must still be there")
    parser.add_argument("--organisation", metavar="SLUG", help="only this one")
    json_argument(parser)


def run(args: Namespace) -> int:
    prepare()
    results = [check(chain, name, args.head) for chain, name in chains(args.organisation)]
    whole = all(not result["findings"] for result in results)
    if args.head and not any(result["has_head"] for result in results):
        whole = False
    if wants_json(args):
        print_json({"whole": whole, "chains": results})
    else:
        tell(results)
        if args.head and not any(result["has_head"] for result in results):
            complain("The head that was given is in no chain: the log was cut or replaced.")
    return 0 if whole else FOUND


def chains(slug: str | None) -> list[tuple[int, str]]:
    from alongside.audit import queries
    from alongside.organisation.queries import all_organisations

    names = dict(all_organisations().values_list("pk", "slug"))
    found = [(chain, names.get(chain, "the installation")) for chain in {*queries.chains(), *names}]
    return sorted(pair for pair in found if slug in (None, pair[1]))


def check(chain: int, name: str, head: str) -> dict[str, Any]:
    """Every finding in one chain; the first broken link stops the walk along it."""
    from alongside.audit import queries
    from alongside.candour.queries import broken_claims
    from alongside.candour.queries.bids_sealed import broken_bids
    from alongside.involvement.queries import broken_sheets
    from alongside.journey.queries import broken_seals as broken_road
    from alongside.reports.queries.accounts_sealed import broken_accounts
    from alongside.reports.queries.closes_sealed import broken_closes
    from alongside.reports.queries.sealed import broken_packs
    from alongside.voice.queries import broken_seals

    links = list(queries.broken_links(chain))
    reported = (*broken_accounts(chain), *broken_packs(chain), *broken_closes(chain))
    room = (*broken_claims(chain), *broken_bids(chain), *broken_road(chain), *reported)
    sealed = (*broken_seals(chain), *broken_sheets(chain), *room)
    findings = [*links, *queries.broken_contents(chain), *sealed]
    return {
        "organisation": name,
        "events": queries.count_of(chain),
        "head": queries.head_of(chain),
        "has_head": queries.has_hash(chain, head),
        "first_broken": next((f.seq for f in findings if f.seq is not None), None),
        "findings": [{"event": f.seq, "message": f.message} for f in findings],
    }


def tell(results: list[dict[str, Any]]) -> None:
    for result in results:
        state = "whole" if not result["findings"] else f"{len(result['findings'])} finding(s)"
        say(f"{result['organisation']}: {result['events']} events, {state}. Head: {result['head'] or '-'}")
        for finding in result["findings"]:
            complain(f"{result['organisation']}: {finding['message']}")
