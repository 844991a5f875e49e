"""What stands in a cell of a page, as it stands in a cell of a file: text, a number, a day or a moment."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Plain = str | int | float | Decimal | dt.date | dt.datetime | None
Line = Sequence[Plain]

NOTHING = ("", "–")
LONGEST_NUMBER = 15  # digits that a spreadsheet keeps
REMEMBERED = 300  # letters: longer pieces of a page are seldom twice the same
_LINE_END = re.compile("\r\n?")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(,\d{3}){1,4})(\.\d{1,6})?")


def plain(value: Any, numeric: bool = False) -> Plain:
    """`numeric`: it stands in a column of numbers, where a text of digits is one."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int | float | Decimal):
        return value if _fits(value) else str(value)
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.replace(tzinfo=None, microsecond=0)
    if value is None or isinstance(value, dt.date):
        return value
    text = clean(text_of(value) if isinstance(value, SafeString) else str(value))
    if text in NOTHING:
        return None
    return Decimal(text.replace(",", "")) if numeric and _NUMBER.fullmatch(text) else text


def _fits(value: float | Decimal) -> bool:
    return math.isfinite(value) and abs(value) < 10**LONGEST_NUMBER


def clean(text: str) -> str:
    """What no file of text can hold is seen to have been there."""
    return _NOT_TEXT.sub("\ufffd", _LINE_END.sub("\n", text))


def text_of(html: str) -> str:
    """The words of a piece of a page, without its marks and what is drawn for the eye alone."""
    if "<" not in html and "&" not in html:
        return str(html)
    return _remembered(str(html)) if len(html) <= REMEMBERED else _read(str(html))


def _read(html: str) -> str:
    reader = Words()
    reader.feed(html)
    reader.close()
    return reader.text


_remembered = lru_cache(maxsize=2048)(_read)  # a state, an age: the same few, thousands of times


class Words(HTMLParser):
    BREAKS = frozenset({"br", "p", "li", "div", "dt", "dd"})
    ALONE = frozenset({"br", "img", "input", "wbr", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0  # how deep inside something that is not read out

    @property
    def text(self) -> str:
        lines = "".join(self.found).split("\n")
        return "\n".join(line.strip(" ") for line in lines).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        begins = tag in self.BREAKS or ("class", "al-quiet") in attrs
        if begins and not self.hidden and self.found and self.found[-1] != "\n":
            self.found.append("\n")
        if tag not in self.ALONE and (self.hidden or ("aria-hidden", "true") in attrs):
            self.hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)
