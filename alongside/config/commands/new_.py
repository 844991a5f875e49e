"""Make an organisation from the command line; `alongside serve` offers the same as its first page."""

from argparse import ArgumentParser, Namespace

from ..cli import WrongUse
from .common import prepare, say

HELP = "Make an organisation and its administrator."
NATIONS = ("england", "wales", "scotland", "northern_ireland")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("slug", help="its short name in addresses, e.g. harbour-house")
    parser.add_argument("--name", required=True, help="its name, as people say it")
    parser.add_argument("--administrator", required=True, metavar="EMAIL", help="who sets it up")
    parser.add_argument("--administrator-name", default="", metavar="NAME")
    parser.add_argument("--nation", choices=NATIONS, default="england", help="whose bank holidays count")


def run(args: Namespace) -> int:
    prepare(make=True)
    from alongside.core.actor import system
    from alongside.core.errors import Refused
    from alongside.organisation import services

    try:
        made = services.make_organisation(
            name=args.name,
            slug=args.slug,
            nation=args.nation,
            administrator_email=args.administrator,
            administrator_name=args.administrator_name,
            by=system(),
        )
    except Refused as refused:
        raise WrongUse(refused.reason) from None
    say(f"{made.name} is at /{made.slug}/. {args.administrator} can sign in and set it up.")
    return 0
