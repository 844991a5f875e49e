"""One thing that was said with what came of it, as everybody sees it: short in a list, whole on its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from alongside.core.parts import Moment
from alongside.organisation.models import Organisation

from . import progress, queries, story
from .models import Contribution
from .models.contributions import CHALLENGED, DEFERRED

SHORT = 400  # letters of one text in a list: a page of them stays light
MOMENTS = 4


@dataclass(frozen=True)
class Entry:
    """`when` is a month: the day on which something was said can tell who said it."""

    words: SafeString
    rendering: SafeString
    by: str
    when: str
    what: tuple[Any, str]  # what came of it, and its tone
    moments: list[Moment]
    url: str
    more: bool  # there is more than stands here
    asked: str = ""  # what the words reply to
    lang: str = ""


def short(organisation: Organisation, rows: Iterable[Contribution]) -> list[Entry]:
    return [_short(_entry(each, organisation.slug)) for each in queries.heard_entries(organisation, rows)]


def whole(organisation: Organisation, row: Contribution) -> Entry:
    (heard,) = queries.heard_entries(organisation, [row])
    return _entry(heard, organisation.slug)


def _entry(heard: queries.Heard, slug: str) -> Entry:
    row = heard.contribution
    moments = story.heard(heard.answers, heard.challenges, heard.changes, slug)
    if row.state in (CHALLENGED, DEFERRED) and heard.challenges:
        moments.append(Moment(None, _("A new answer is owed, and has not come yet"), tone="late"))
    what = progress.ANSWERS[row.answer_kind]
    url = f"/{slug}/heard/{row.showing.code}/"
    return Entry(heard.words, heard.rendering, heard.by, month(row.said_on), what, moments, url, False, *_beside(row))


def _beside(row: Contribution) -> tuple[str, str]:
    """What the words reply to, and their language."""
    return row.question.text if row.question else "", row.lang


def _short(entry: Entry) -> Entry:
    moments = [replace(each, text=_cut(each.text)) for each in entry.moments[-MOMENTS:]]
    words = _cut(entry.words)
    cut = words != entry.words or len(entry.moments) > MOMENTS or bool(entry.rendering)
    cut = cut or any(one.text != other.text for one, other in zip(moments, entry.moments[-MOMENTS:], strict=True))
    return replace(entry, words=words, moments=moments, more=cut, rendering=SafeString(""))


def _cut(text: Any) -> Any:
    """The beginning. What has bars in it is counted without the marks around them."""
    if isinstance(text, SafeString):
        return SafeString(Truncator(text).chars(SHORT, html=True)) if len(text) > SHORT else text
    return Truncator(str(text)).chars(SHORT)


def month(day: date) -> str:
    return date_format(day, "F Y")


@dataclass(frozen=True)
class FeedEntry:
    code: str
    title: str
    updated: str


def for_feed(rows: Iterable[Contribution]) -> Iterator[FeedEntry]:
    for row in rows:
        words, _tone = progress.ANSWERS[row.answer_kind]
        shown = max(row.told_on or row.public_on, row.public_on or row.told_on)  # type: ignore[type-var]
        at = timezone.make_aware(datetime.combine(shown, time()))  # type: ignore[arg-type]
        yield FeedEntry(row.showing.code, _("Somebody said something: %(what)s") % {"what": words}, at.isoformat())
