"""The key with which an organisation signs: which it is, and a new one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..cli import WrongUse
from .common import organisation, organisation_argument, prepare, say

HELP = "Print the key with which an organisation signs what people take away, or make a new one."


def arguments(parser: ArgumentParser) -> None:
    organisation_argument(parser)
    parser.add_argument(
        "--new", action="store_true", help="from now on another key; what the old one signed stays good"
    )
    parser.add_argument(
        "--stolen",
        action="store_true",
        help="with --new: somebody else may have had it; what it signed is worth nothing",
    )


def run(args: Namespace) -> int:
    if args.stolen and not args.new:
        raise WrongUse("--stolen goes with --new.")
    prepare()
    from alongside.core.actor import system
    from alongside.organisation import queries, services

    org = organisation(args.organisation)
    key = services.new_key(by=system(org.pk), stolen=args.stolen) if args.new else queries.key_in_use(org.pk)
    if key is None:
        say("None yet. It is made when something is signed for the first time.")
    else:
        say(f"{key.code}, since {key.made_on}\n{key.public}")
    return 0
