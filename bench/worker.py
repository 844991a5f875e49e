"""A process of its own for what runs inside Django: `python -m bench.worker load small`. Prints one JSON object."""

from __future__ import annotations

import json
import os
import sys

import django


def main(command: str, *words: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()
    from . import inside  # it needs the models

    print(json.dumps(inside.COMMANDS[command](*words)))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
