"""Write everything to one file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..cli import WrongUse
from .common import prepare, say

HELP = "Write the database, the uploads and the key to one file."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to, e.g. backup-2026-11-23.tar.gz")


def run(args: Namespace) -> int:
    env = prepare()
    from alongside.audit import queries

    from ..backups import BadBackup, back_up

    if args.file.exists():
        raise WrongUse(f"{args.file} is there already. Choose another name.")
    if not args.file.absolute().parent.is_dir():
        raise WrongUse(f"There is no folder {args.file.absolute().parent}.")
    heads = {str(chain): queries.head_of(chain) for chain in queries.chains()}
    try:
        back_up(env.data, args.file.absolute(), env.database(), heads)
    except BadBackup as error:
        raise WrongUse(str(error)) from None
    say(f"Written to {args.file}. It holds personal data and the key: keep it as safe as the data itself.")
    return 0
