"""Findings as they stand on a page: sentences in the reader's language, and what a reading is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .queries import SignRead
from .standards import MARKS, Reading, Sentence

# In words alone, without red or green: a sign is where a conversation begins.
READINGS: dict[str, Any] = {
    Reading.LOOK: _("Look at this"),
    Reading.CLEAR: _("Clear"),
    Reading.EARLY: _("Too early to say"),
    Reading.UNKNOWN: _("Not enough to tell"),
}
SHORT = 90


def marks(found: Iterable[str]) -> list[str]:
    """What is token on its face, in sentences."""
    return [gettext(MARKS[mark]) for mark in found]


def told(sentence: Sentence) -> str:
    values = {name: told(each) if isinstance(each, Sentence) else each for name, each in sentence.values.items()}
    return gettext(sentence.words) % values


@dataclass(frozen=True)
class Shown:
    """One sign as the page has it."""

    slug: str
    title: str
    reading: str
    sentences: tuple[str, ...]
    account: bool
    behind: tuple[tuple[str, str], ...]
    more: int
    source: str
    link: str
    could: str


def shown(read: SignRead) -> Shown:
    sign, finding = read.sign, read.finding
    return Shown(
        slug=sign.slug,
        title=gettext(sign.title),
        reading=finding.reading,
        sentences=tuple(map(told, finding.sentences)),
        account=finding.account,
        behind=tuple((short(each.title), each.url) for each in read.behind),
        more=read.more,
        source=gettext(sign.source),
        link=sign.link,
        could=gettext(sign.could),
    )


def short(words: str) -> str:
    """The beginning, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rsplit(" ", 1)[0] + "…"


LIMITS: dict[str, tuple[Any, Any]] = {
    "passing_percent": (
        _("How many in a hundred may go wrong"),
        _("Papers, arrangements, scope: over that, it is to be looked at. Usual: 10."),
    ),
    "unanswered_percent": (
        _("How many in a hundred may be unanswered when their day has come"),
        _("Of what people said. Usual: 10."),
    ),
    "untold_percent": (_("How many in a hundred may not have been told"), _("Of what was answered. Usual: 10.")),
    "told_days": (_("Days until somebody knows what was answered"), _("Usual: 14.")),
    "top_percent": (
        _("How many hours in a hundred may be with the three who have most"),
        _("Over that, it is always the same few. Usual: 50."),
    ),
    "agenda_percent": (
        _("How many items in a hundred should be raised by those who take part"),
        _("Under that, they only answer others' questions. Usual: 25."),
    ),
    "votes_percent": (
        _("How many votes in a hundred they should have"),
        _("On a panel or a body with seats for lived experience. Usual: 40."),
    ),
    "came_percent": (
        _("How many times in a hundred they should have been able to come"),
        _("Under that, the hour may suit staff alone. Usual: 60."),
    ),
    "paper_days": (_("Days that papers are there before a session"), _("Usual: 5.")),
    "bid_days": (_("Working days between asking people and a funding bid"), _("Usual: 15.")),
    "outside_percent": (
        _("How many decisions in a hundred may be begun by a bid, an inspection or the law"),
        _("Of those about which people were asked. Usual: 50."),
    ),
    "stayed_percent": (
        _("How many in a hundred of those who planned it should have a part in doing it"),
        _("Usual: 50."),
    ),
    "early_days": (_("Days in which something has only begun"), _("Before that, it is too early to say. Usual: 90.")),
    "settle_days": (
        _("Days after a decision until something should be different"),
        _("Before that, nobody asks what changed. Usual: 180."),
    ),
}
AGREES = [("yes", _("Agrees")), ("no", _("Does not agree"))]
