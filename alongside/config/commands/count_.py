"""Count ahead what is at hand, or was looked at lately, in a large organisation."""

from argparse import ArgumentParser, Namespace

from .common import prepare, say

HELP = "Count ahead the map and figures of a large organisation, and what was looked at lately, so that nobody waits."


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the data folder."""


def run(args: Namespace) -> int:
    prepare()
    from alongside.reports.services.counting_ahead import count_ahead

    say(f"Counted {count_ahead()}.")
    return 0
