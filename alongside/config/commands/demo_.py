"""The demonstration: an invented organisation with 18 months of life in it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from ..cli import WrongUse
from .common import prepare, say
from .serve_ import WORKERS, serve

HELP = "Load the demonstration organisation into a data folder and serve it."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-serve", action="store_true", help="load it, and stop")


def run(args: Namespace) -> int:
    os.environ["ALONGSIDE_DEMONSTRATION"] = "yes"
    os.environ.setdefault("ALONGSIDE_DATA", "data/demo")
    os.environ.setdefault("ALONGSIDE_ADDRESS", f"http://127.0.0.1:{args.port}")
    prepare(make=True, quiet=False)
    import alongside.demo.seed as seed
    from alongside.organisation.queries import all_organisations, by_slug

    if all_organisations().exclude(slug__in=seed.SLUGS).exists():
        raise WrongUse("This data folder holds a real organisation. In the demonstration anybody may become anybody.")
    if by_slug(seed.SLUG) is None:
        say("Loading the demonstration organisation …")
        seed.load()
    if args.no_serve:
        return 0
    serve("127.0.0.1", args.port, workers=WORKERS)
    return 0
