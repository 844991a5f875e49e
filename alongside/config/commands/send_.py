"""Send what waits in the outbox."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from ..cli import FOUND
from .common import prepare, say

HELP = "Send what waits in the outbox, to those who may be written to now."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--most", type=int, default=500, metavar="N", help="stop after this many")


def run(args: Namespace) -> int:
    prepare()
    from alongside.home.services import send_waiting
    from alongside.home.services.carriers import settings_problem

    if problem := settings_problem():
        say(problem)
        return FOUND
    result = send_waiting(most=args.most)
    say(f"Sent {result.sent}{by_channel(result.by)}, held {result.held}, failed {result.failed}.")
    say(f"Waiting for their hour or day {result.waiting}, came back at once {result.returned}.")
    say(f"To ring {result.hands['phone']}, to print and post {result.hands['post']}.")
    return FOUND if result.failed else 0


def by_channel(by: Mapping[str, int]) -> str:
    """How many left by each way that needs no hand."""
    names = {"email": "e-mail", "text": "text message", "post": "letter"}
    parts = [f"{names[channel]} {by[channel]}" for channel in names if by.get(channel)]
    return f" ({', '.join(parts)})" if parts else ""
