"""Entries from a calendar file (.ics) as Outlook, Google and others export it."""

import datetime as dt
import hashlib
import re
import threading
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from math import prod
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import icalendar
import x_wr_timezone
from django.utils.translation import gettext as _
from icalendar.timezone import tzp
from recurring_ical_events import CalendarQuery

from .dates import FIRST_YEAR, LAST_YEAR
from .sheets import MAX_BYTES, Problem, SheetError, clean_text, encoding_of, open_source, refuse_other_kinds

MAX_REPEATS = 2000
_MAX_STEPS = 10 * MAX_REPEATS  # looked at, for a series that lasts long or was moved far
_ZONE_BLOCK = re.compile(r"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE\r?\n", re.MULTILINE | re.DOTALL | re.IGNORECASE)
# dateutil counts the hours of a dense rule since 1601, and after an odd BYDAY it waits for its own lock.
_ZONE_RULE = re.compile(
    r"FREQ=YEARLY(;(BYDAY=(-?[1-5])?[A-Z]{2}|BYMONTH=(0?[1-9]|1[0-2])|BYMONTHDAY=(-?[1-3]?\d,?)+"
    r"|WKST=[A-Z]{2}|INTERVAL=1|UNTIL=\w+))*",
    re.IGNORECASE,
)
_FOLD = re.compile("(?:\r\n|\r|\n)[ \t]")
_ONE_LINE = re.compile(r"^[A-Za-z0-9-]+[:;].*$")
# What the libraries raise on files damaged in ways they do not expect, found by trying thousands.
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, OSError)
# icalendar remembers the time zones of every file it has read, for the whole process.
_PARSING = threading.Lock()


class CalendarError(SheetError):
    """A file that cannot be used as a calendar."""


@dataclass(frozen=True)
class CalendarEntry:
    """One occurrence. Times are in the zone asked for; an all-day `ends` is its last day.

    `uid` carries the original day of a repeat (`UID/20260327`), so it stays when that repeat is moved.
    """

    uid: str
    title: str
    starts: dt.datetime | dt.date
    ends: dt.datetime | dt.date
    day: dt.date
    all_day: bool
    place: str = ""
    description: str = ""
    cancelled: bool = False
    categories: tuple[str, ...] = ()
    recurring: bool = False
    fingerprint: str = ""


@dataclass(frozen=True)
class Calendar:
    """Entries in order of time, sentences worth knowing, and what could not be read (row: which entry)."""

    entries: list[CalendarEntry]
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_calendar(
    source: BinaryIO | Path,
    name: str,
    *,
    starts: dt.date,
    ends: dt.date,
    zone: str = "Europe/London",
    max_bytes: int | None = MAX_BYTES,
) -> Calendar:
    """What happens from `starts` to `ends`, both included, with days and times in `zone`.

    Repeats are worked out within these days only, at most MAX_REPEATS of each. Raises CalendarError.
    """
    try:
        text, notes = _text(source, name, max_bytes)
    except SheetError as error:
        raise CalendarError(error.message) from error
    reading = _Reading(ZoneInfo(zone), starts, ends, notes)
    for component in _parsed(text, reading):
        reading.add(component)
    return Calendar(sorted(reading.entries, key=_in_time), reading.notes, reading.problems)


def _in_time(entry: CalendarEntry) -> tuple[dt.date, str, str]:
    return entry.day, "" if entry.all_day else entry.starts.isoformat(), entry.uid


def _text(source: BinaryIO | Path, name: str, max_bytes: int | None) -> tuple[str, list[str]]:
    stream = open_source(source, name, max_bytes)
    try:
        head = stream.read(64 * 1024)
        refuse_other_kinds(head, _("Export the calendar as an .ics file and try again."))
        if head.startswith(b"PK"):
            raise SheetError(_("This looks like a ZIP file. Unpack it and choose the .ics file inside."))
        encoding = encoding_of(stream, head)
        text = stream.read().decode(encoding, "replace")
    finally:
        if stream is not source:
            stream.close()
    notes = []
    if encoding == "cp1252":
        notes.append(_("This file is not UTF-8. It was read as Windows text: check letters with accents."))
    return text, notes


def _checked_whole(text: str) -> None:
    marks = re.findall(r"^(BEGIN|END):VCALENDAR\s*$", text, re.MULTILINE | re.IGNORECASE)
    if not marks:
        raise CalendarError(_("This is not a calendar. Export the calendar as an .ics file and try again."))
    if [mark.upper() for mark in marks] != ["BEGIN", "END"] * (len(marks) // 2):
        raise CalendarError(_("This calendar stops before its end. Export it again and try again."))


def _parsed(text: str, reading: "_Reading") -> list[icalendar.Calendar]:
    _checked_whole(text)
    plain = _ZONE_BLOCK.sub(_without_dense_zone, _FOLD.sub("", text))
    with _PARSING, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about time zone names it has to guess
        try:
            return _components(plain)
        except _DAMAGE:
            reading.notes.append(_("Parts of this calendar are damaged, such as its time zones. Check times."))
        try:
            return _components(_without_damage(plain))
        except _DAMAGE as error:
            message = _("This calendar is damaged and cannot be read. Export it again and try again.")
            raise CalendarError(message) from error


def _without_dense_zone(block: re.Match[str]) -> str:
    """The names of zones that are left out are then unknown, and reported."""
    rules = re.findall(r"^RRULE[^:\r\n]*:(.*?)\s*$", block[0], re.MULTILINE | re.IGNORECASE)
    return block[0] if all(_ZONE_RULE.fullmatch(rule) for rule in rules) else ""


def _components(text: str) -> list[icalendar.Calendar]:
    tzp.use_default()
    found = icalendar.Calendar.from_ical(text, multiple=True)
    return [one for one in found if isinstance(one, icalendar.Calendar)]


def _without_damage(text: str) -> str:
    lines = _ZONE_BLOCK.sub("", text).splitlines()
    return "\r\n".join(line for line in lines if _ONE_LINE.match(line)) + "\r\n"


@dataclass
class _Reading:
    zone: ZoneInfo
    starts: dt.date
    ends: dt.date
    notes: list[str]
    entries: list[CalendarEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, calendar: icalendar.Calendar) -> None:
        cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        self._name_the_nameless(calendar)
        usable = [one for number, one in enumerate(calendar.walk("VEVENT"), 1) if self._usable(number, one)]
        self._note_unknown_zones(usable)
        series = defaultdict(list)
        for event in _standard(calendar, usable, self.notes):
            series[_words(event, "UID")].append(event)
        for uid, events in series.items():
            found = [replace(one, cancelled=one.cancelled or cancelled) for one in self._occurrences(uid, events)]
            self.entries += (one for one in found if self.starts <= one.day <= self.ends)

    def _name_the_nameless(self, calendar: icalendar.Calendar) -> None:
        """Some programs (calcurse is one) write no UID. Title and start tell such entries apart, and stay."""
        nameless = [event for event in calendar.walk("VEVENT") if not _words(event, "UID")]
        for event in nameless:
            start = event.get("DTSTART")
            known_by = f"{_words(event, 'SUMMARY')}\0{start.to_ical() if hasattr(start, 'to_ical') else start}"
            event["UID"] = f"title-{hashlib.sha256(known_by.encode()).hexdigest()[:32]}"
        if nameless:
            text = _("Entries without a UID are told apart by title and start: one that is renamed comes in as new.")
            self.notes.append(text)

    def _usable(self, number: int, event: Any) -> bool:
        message = self._fault(event)
        if message:
            title = _words(event, "SUMMARY")[:40] or _("Entry %(number)s") % {"number": number}
            self.problems.append(Problem(number, None, message % {"title": title}, title))
        return not message

    def _fault(self, event: Any) -> str:
        start_day = _moment(event, "DTSTART")
        if start_day is None or not FIRST_YEAR <= start_day.year <= LAST_YEAR:
            return _("“%(title)s” has no date we can read. Set its date in your calendar and export it again.")
        try:
            start, end = self._span(event)
        except _DAMAGE:
            return _("“%(title)s” has an end we cannot read. Correct it in your calendar and export it again.")
        if end < start:
            return _("“%(title)s” ends before it starts. Correct it in your calendar and export it again.")
        if any(_too_often(rule) for rule in _listed(event, "RRULE")):
            event.pop("RRULE")
            event["X-REPEATS"] = "1"
            self.problems.append(_only_first(event))
        return ""

    def _note_unknown_zones(self, events: Iterable[Any]) -> None:
        lost = {_lost_zone(event) for event in events} - {""}
        self.notes.extend(
            _("The time zone “%(lost)s” is not known. Its times were read as %(zone)s.")
            % {"lost": name[:40], "zone": self.zone.key}
            for name in sorted(lost)
        )

    def _occurrences(self, uid: str, events: list[Any]) -> list[CalendarEntry]:
        if not any(name in one for one in events for name in ("RRULE", "RDATE", "RECURRENCE-ID", "X-REPEATS")):
            return [self._entry(max(events, key=_version), uid, recurring=False)]
        try:
            found = self._expanded(events)
        except _DAMAGE:
            self.problems.append(_only_first(events[0]))
            found = [events[0]]
        if len(found) > MAX_REPEATS:
            self.notes.append(
                _("“%(title)s” repeats more than %(limit)s times. Later ones were left out.")
                % {"title": _words(events[0], "SUMMARY")[:40], "limit": MAX_REPEATS}
            )
        taken: set[str] = set()
        return [
            self._entry(one, self._repeat_uid(one, uid, taken), recurring=True)
            for one in islice(sorted(found, key=lambda one: self._span(one)[0]), MAX_REPEATS)
        ]

    def _expanded(self, events: list[Any]) -> list[Any]:
        holder = icalendar.Calendar()
        holder.subcomponents = list(events)
        day = dt.timedelta(days=1)  # a day more at both ends: days differ between zones
        series = CalendarQuery(holder).series
        near = chain.from_iterable(one.between(self.starts - day, self.ends + 2 * day) for one in series)
        found = list(islice(near, _MAX_STEPS + 1))
        if len(found) > _MAX_STEPS:
            raise ValueError("too many repeats")
        inside = (one for one in found if self.starts <= self._local(one.start).date() <= self.ends)
        return [one.as_component(keep_recurrence_attributes=False) for one in inside]

    def _repeat_uid(self, event: Any, uid: str, taken: set[str]) -> str:
        original = self._local(_moment(event, "RECURRENCE-ID") or _moment(event, "DTSTART"))
        name = f"{uid}/{original:%Y%m%d}"
        if name in taken:
            name = f"{uid}/{original:%Y%m%dT%H%M%S}"
        taken.add(name)
        return name

    def _local(self, moment: Any) -> dt.datetime:
        if not isinstance(moment, dt.datetime):
            return dt.datetime.combine(moment, dt.time(), self.zone)
        return moment.astimezone(self.zone) if moment.tzinfo else moment.replace(tzinfo=self.zone)

    def _span(self, event: Any) -> tuple[dt.datetime, dt.datetime]:
        start, length = _moment(event, "DTSTART"), event.get("DURATION")
        if "DTEND" in event:
            return self._local(start), self._local(event["DTEND"].dt)
        whole_day = dt.timedelta(days=not isinstance(start, dt.datetime))
        return self._local(start), self._local(start) + (length.dt if length else whole_day)

    def _entry(self, event: Any, uid: str, *, recurring: bool) -> CalendarEntry:
        start, end = self._span(event)
        all_day = not isinstance(event["DTSTART"].dt, dt.datetime) or _is_outlook_day(event)
        last = max(start, end - dt.timedelta(seconds=1)).date()
        entry = CalendarEntry(
            uid=uid,
            title=_words(event, "SUMMARY"),
            starts=start.date() if all_day else start,
            ends=last if all_day else end,
            day=start.date(),
            all_day=all_day,
            place=_words(event, "LOCATION"),
            description=_words(event, "DESCRIPTION"),
            cancelled=_words(event, "STATUS").upper() == "CANCELLED",
            categories=tuple(_categories(event)),
            recurring=recurring,
        )
        return replace(entry, fingerprint=_fingerprint(entry))


def _standard(calendar: icalendar.Calendar, events: list[Any], notes: list[str]) -> list[Any]:
    """Google writes UTC times and means its X-WR-TIMEZONE: a repeat keeps its local time over the year."""
    calendar.subcomponents = events
    try:
        return list(x_wr_timezone.to_standard(calendar).subcomponents)
    except _DAMAGE:
        lost = str(calendar.get("X-WR-TIMEZONE"))[:40]
        notes.append(_("The calendar's time zone “%(lost)s” is not known. Check the times.") % {"lost": lost})
        return events


def _fingerprint(entry: CalendarEntry) -> str:
    said = (entry.title, entry.starts, entry.ends, entry.place, entry.description, entry.cancelled)
    return hashlib.sha256(repr([*map(str, said), *entry.categories]).encode()).hexdigest()


def _listed(event: Any, name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _words(event: Any, name: str) -> str:
    return clean_text(str(next(iter(_listed(event, name)), "")))


def _categories(event: Any) -> Iterator[str]:
    for group in _listed(event, "CATEGORIES"):
        yield from filter(None, (clean_text(str(one)) for one in getattr(group, "cats", [group])))


def _moment(event: Any, name: str) -> dt.datetime | dt.date | None:
    try:
        found = event[name].dt
    except (KeyError, ValueError, AttributeError):  # absent, broken, or there twice
        return None
    return found if isinstance(found, dt.date) else None


def _version(event: Any) -> int:
    digits = _words(event, "SEQUENCE")
    return int(digits) if digits.isdecimal() else 0


def _is_outlook_day(event: Any) -> bool:
    return _words(event, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"


def _lost_zone(event: Any) -> str:
    moment = _moment(event, "DTSTART")
    known = not isinstance(moment, dt.datetime) or moment.tzinfo
    return "" if known else str(event["DTSTART"].params.get("TZID", ""))


def _too_often(rule: Any) -> bool:
    """Broken, or so dense that working it out could take for ever: no meeting repeats within a day."""
    if not isinstance(rule, icalendar.vRecur) or "FREQ" not in rule:
        return True
    times = prod(len(rule.get(part, [0])) for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    return (
        str(rule["FREQ"][0]) in ("HOURLY", "MINUTELY", "SECONDLY")
        or times > 24
        or any(int(step) < 1 for step in rule.get("INTERVAL", []))
    )


def _only_first(event: Any) -> Problem:
    title = _words(event, "SUMMARY")[:40]
    message = _("“%(title)s” repeats in a way we cannot follow. Only its first date was read.")
    return Problem(None, None, message % {"title": title}, title)
