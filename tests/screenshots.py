"""Take the pictures of docs/screenshots from a demonstration made for it: `make screenshots`."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from .small_png import smaller

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
WIDTHS = {1280: 800, 320: 640}
PATIENCE = 300  # seconds for the demonstration to be made

# The picture's name, whose eyes, and the way there: an address (and a link there), or a step of the story.
PICTURES: tuple[tuple[str, str, str], ...] = (
    ("first-page", "", "/"),
    ("public-page", "", "/tenter-row/"),
    ("say-something", "", "/tenter-row/say/"),
    ("what-came-of-it", "", "step 8"),
    ("my-page", "Mo", "/me/"),
    ("opportunity", "Ryan", "step 3"),
    ("desk", "Callum", "/tenter-row/desk/"),
    ("voices", "Callum", "/tenter-row/voices/"),
    ("decision", "Gail", "step 6"),
    ("voice", "Callum", "/tenter-row/voices/?state=challenged > They promised us a door bell"),
    ("board", "Roy", "/tenter-row/board/"),
    ("map", "Roy", "/tenter-row/map/?period=2026"),
    ("account", "", "/tenter-row/account/2025/"),
)


@contextmanager
def demonstration() -> Iterator[str]:
    """A fresh one, served on a free port."""
    with tempfile.TemporaryDirectory(prefix="alongside-screenshots-") as data, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        server = subprocess.Popen([sys.executable, "-m", "alongside", "demo", "--data", data, "--port", str(port)])
        try:
            wait_for(base := f"http://127.0.0.1:{port}", server)
            yield base
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _second in range(PATIENCE):
        if server.poll() is not None:
            sys.exit("The demonstration did not start.")
        try:
            urlopen(base, timeout=10).close()
        except (URLError, ConnectionError):
            time.sleep(1)
        else:
            return
    sys.exit(f"The demonstration was not there after {PATIENCE} seconds.")


def go(page: Page, base: str, who: str, way: str) -> None:
    page.goto(f"{base}/demo/")
    if way.startswith("step "):
        number = way.removeprefix("step ")
        page.locator(f"form:has(input[name=step][value='{number}'])").get_by_role("button").click()
    else:
        if who:
            page.get_by_role("button", name=f"Become {who}", exact=True).first.click()
        address, _, link = way.partition(" > ")
        page.wait_for_load_state()
        page.goto(base + address)
        if link:
            page.get_by_role("link", name=link).first.click()
    page.wait_for_load_state()


def take(browser: Browser, base: str, name: str, who: str, way: str) -> None:
    for width, height in WIDTHS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        page = context.new_page()
        go(page, base, who, way)
        picture = page.screenshot(full_page=True, animations="disabled")
        page.goto("about:blank")  # where no policy keeps the browser from counting
        (FOLDER / f"{name}-{width}.png").write_bytes(smaller(page, picture))
        context.close()


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with demonstration() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, who, way in PICTURES:
            take(browser, base, name, who, way)
        browser.close()
    for picture in sorted(FOLDER.iterdir()):
        sys.stdout.write(f"{picture.relative_to(FOLDER.parent.parent)}  {picture.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main()
