"""A real browser, with and without JavaScript, on a wide screen and a phone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from alongside.people.services.register import keep_tokens
from tests import cast as casting

from .looking import AXE
from .visitor import PHONE, WIDE, Visitor

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser driver runs a loop of its own
PATIENCE = 20_000  # milliseconds: builds share their machine


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def stage(transactional_db: None) -> casting.Cast:
    """The cast, in a database that the server's own thread sees too; they can be found by name."""
    cast = casting.build()
    for person in cast.people.values():
        keep_tokens(person)
    return cast


@pytest.fixture
def come(browser: Browser, live_server: Any, stage: casting.Cast) -> Iterator[Callable[..., Visitor]]:
    """`come("cora", phone=True)`: somebody of the cast, signed in; "public" is nobody."""
    contexts: list[BrowserContext] = []

    def visitor(who: str, *, phone: bool = False, javascript: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else WIDE, java_script_enabled=javascript, locale="en-GB", accept_downloads=True
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if javascript:
            context.add_init_script(AXE)  # half a megabyte: once, and not for each page
        if who != "public":
            context.add_cookies([{"name": "sessionid", "value": session_of(stage.users[who]), "url": live_server.url}])
        return Visitor(context, live_server.url, javascript)

    yield visitor
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(come: Callable[..., Visitor]) -> Callable[..., Visitor]:
    """With JavaScript: only then can each step be looked at by the checker. What is told in a story without it is
    said in the story itself."""
    return come


@pytest.fixture
def either_way(come: Callable[..., Visitor], javascript: bool) -> Callable[..., Visitor]:
    """With JavaScript and then without: for the stories in which everything else is met."""
    return partial(come, javascript=javascript)


def session_of(user: Any) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.set_expiry(timedelta(days=365))  # journeys may last for months
    session.create()
    return str(session.session_key)
