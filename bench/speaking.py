"""People who say something on the public page, as fast as the pages answer. No browser: the same requests, by hand."""

from __future__ import annotations

import http.client
import re
import secrets
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode

from .databases import ROOT, Environment, plain
from .serving import free_port, served, wait_for

SLUG = "bench-house"
ADDRESS = f"/{SLUG}/say/"
SEE_OTHER = 303
BEGINNING = "The waiting room was cold again on visit"


@dataclass
class Said:
    """`kept`: the words that the page said it has; `seconds`: how long each took; `failed`: what else it answered."""

    kept: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def slowest_of_99(self) -> float:
        ordered = sorted(self.seconds)
        return ordered[int(0.99 * (len(ordered) - 1))] if ordered else float("inf")


@contextmanager
def pages_of(environment: Environment, workers: int = 3) -> Iterator[tuple[int, int]]:
    """The product, served as the README says; its port, and the number of its process group."""
    port = free_port()
    command = [sys.executable, "-m", "alongside", "serve", "--port", str(port), "--workers", str(workers)]
    at_once = {**plain(environment), "ALONGSIDE_MOST_FROM_ONE_PLACE": "0"}  # all of them come from this machine
    with served(command, ROOT, at_once) as running:
        wait_for(f"http://127.0.0.1:{port}{ADDRESS}", running)
        yield port, running.pid


class Visitor:
    """One connection that stays open, from an address of its own, with the form before it."""

    def __init__(self, port: int, number: int) -> None:
        self.number, self.said, self.cookie = number, count(1), ""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        page = self._ask("GET")
        form = page.read().decode()
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[0]
        cookies = [part.split(";")[0] for part in page.headers.get_all("Set-Cookie") or ()]
        self.cookie = next(part for part in cookies if "csrf" in part.split("=")[0])

    def say(self, said: Said) -> None:
        words = f"{BEGINNING} {next(self.said)} of {self.number}: {secrets.token_hex(8)}"
        fields = {"csrfmiddlewaretoken": self.token, "once": secrets.token_hex(16), "kind": "idea", "words": words}
        start = time.perf_counter()
        answer = self._ask("POST", urlencode({**fields, "unit": "", "uses": "inside"}))
        answer.read()
        said.seconds.append(time.perf_counter() - start)
        if answer.status == SEE_OTHER:
            said.kept.append(words)
        else:
            said.failed.append(str(answer.status))

    def _ask(self, method: str, body: str = "") -> http.client.HTTPResponse:
        headers: Mapping[str, str] = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie,
            "X-Forwarded-For": f"198.51.100.{self.number % 250}",
        }
        self.connection.request(method, ADDRESS, body or None, dict(headers))
        return self.connection.getresponse()


def speak(port: int, visitors: int, enough: Callable[[Said], bool]) -> Said:
    """So many people at once, each saying one thing after the other, until it is enough or nobody answers."""
    said = Said()

    def go_on(number: int) -> None:
        try:
            visitor = Visitor(port, number)
            while not enough(said):
                visitor.say(said)
        except (OSError, http.client.HTTPException) as error:
            said.failed.append(type(error).__name__)

    threads = [threading.Thread(target=go_on, args=(number,)) for number in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said
