"""Checks that need Django but no test: nothing missing in the migrations, no system warning, every template parses."""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.core.management import CommandError, call_command
from django.template import TemplateSyntaxError, engines

PACKAGE = Path(__file__).resolve().parents[1] / "alongside"


def broken_templates() -> list[str]:
    broken = []
    for path in sorted(PACKAGE.glob("*/templates/**/*.html")):
        try:
            engines["django"].from_string(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            broken.append(f"{path.relative_to(PACKAGE)}: {error}")
    return broken


def main() -> int:
    django.setup()
    try:
        call_command("check", fail_level="WARNING", verbosity=0)
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except (CommandError, SystemExit) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    broken = broken_templates()
    for line in broken:
        print(line, file=sys.stderr)  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
