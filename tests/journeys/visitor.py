"""Somebody with a browser of their own. What they do reads as a sentence, and every page is looked at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, Self

from playwright.sync_api import BrowserContext, Locator, Page

from .looking import too_wide, violations

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
FINE = {200, 422}  # 422: the page says what to put right
PARTS = "tr, li, dl > div, article"  # of a page, each about one thing


def _named(where: Page | Locator, name: str) -> Locator | None:
    """A button before a link, the whole name before a part of it."""
    kinds: tuple[tuple[Literal["button", "link"], bool], ...] = (
        ("button", True),
        ("link", True),
        ("button", False),
        ("link", False),
    )
    for role, exact in kinds:
        found = where.get_by_role(role, name=name, exact=exact)
        if found.count():
            return found.first
    return None


class Visitor:
    def __init__(self, context: BrowserContext, base: str, javascript: bool) -> None:
        self.context, self.base, self.javascript = context, base, javascript
        self.page: Page = context.new_page()
        self.strangers: list[str] = []
        self.answered, self.sort = 200, ""
        self.page.on("request", self._notice)
        self.page.on("response", self._hear)

    def _notice(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "about:", "blob:")):
            self.strangers.append(request.url)

    def _hear(self, response: Any) -> None:
        if response.request.is_navigation_request():
            self.answered, self.sort = response.status, response.headers.get("content-type", "")

    # Going somewhere

    def goes_to(self, path: str, look: bool = True) -> Self:
        self.page.goto(self.base + path)
        return self.looks() if look else self

    def is_refused(self, path: str, status: int = 404) -> Self:
        self.page.goto(self.base + path)
        return self.looks(status)

    def follows(self, name: str, within: str = "") -> Self:
        """A link or a button: what matters is where it leads. `within`: words of the row or card it stands in."""
        with self.page.expect_navigation():
            self._found(name, within).click()
        return self.looks()

    presses = follows

    def _found(self, name: str, within: str) -> Locator:
        """What the page is about comes before what stands on every page."""
        if within:
            places = [self.page.locator(PARTS).filter(has_text=within).last]
        else:
            places = [self.page.locator("main"), self.page.locator("body")]
        found = next((each for place in places if (each := _named(place, name))), None)
        assert found, f"there is no “{name}” on {self.page.url}:\n{self.text()[:3000]}"
        return found

    # Filling in

    def writes(self, label: str, text: str) -> Self:
        self.page.get_by_label(label).first.fill(text)
        return self

    def chooses(self, label: str, question: str = "") -> Self:
        asked = self.page.get_by_role("group", name=question) if question else self.page
        asked.get_by_label(label).first.check()
        return self

    def picks(self, label: str, option: str) -> Self:
        """An option by its words, or by the beginning of them."""
        box = self.page.get_by_label(label).first
        words = box.locator("option").filter(has_text=re.compile(f"^\\s*{re.escape(option)}")).first.inner_text()
        box.select_option(label=words)
        return self

    def hands_over(self, label: str, file: Path) -> Self:
        self.page.get_by_label(label).first.set_input_files(file)
        return self

    # Reading

    def reads(self, *words: str) -> Self:
        for each in words:
            assert each in self.text(), f"“{each}” is not on {self.page.url}:\n{self.text()[:3000]}"
        return self

    def does_not_read(self, *words: str) -> Self:
        for each in words:
            assert each not in self.text(), f"“{each}” is on {self.page.url}"
        return self

    def text(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.base)

    def looks(self, status: int | None = None) -> Self:
        """Every step ends here."""
        assert self.answered in ({status} if status else FINE), f"{self.page.url}: {self.answered}\n{self.text()[:800]}"
        assert self.strangers == []
        assert too_wide(self.page) == [], self.page.url
        assert not self.javascript or violations(self.page) == [], self.page.url
        return self
