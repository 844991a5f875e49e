"""What the commands share: a data folder that is ready, an organisation by its slug, printing."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

import django

from ..cli import WrongUse
from ..environment import Environment, make_key


def prepare(make: bool = False, quiet: bool = True) -> Environment:
    """Django, with the tables up to date. `make` allows a new data folder."""
    env = Environment.load()
    if not env.text("DATABASE_URL"):
        _need_folder(env, make)
    try:
        make_key(env.data)
    except OSError as error:
        raise WrongUse(f"The data folder {env.data} cannot be written: {error.strerror}.") from None
    django.setup()
    _update_tables(quiet)
    return env


def _need_folder(env: Environment, make: bool) -> None:
    if not make and not (env.data / "alongside.sqlite3").exists():
        raise WrongUse(
            f"There is nothing in {env.data}. Name the data folder with --data DIR, or make one with 'alongside serve'."
        )


def _update_tables(quiet: bool) -> None:
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise WrongUse(f"The database does not answer: {str(error).splitlines()[0]}") from None
    if waiting:
        if not quiet:
            say("Making the tables …")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)


def organisation(slug: str) -> Any:
    from alongside.organisation import queries

    found = queries.by_slug(slug)
    if found is None:
        known = ", ".join(queries.all_organisations().values_list("slug", flat=True)) or "none yet"
        raise WrongUse(f"There is no organisation “{slug}”. Known: {known}.")
    return found


def organisation_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--organisation", metavar="SLUG", required=True, help="its short name in addresses")


def period_argument(parser: ArgumentParser, required: bool = True) -> None:
    parser.add_argument(
        "--period", required=required, help="a month (2026-10), a quarter (2026-q3) or a year (2026, in which it began)"
    )


def json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def complain(text: str) -> None:
    print(f"alongside: {text}", file=sys.stderr, flush=True)  # noqa: T201


def print_json(value: Any) -> None:
    say(json.dumps(value, indent=2, ensure_ascii=False, default=str))


def answer(args: Namespace, value: Any, tell: Callable[[Any], None]) -> None:
    """As JSON where that was asked for, else in words."""
    if wants_json(args):
        print_json(value)
    else:
        tell(value)


def wants_json(args: Namespace) -> bool:
    return bool(getattr(args, "json", False))
