"""Send what waits in the outbox."""

from argparse import ArgumentParser, Namespace

from ..cli import FOUND
from .common import prepare, say

HELP = "Send what waits in the outbox, to those who may be written to now."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--most", type=int, default=500, metavar="N", help="stop after this many")


def run(args: Namespace) -> int:
    prepare()
    from alongside.home.services import send_waiting

    result = send_waiting(most=args.most)
    say(f"Sent {result.sent}, held {result.held}, failed {result.failed}.")
    return FOUND if result.failed else 0
