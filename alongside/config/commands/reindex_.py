"""Make the search index anew, or see whether it agrees with what was said."""

from argparse import ArgumentParser, Namespace

from ..cli import FOUND
from .common import complain, prepare, say

HELP = "Make the search index of what was said anew. Needed after a new lookup key, and whenever --check says so."
NAMED = 20


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="change nothing: only compare it with what was said")


def run(args: Namespace) -> int:
    prepare()
    from alongside.voice.services import searching

    if not args.check:
        say(f"The search index is new: {searching.make_index_anew():,} can be found.")
        return 0
    wrong = searching.not_in_step()
    for code in wrong[:NAMED]:
        complain(f"The search index is out of step with {code}.")
    if wrong:
        complain(f"{len(wrong):,} differ. Run 'alongside reindex'.")
        return FOUND
    say("The search index agrees with what was said.")
    return 0
