"""Somebody with a browser of their own. What they do reads as a sentence, and every page is looked at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import BrowserContext, Locator, Page

from .looking import too_wide, violations

FINE = {200, 422}  # 422: the page says what to put right


class Visitor:
    def __init__(self, context: BrowserContext, base: str, javascript: bool) -> None:
        self.context, self.base, self.javascript = context, base, javascript
        self.page: Page = context.new_page()
        self.strangers: list[str] = []
        self.answered = 200
        self.page.on("request", self._notice)
        self.page.on("response", self._hear)

    def _notice(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "about:", "blob:")):
            self.strangers.append(request.url)

    def _hear(self, response: Any) -> None:
        if response.request.is_navigation_request():
            self.answered = response.status

    # Going somewhere

    def goes_to(self, path: str, look: bool = True) -> Self:
        self.page.goto(self.base + path)
        return self.looks() if look else self

    def is_refused(self, path: str, status: int = 404) -> Self:
        self.page.goto(self.base + path)
        return self.looks(status)

    def follows(self, name: str, within: str | None = None) -> Self:
        self._within(within).get_by_role("link", name=name).first.click()
        return self.looks()

    def presses(self, name: str, within: str | None = None) -> Self:
        """A button, or a link that looks like one."""
        self._within(within).get_by_role("button", name=name).first.click()
        return self.looks()

    def _within(self, words: str | None) -> Page | Locator:
        """The smallest part of the page that holds these words: a row, an item, a card."""
        if words is None:
            return self.page
        return self.page.locator("tr, li, dl > div, article, section").filter(has_text=words).last

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
