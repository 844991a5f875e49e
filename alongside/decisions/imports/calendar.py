"""Entries of a calendar, each a planned decision of a kind and a unit that somebody chose."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.calendars import Calendar, CalendarEntry

from ..rules import LONGEST_LINE
from .lines import LONGEST_TEXT, Line
from .world import World

LONGEST_UID = 290
MOST_NAMED = 20


@dataclass
class CalendarReading:
    calendar: Calendar
    world: World
    left_out: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        uids: set[str] = set()
        for entry in self.calendar.entries:
            title = " ".join(entry.title.split())
            if message := _fault(title, entry.day):
                self.left_out.append(message)
            elif (uid := _uid(entry)) not in uids:
                uids.add(uid)
                yield self._line(entry, uid, title)

    def _line(self, entry: CalendarEntry, uid: str, title: str) -> Line:
        kind, unit = self.world.choices.kind, self.world.choices.unit
        assert kind and unit  # asked for before the file is opened  # noqa: S101
        said = f"{entry.fingerprint} {kind.slug} {unit.code}"
        return Line(
            uid=uid,
            fingerprint=hashlib.sha256(said.encode()).hexdigest(),
            values={
                "title": title,
                "kind": kind,
                "unit": unit,
                "due_on": entry.day,
                **({"open_part": text} if (text := entry.description[:LONGEST_TEXT]) else {}),
            },
            opened_on=min(self.world.today, entry.day),
            cancelled=entry.cancelled,
        )

    def notes(self) -> Iterator[str]:
        yield from self.calendar.notes
        told = [problem.message for problem in self.calendar.problems] + self.left_out
        yield from told[:MOST_NAMED]
        if len(told) > MOST_NAMED:
            yield _("%(n)s more entries were left out or read in part.") % {"n": len(told) - MOST_NAMED}


def _fault(title: str, day: date) -> str:
    if not title:
        return _("An entry on %(day)s has no title and was left out.") % {"day": day.isoformat()}
    if len(title) > LONGEST_LINE:
        facts = {"title": title[:40], "limit": LONGEST_LINE}
        return _("“%(title)s…” has a title of more than %(limit)s characters and was left out.") % facts
    return ""


def _uid(entry: CalendarEntry) -> str:
    if len(entry.uid) <= LONGEST_UID:
        return f"cal:{entry.uid}"
    return f"cal:{hashlib.sha256(entry.uid.encode()).hexdigest()}"
