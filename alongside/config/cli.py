"""The command line: `alongside …`. Django's own commands stay behind `alongside manage …`."""

from __future__ import annotations

import os
import sys


def main(argv: list[str] | None = None) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["manage"]:
        from django.core.management import execute_from_command_line

        execute_from_command_line(["alongside manage", *words[1:]])
        return 0
    return 2
