"""The words of an e-mail that was only written as HTML. Nothing of its looks, its scripts or its addresses."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BREAKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr", "section"}
UNSEEN = {"script", "style", "head", "title", "template", "noscript", "svg"}
QUOTES = {"blockquote"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.unseen = self.quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen += 1
        elif tag in QUOTES:
            self.quoted += 1
            self.found.append("\n")
        elif tag in BREAKS:
            self.found.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in QUOTES:
            self.quoted = max(0, self.quoted - 1)
            self.found.append("\n")
        elif tag in BREAKS - {"br", "hr"}:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        plain = re.sub(r"\s+", " ", data)
        if self.quoted and plain.strip():
            plain = f"\n> {plain.strip()}"
        self.found.append(plain)


def text_of_html(html: str) -> str:
    """Line by line, with what is quoted marked as in plain text."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (line.strip(" \t\xa0") for line in "".join(words.found).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
