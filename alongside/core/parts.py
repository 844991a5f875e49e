"""Small parts of pages, in Python: shapes that the template tags draw, and the text they need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .dates import AGE_EDGES, long_day

SHORT_STATE = 14  # letters
TONES = ("open", "waiting", "done", "refused", "late", "quiet")

# What the organisation calls the people it works with, until it says otherwise in its settings.
WORDS: dict[str, Any] = {"person": gettext_lazy("contributor"), "people": gettext_lazy("contributors")}


@dataclass(frozen=True)
class Bar:
    """One bar: `value`, out of `of` when there is a whole. `level` 1–3 darkens it like an age band."""

    label: Any
    value: float
    of: int | None = None
    level: int = 0
    url: str = ""


@dataclass(frozen=True)
class Moment:
    """One step of a timeline. `tone` marks it; `coming` has not happened yet."""

    at: dt.date | dt.datetime | None
    title: Any
    text: Any = ""
    by: Any = ""
    url: str = ""
    tone: str = "quiet"
    coming: bool = False


def state_tag(label: Any, tone: str = "quiet") -> SafeString:
    """A state in words; the tone adds a mark and a colour, never the meaning alone. A few words stay in one line."""
    short = " al-tag--short" if len(str(label)) <= SHORT_STATE else ""
    tone = tone if tone in TONES else "quiet"
    return format_html('<strong class="al-tag al-tag--{}{}">{}</strong>', tone, short, label)


def age_level(days: int, edges: Sequence[int] = AGE_EDGES) -> int:
    """1 for fresh to 3 for old: the bands of core/dates.py."""
    return 1 + sum(days >= edge for edge in edges)


def age_band(days: int | None, text: Any = "", edges: Sequence[int] = AGE_EDGES) -> SafeString:
    """How old a debt is: words, and as many filled marks as its band."""
    if days is None:
        return SafeString("–")
    words = text or ngettext("%d day", "%d days", days) % days
    level = age_level(days, edges)
    marks = format_html('<span class="al-age__marks" aria-hidden="true">{}</span>', "●" * level + "○" * (3 - level))
    return format_html('<span class="al-age al-age--{}">{} {}</span>', level, marks, words)


def day(value: dt.date | dt.datetime | None) -> str:
    """27 March 2026, in the zone of the page."""
    if value is None:
        return "–"
    if isinstance(value, dt.datetime):
        value = (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return long_day(value)


def clock(value: dt.time | dt.datetime) -> str:
    """2pm, 2:30pm, noon, midnight; a moment in the zone of the page."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    if (value.hour, value.minute) in {(12, 0), (0, 0)}:
        return _("noon") if value.hour else _("midnight")
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{(value.hour - 1) % 12 + 1}{minutes}{'am' if value.hour < 12 else 'pm'}"


def moment(value: dt.datetime | None) -> str:
    """27 March 2026, 2:30pm"""
    if value is None:
        return "–"
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{long_day(local.date())}, {clock(local)}"


def timed(value: dt.date | dt.datetime | None) -> SafeString:
    """The day in words, for machines too."""
    if value is None:
        return SafeString("–")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), day(value))


def word(request: HttpRequest | None, key: str, capital: bool = False) -> str:
    """The organisation's own term; config puts `words` on the request."""
    own: Mapping[str, Any] = getattr(request, "words", None) or {}
    found = str(own.get(key) or WORDS.get(key, key))
    return found[:1].upper() + found[1:] if capital else found


def shown(value: Any) -> Any:
    """A value as a cell or a fact shows it."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None or value == "":
        return "–"
    if isinstance(value, dt.date):
        return timed(value)
    return value


def paragraphs(first: Any, *more: Any) -> SafeString:
    """A line, and quieter ones below it."""
    quiet = format_html_join("", '<br><span class="al-quiet" dir="auto">{}</span>', ((each,) for each in more if each))
    return format_html('<span dir="auto">{}</span>{}', first, quiet)
