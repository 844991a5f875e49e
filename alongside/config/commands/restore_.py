"""Read everything back from one file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..cli import WrongUse
from ..environment import Environment
from .common import say

HELP = "Restore a backup into an empty data folder. A broken file changes nothing."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


def run(args: Namespace) -> int:
    from ..backups import BadBackup, put_back

    env = Environment.load()
    if not args.file.is_file():
        raise WrongUse(f"There is no file {args.file}.")
    if env.data.exists() and any(env.data.iterdir()):
        raise WrongUse(f"{env.data} is not empty. Name an empty folder with --data DIR; nothing was changed.")
    try:
        manifest = put_back(args.file, env.data, env.database())
    except BadBackup as error:
        raise WrongUse(f"{error} Nothing was changed.") from None
    say(f"Restored into {env.data}, as it was at {manifest['made']}. Run 'alongside verify' to check it.")
    return 0
