"""The command line: `alongside …`. Django's own commands stay behind `alongside manage …`.

Exit codes: 0 success, 1 a finding (something is not as it should be), 2 wrong use. Errors are one plain line
on standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

from .environment import WrongSetting

COMMANDS = (
    *("demo", "serve", "new", "import", "figures", "close", "signals", "evidence", "report", "verify"),
    *("send", "tasks", "count", "backup", "restore", "draw", "reindex", "key"),
)
FOUND, WRONG_USE = 1, 2


class WrongUse(Exception):
    """The command cannot do what was asked; the message says what to do instead."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{message} (see: {self.prog} --help)")


def parser() -> Parser:
    main = Parser(prog="alongside", description="Co-production as a professional function of an organisation.")
    commands = main.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for name in COMMANDS:
        module = _module(name)
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        sub.add_argument("--data", metavar="DIR", help="the data folder (or ALONGSIDE_DATA; default: data)")
        module.arguments(sub)
    commands.add_parser("manage", help="Django's own commands, for those who know them", add_help=False)
    return main


def _module(name: str) -> Any:
    return import_module(f"alongside.config.commands.{name}_")


def main(argv: list[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    try:
        if words[:1] == ["manage"]:
            return manage(words[1:])
        args = parser().parse_args(words)
        if args.data:
            os.environ["ALONGSIDE_DATA"] = args.data
        return int(_module(args.command).run(args))
    except (WrongUse, WrongSetting) as wrong:
        print(f"alongside: {wrong}", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the answer has read enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  Python must not complain again at the end
        return 0


def manage(words: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["alongside manage", *words])
    return 0
