"""Run what is due today: reminders, escalations, pauses that end, opportunities that close."""

from argparse import ArgumentParser, Namespace

from .common import prepare, say

HELP = "Run what is due: reminders, escalations, expiries. Safe to run twice, or on two machines at once."


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the data folder."""


def run(args: Namespace) -> int:
    prepare()
    from alongside.core.upkeep import look_at_tables_daily
    from alongside.home.services import Unfinished, run_tasks
    from alongside.voice.services import searching

    failed: list[str] = []
    try:
        done = run_tasks()
    except Unfinished as error:
        done, failed = error.done, error.failed
    for name, number in done.items():
        say(f"{name}: went wrong, see the log" if name in failed else f"{name}: {number}")
    if look_at_tables_daily():
        searching.let_go()
    return int(bool(failed))
