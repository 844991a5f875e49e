"""A calendar as a file (.ics) that calendar programs follow by its address.

Written by hand and not with a library: a thousand entries are a thousand times the same eight lines. Moments stand
there in UTC, which every program shows by the clock of whoever reads it, also in the hour that there is twice; so none
needs to be told when clocks change. Read back by `core.calendars` in the tests.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .sheets import clean_text

KIND = "text/calendar; charset=utf-8"
ABOUT_US = "-//Alongside//Alongside//EN"
WIDTH = 75  # bytes of a line, without its end
CONTINUES, GOES_ON = 0b11000000, 0b10000000  # a byte in the middle of a letter
LONGEST = 1000  # letters of one text
UTC_SHAPE, DAY_SHAPE = "%Y%m%dT%H%M%SZ", "%Y%m%d"


@dataclass(frozen=True)
class Event:
    """`starts` a day: it lasts that day whole. `ends` None: nobody knows when it is over. `changed`: how often it was
    changed since it was first written; a program that has an earlier one takes this one instead."""

    uid: str
    title: str
    starts: dt.datetime | dt.date
    ends: dt.datetime | None
    written: dt.datetime
    place: str = ""
    about: str = ""
    url: str = ""
    changed: int = 0
    cancelled: bool = False
    busy: bool = True


def written(name: str, about: str, events: Iterable[Event]) -> bytes:
    """The same events give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{ABOUT_US}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [_text("X-WR-CALNAME", name), _text("NAME", name), _text("X-WR-CALDESC", about)]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"]
    head = "".join(f"{folded(line)}\r\n" for line in lines)
    body = "".join(f"{folded(line)}\r\n" for each in events for line in _event(each))
    return f"{head}{body}END:VCALENDAR\r\n".encode()


def _event(each: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{_moment(each.written)}"
    yield f"SEQUENCE:{each.changed}"
    yield from _when(each)
    yield _text("SUMMARY", each.title)
    yield f"STATUS:{'CANCELLED' if each.cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if each.busy and not each.cancelled else 'TRANSPARENT'}"
    if each.place:
        yield _text("LOCATION", each.place)
    if each.about:
        yield _text("DESCRIPTION", each.about)
    if each.url:
        yield f"URL:{each.url}"
    yield "END:VEVENT"


def _when(each: Event) -> Iterator[str]:
    if not isinstance(each.starts, dt.datetime):
        yield f"DTSTART;VALUE=DATE:{each.starts:{DAY_SHAPE}}"
        yield f"DTEND;VALUE=DATE:{each.starts + dt.timedelta(days=1):{DAY_SHAPE}}"
        return
    yield f"DTSTART:{_moment(each.starts)}"
    if each.ends is not None:
        yield f"DTEND:{_moment(each.ends)}"


def _moment(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):{UTC_SHAPE}}"


def _text(name: str, value: str) -> str:
    plain = clean_text(value)[:LONGEST]
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return f"{name}:{plain.replace(chr(10), chr(92) + 'n')}"


def folded(line: str) -> str:
    """Lines of no more than 75 bytes; no letter is cut in two."""
    if len(line) <= WIDTH and line.isascii():
        return line
    left, pieces, most = line.encode(), [], WIDTH
    while len(left) > most:
        end = most
        while left[end] & CONTINUES == GOES_ON:
            end -= 1
        pieces.append(left[:end])
        left, most = left[end:], WIDTH - 1  # a line that goes on begins with a space
    return b"\r\n ".join([*pieces, left]).decode()
