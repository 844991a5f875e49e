"""Every address of the access tables, wide and on a phone, before and after somebody has touched it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Error

from tests import make
from tests.cast import Cast
from tests.house.access import Access
from tests.house.test_access import tables

from .looking import too_wide, violations
from .visitor import FINE, PHONE, WIDE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]

# Three pairs of eyes, as the same address may show each of them something else: the first of each row who may open it.
EYES = (
    ("cora",),
    ("public",),
    ("coordinator", "administrator", "manager", "board", "safeguarding", "finance", "staff"),
)
# Those who look at many pages share them out, so that several can look at once.
SHARES = {role: range({"cora": 3, "coordinator": 3}.get(role, 1)) for row in EYES for role in row}
# Of the sign-in library, which has no table: who looks at them, where.
SIGNING_IN = {
    "public": ["/accounts/login/", "/accounts/signup/", "/accounts/inactive/"],
    "cora": ["/accounts/logout/", "/accounts/passkeys/add/"],
}
NOT_THERE = "/harbour/nothing-here/"
# Somebody who pauses need not say anything: sent without a word it is done, and other pages close.
ALL_IN_ONE_PRESS = "/pause/"

OPEN_ALL = "[...document.querySelectorAll('details')].map(each => each.open = true).length"
# A form with something to fill in. The others only ask “are you sure?”.
FORM = "main form[method=post]:has(textarea, select, input:not([type=hidden]))"
# Straight away: who looks for a button waits until it stands still, and every page has many.
SEND_EMPTY = """form => {
    form.querySelectorAll('textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')
        .forEach(each => each.value = '')
    form.querySelectorAll('input').forEach(each => each.checked = false)
    form.querySelectorAll('select').forEach(each => each.selectedIndex = 0)
    form.querySelector('button').click()
}"""


def seen_by(role: str, share: int, stage: Cast) -> list[str]:
    """The addresses at which this role looks, as there is something at each."""
    entries = [entry for entry in tables() if not entry.posts and role in eyes_of(entry)][share :: len(SHARES[role])]
    urls = [*dict.fromkeys(entry.url(stage) for entry in entries)]
    urls += [] if share else [*SIGNING_IN.get(role, []), NOT_THERE]
    return sorted(urls, key=lambda url: url.endswith(ALL_IN_ONE_PRESS))


def eyes_of(entry: Access) -> set[str]:
    return {next((role for role in row if role in entry.who), "") for row in EYES}


class Looker:
    """The checker looks at each page once, with everything unfolded. `staff`: at one as it stands on a desk, at the
    next as on a phone; and at every second mistake. Otherwise, for whoever takes part, always on a phone. Nothing may
    be too wide anywhere."""

    def __init__(self, visitor: Visitor, staff: bool = True) -> None:
        self.visitor, self.page, self.staff = visitor, visitor.page, staff
        self.at_desk = False
        self.wrong: list[str] = []

    def looks_at(self, url: str) -> bool:
        """As it comes on a desk or on a phone, then as it stands on the other. False where there is nothing to fill in:
        a file, or a page to read."""
        if not self.goes_to(url):
            return False
        self.at_desk = not self.at_desk
        fine = {404} if url == NOT_THERE else {200}
        told = "unfolded" if self.page.evaluate(OPEN_ALL) else "as it comes"
        for screen in (self.page.viewport_size, PHONE if self.page.viewport_size == WIDE else WIDE):
            self.stands_on(screen)
            self.notes(told, fine, checked=(screen == WIDE) is (self.staff and self.at_desk))
        return self.page.locator(FORM).count() > 0

    def stands_on(self, screen: Any) -> None:
        if self.page.viewport_size != screen:
            self.page.set_viewport_size(screen)

    def goes_to(self, url: str) -> bool:
        """False for a file, which is no page."""
        try:
            self.visitor.goes_to(url, look=False)
        except Error as error:
            if "Download is starting" not in error.message:
                raise
            return False
        # A picture, say, is served where no script runs, and a script that looks would wait for ever.
        return self.visitor.sort.startswith("text/html")

    def sends(self, url: str) -> None:
        """What was sent elsewhere before may have closed this one."""
        self.stands_on(PHONE)
        if self.goes_to(url) and self.page.locator(FORM).count():
            with self.page.expect_navigation():
                self.page.locator(FORM).first.evaluate(SEND_EMPTY)
            self.at_desk = not self.at_desk
            self.notes("sent without a word", FINE, checked=not self.staff or self.at_desk)

    def notes(self, when: str, fine: set[int], checked: bool = True) -> None:
        found = [] if self.visitor.answered in fine else [f"answered {self.visitor.answered}"]
        found += [*(violations(self.page) if checked else ()), *too_wide(self.page), *self.visitor.strangers]
        where = f"{self.page.url} at {self.page.viewport_size['width']} {when}"
        self.wrong += [f"{where}: {each}" for each in found]


@pytest.mark.parametrize(("role", "share"), [(role, share) for row in EYES for role in row for share in SHARES[role]])
def test_every_page_is_for_everybody(role: str, share: int, stage: Cast, come: Callable[..., Visitor]) -> None:
    make.busy(stage)
    urls = seen_by(role, share, stage)
    looker = Looker(come(role), staff=role not in ("cora", "public"))
    forms = [url for url in urls if looker.looks_at(url)]
    for url in forms:
        looker.sends(url)
    assert looker.wrong == []


def test_the_check_finds_what_it_is_for(stage: Cast, come: Callable[..., Visitor]) -> None:
    looker = Looker(come("public"))
    looker.page.set_content(
        "<!doctype html><main><img src='/x.png'><p style='width:3000px'>Wide</p><a href='https://example.com/'></a></main>"
    )
    looker.notes("broken on purpose", {200})
    found = " ".join(looker.wrong)
    for problem in ("image-alt", "link-name", "html-has-lang", "wider than the screen"):
        assert problem in found


def test_what_is_sent_without_a_word_comes_back_as_a_mistake(come: Callable[..., Visitor]) -> None:
    looker = Looker(come("public"))
    assert looker.looks_at("/harbour/say/")
    looker.sends("/harbour/say/")
    assert looker.wrong == [] and looker.visitor.answered == 422
