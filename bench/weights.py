"""What a contributor's browser fetches, as Chromium counts it: first view, and a later one."""

from __future__ import annotations

import gzip
import sys
import urllib.request
from typing import Any
from urllib.parse import urljoin

from .databases import ROOT, ask, database, plain
from .report import Figure, say
from .serving import free_port, served, wait_for

FIRST, LATER = 40_000, 12_000  # bytes
FIRST_ASKED, LATER_ASKED = "≤ 40 kB, nobody else asked", "≤ 12 kB, nobody else asked"
CHROMIUM = "/usr/bin/chromium"


def figures() -> list[Figure]:
    with database("sqlite") as environment:
        say("weights: making a small organisation")
        ask(environment, "load", "small")
        visitor = ask(environment, "session")
        port = free_port()
        command = [sys.executable, "-m", "alongside", "serve", "--port", str(port)]
        with served(command, ROOT, plain(environment)) as running:
            base = f"http://127.0.0.1:{port}"
            wait_for(base, running)
            return _visit(base, visitor)


class Fetched:
    """Bytes on the wire, headers included, and the addresses of others."""

    def __init__(self, page: Any, base: str) -> None:
        self.bytes, self.base, self.others = 0, base, set[str]()
        wire = page.context.new_cdp_session(page)
        wire.on("Network.loadingFinished", self._finished)
        wire.on("Network.requestWillBeSent", self._sent)
        wire.send("Network.enable")

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _sent(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith((self.base, "data:")):
            self.others.add(address)

    def take(self) -> int:
        found, self.bytes = self.bytes, 0
        return found


def _visit(base: str, visitor: dict[str, Any]) -> list[Figure]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            return [figure for path in visitor["pages"] for figure in _weigh(browser, base, path, visitor)]
        finally:
            browser.close()


def _weigh(browser: Any, base: str, path: str, visitor: dict[str, Any]) -> list[Figure]:
    context = browser.new_context()
    context.add_cookies([{"name": visitor["cookie"], "value": visitor["value"], "url": base}])
    page = context.new_page()
    fetched = Fetched(page, base)
    first = _open(page, base + path, fetched) + _icon(page, base)
    later = _open(page, base + path, fetched)
    context.close()
    alone = not fetched.others
    name = "My page" if path == "/me/" else "An opportunity"
    others = "" if alone else f", also {', '.join(sorted(fetched.others))}"
    return [
        Figure(f"{name}: first view", FIRST_ASKED, f"{first / 1000:.1f} kB{others}", first <= FIRST and alone),
        Figure(f"{name}: later view", LATER_ASKED, f"{later / 1000:.1f} kB{others}", later <= LATER and alone),
    ]


def _open(page: Any, address: str, fetched: Fetched) -> int:
    answer = page.goto(address, wait_until="networkidle")
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}.")
    return fetched.take()


def _icon(page: Any, base: str) -> int:
    """A browser without a window never asks for the icon; one with a window does."""
    found = page.locator("link[rel=icon]").first.get_attribute("href")
    request = urllib.request.Request(urljoin(base, found), headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        body = answer.read()
        packed = body if answer.headers.get("Content-Encoding") else gzip.compress(body)
        return len(packed) + len(str(answer.headers))
