"""Count ahead what was looked at lately in a large organisation."""

from argparse import ArgumentParser, Namespace

from .common import prepare, say

HELP = "Count the map, figures and evidence that were looked at lately in a large organisation, so that nobody waits."


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the data folder."""


def run(args: Namespace) -> int:
    prepare()
    from alongside.reports.services.counting_ahead import count_ahead

    say(f"Counted {count_ahead()}.")
    return 0
