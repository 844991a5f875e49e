"""Somebody's own record: what may stand in it, what they choose of it, and the text that is signed. Pure.

What is signed is one mapping of JSON types. The page that shows it before, the PDF, the file and the page on which
anybody checks it all read the same mapping, so nobody signs anything that the person did not see.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.audit.sealing import canonical
from alongside.core.dates import long_day

KIND = "alongside own record 1"  # what a signed text says of itself; another shape is another number
DID, SAID, CHANGED, LEARNED = "did", "said", "changed", "learned"
PARTS: Mapping[str, Any] = {
    DID: gettext_lazy("What I did"),
    SAID: gettext_lazy("What I said, and what came of it"),
    CHANGED: gettext_lazy("What changed"),
    LEARNED: gettext_lazy("What I learned"),
}
MOST = 1000  # lines; older ones are left out, and the page says so


@dataclass(frozen=True)
class Line:
    """One thing that may stand in it. `where` is the service, and goes when names of services are left out.

    `verbatim`: `what` is the person's own words, which nobody alters, not even to take a name out.
    """

    key: str
    part: str
    what: str
    day: date | None = None
    facts: Sequence[str] = ()
    where: str = ""
    verbatim: bool = False
    minutes: int = 0
    preparing: int = 0


@dataclass(frozen=True)
class Wanted:
    """What somebody chose: which lines, with which words of their own, under which name, with services or without."""

    keys: Collection[str]
    name: str
    services: bool = True
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What the record says besides its lines."""

    organisation: str
    address: str
    today: date
    language: str = "en-gb"
    service_names: Sequence[str] = ()


def composed(lines: Iterable[Line], wanted: Wanted, setting: Setting) -> dict[str, Any]:
    chosen = [line for line in lines if line.key in wanted.keys]
    names = () if wanted.services else setting.service_names
    return {
        "record": KIND,
        "organisation": setting.organisation,
        "address": setting.address,
        "person": wanted.name,
        "made_on": setting.today.isoformat(),
        "language": setting.language,
        "says": _says(setting, wanted.name),
        "parts": [
            _part(part, of_part, wanted, names)
            for part in PARTS
            if (of_part := [line for line in chosen if line.part == part])
        ],
    }


def _says(setting: Setting, person: str) -> list[str]:
    facts = {"organisation": setting.organisation, "person": person, "day": long_day(setting.today)}
    return [
        _("%(organisation)s confirms that this stands in what it keeps, on %(day)s.") % facts,
        _("%(person)s chose what is shown here. There may be more.") % facts,
        _("What stands after “In my own words” was written by %(person)s, and is theirs alone to answer for.") % facts,
    ]


def _part(part: str, lines: Sequence[Line], wanted: Wanted, names: Sequence[str]) -> dict[str, Any]:
    return {
        "part": part,
        "title": str(PARTS[part]),
        "own_words": wanted.words.get(part, ""),
        "sum": hours_of(lines),
        "lines": [_line(line, wanted, names) for line in lines],
    }


def _line(line: Line, wanted: Wanted, names: Sequence[str]) -> dict[str, Any]:
    facts = [line.where, *line.facts] if line.where and wanted.services else line.facts
    return {
        "day": line.day.isoformat() if line.day else "",
        "what": line.what if line.verbatim else without(line.what, names),
        "facts": [without(fact, names) for fact in facts],
        "own_words": wanted.words.get(line.key, ""),
    }


def hours_of(lines: Iterable[Line]) -> str:
    """Of the sessions that are shown, preparation told apart."""
    shown = list(lines)
    there, before = sum(line.minutes for line in shown), sum(line.preparing for line in shown)
    if not there + before:
        return ""
    if not before:
        return _("Time in all: %(all)s.") % {"all": duration(there)}
    return _("Time in all: %(all)s, of which %(before)s to prepare.") % {
        "all": duration(there + before),
        "before": duration(before),
    }


def duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = []
    if hours:
        words.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours})
    if rest or not hours:
        words.append(ngettext("%(n)s minute", "%(n)s minutes", rest) % {"n": rest})
    return _(" and ").join(words)


def without(text: str, names: Sequence[str]) -> str:
    """The organisation's own text without the names of its services."""
    if not names:
        return text
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in longest_first)
    return re.sub(rf"(?<!\w)(?:the\s+)?(?:{pattern})(?!\w)", _("a service"), text, flags=re.IGNORECASE)


def seen_as(facts: Mapping[str, Any]) -> str:
    """What the person looked at: when it is made it must still be that."""
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def as_shown(facts: Mapping[str, Any]) -> dict[str, Any]:
    """For a page: days as people say them."""
    parts = [
        {**part, "lines": [{**line, "day": day_words(line["day"])} for line in part["lines"]]}
        for part in facts["parts"]
    ]
    return {**facts, "parts": parts, "made_on": day_words(facts["made_on"])}


def day_words(day: str) -> str:
    return long_day(date.fromisoformat(day)) if day else ""
