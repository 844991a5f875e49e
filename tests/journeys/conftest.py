"""A real browser, with and without JavaScript, on a wide screen and a phone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import cast as casting

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser driver runs a loop of its own
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Visitor:
    """Somebody of the cast with a browser of their own. Every step ends with a check of the page."""

    def __init__(self, context: BrowserContext, base: str, javascript: bool) -> None:
        self.context, self.base, self.javascript = context, base, javascript
        self.page: Page = context.new_page()
        self.strangers: list[str] = []
        self.page.on("request", self._notice)

    def _notice(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "about:", "blob:")):
            self.strangers.append(request.url)

    def goes_to(self, path: str) -> Visitor:
        response = self.page.goto(self.base + path)
        assert response is not None and response.status == 200, f"{path}: {response and response.status}"
        return self.looks()

    def follows(self, name: str) -> Visitor:
        self.page.get_by_role("link", name=name).first.click()
        return self.looks()

    def presses(self, name: str) -> Visitor:
        self.page.get_by_role("button", name=name).first.click()
        return self.looks()

    def writes(self, label: str, text: str) -> Visitor:
        self.page.get_by_label(label).first.fill(text)
        return self

    def chooses(self, label: str) -> Visitor:
        self.page.get_by_label(label).first.check()
        return self

    def picks(self, label: str, option: str) -> Visitor:
        self.page.get_by_label(label).first.select_option(label=option)
        return self

    def reads(self, text: str) -> Visitor:
        assert text in self.text(), f"“{text}” is not on {self.page.url}:\n{self.text()[:3000]}"
        return self

    def does_not_read(self, text: str) -> Visitor:
        assert text not in self.text(), f"“{text}” is on {self.page.url}"
        return self

    def text(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.base)

    def looks(self) -> Visitor:
        """No violation, nothing from elsewhere, nothing wider than the screen."""
        assert self.strangers == []
        if self.javascript:
            assert violations(self.page) == [], self.page.url
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{self.page.url} is {wide}px too wide"
        return self


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", TAGS
    )
    return [f"{v['id']}: {[n['target'] for n in v['nodes']][:4]} {v['help']}" for v in found]


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def stage(transactional_db: None) -> casting.Cast:
    """The cast, in a database that the server's own thread sees too."""
    return casting.build()


@pytest.fixture
def visitor(
    browser: Browser, live_server: Any, stage: casting.Cast, javascript: bool
) -> Iterator[Callable[..., Visitor]]:
    """`visitor("cora", phone=True)`: somebody of the cast, signed in; "public" is nobody."""
    contexts: list[BrowserContext] = []

    def come(who: str, phone: bool = False) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else WIDE, java_script_enabled=javascript, locale="en-GB", accept_downloads=True
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        if who != "public":
            context.add_cookies([{"name": "sessionid", "value": session_of(stage.users[who]), "url": live_server.url}])
        return Visitor(context, live_server.url, javascript)

    yield come
    for context in contexts:
        context.close()


def session_of(user: Any) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
