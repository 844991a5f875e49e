"""Serve the product with gunicorn."""

from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from urllib.parse import urlsplit

from ..cli import WrongUse
from .common import prepare, say

LOCAL = ("localhost", "127.0.0.1", "::1")
PORTS = {"http": 80, "https": 443}
# Threads of one process wait for each other at every statement that comes back: few in each, and more processes.
WORKERS, THREADS = 3, "2"
HELP = "Serve the pages. Makes a new data folder when there is none."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=WORKERS)


def run(args: Namespace) -> int:
    prepare(make=True, quiet=False)
    refuse_unsafe()
    show_start_code()
    warn_of_address(args.port)
    serve(args.host, args.port, args.workers)
    return 0


def refuse_unsafe() -> None:
    """In production: no default secret, no debug, no missing hosts, no missing TLS proxy."""
    from django.conf import settings

    from ..environment import production_problems

    if problems := production_problems(settings):
        raise WrongUse("not safe to serve in production: " + " ".join(problems))


def warn_of_address(port: int) -> None:
    """On one's own computer the links in messages must lead to the port that is served. Behind a proxy they differ."""
    from django.conf import settings

    address = urlsplit(settings.ASSUME_PUBLIC_ADDRESS)
    if address.hostname in LOCAL and (address.port or PORTS[address.scheme]) != port:
        say(
            f"Careful: links in messages lead to {settings.ASSUME_PUBLIC_ADDRESS}, but the pages are at port {port}. "
            f"Set ALONGSIDE_ADDRESS=http://{address.hostname}:{port}, or serve on the other port."
        )


def show_start_code() -> None:
    from django.conf import settings

    from alongside.home.start_code import make_start_code
    from alongside.organisation.queries import all_organisations

    if all_organisations().exists():
        return
    say("There is no organisation yet: the first page makes one.")
    if settings.PRODUCTION:
        say(f"It asks for this code, which works once: {make_start_code()}")


def serve(host: str, port: int, workers: int) -> None:
    """Gather the static files, then become gunicorn. Never returns."""
    from django.conf import settings

    check_port(host, port)
    gather_static()
    os.environ["ALONGSIDE_DATA"] = str(settings.DATA)
    os.environ["ALONGSIDE_COLLECTED"] = "yes"
    say(f"Alongside is at http://{host}:{port}/ (Ctrl+C stops it).")
    os.chdir(Path(__file__).resolve().parents[3])
    os.execv(  # noqa: S606  the same Python, no shell
        sys.executable,
        [
            *(sys.executable, "-m", "gunicorn", "alongside.config.wsgi:application"),
            *("--bind", f"{host}:{port}", "--workers", str(workers), "--threads", THREADS),
            *("--worker-class", "gthread", "--log-level", "warning", "--timeout", "60"),
        ],
    )


def check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise WrongUse(f"Port {port} is taken. Choose another with --port N.") from None


def gather_static() -> None:
    """Names with a hash, compressed beside the plain files, into the data folder."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import override_settings

    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    with override_settings(STORAGES=storages, STATIC_ROOT=settings.DATA / "static"):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
