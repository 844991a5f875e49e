"""From offsets to days on which somebody works, and from days to moments."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum, auto
from zoneinfo import ZoneInfo

from alongside.core import dates

BEGINS = time(9)
MINUTES_APART = 9


class Stage(IntEnum):
    """What comes before what on one day: nine minutes from each to the next, all within nine to five."""

    SET_UP = 0
    STAFF = auto()
    RESERVED = auto()
    BODY = auto()
    SEAT = auto()
    JOIN = auto()
    JOINED = auto()
    MOVE = auto()
    SEATED = auto()
    ELECTION = auto()
    STAND = auto()
    VOTE = auto()
    ADD = auto()
    ASK = auto()
    SETTLE = auto()
    WRITE = auto()
    INTEREST = auto()
    INTEREST_BACK = auto()
    CLOSE = auto()
    OFFER = auto()
    DECLINE = auto()
    OFFER_AGAIN = auto()
    ACCEPT = auto()
    FILL = auto()
    GIVE_BACK = auto()
    PANEL = auto()
    PANEL_DOES = auto()
    PANEL_AGREES = auto()
    MEET = auto()
    AGENDA = auto()
    PAPERS = auto()
    ARRANGE = auto()
    HAPPENED = auto()
    SAY = auto()
    ACKNOWLEDGE = auto()
    HAND_OVER = auto()
    TAKE_BACK = auto()
    ANSWER = auto()
    TELL = auto()
    CHALLENGE = auto()
    CHANGE = auto()
    VERDICT = auto()
    DECIDE = auto()
    DONE = auto()
    PAUSE = auto()
    RING = auto()
    POST = auto()
    REMIND = auto()


@dataclass(frozen=True)
class Days:
    """The calendar of one organisation, seen from the day on which the demonstration is loaded."""

    today: date
    zone: str
    nation: str

    def day(self, offset: int) -> date:
        """A working day: what falls on another moves back to the one before, what is to come to the one after."""
        day = self.today + timedelta(days=offset)
        step = timedelta(days=-1 if offset < 0 else 1)
        while not self._works(day):
            day += step
        return day

    def _works(self, day: date) -> bool:
        return dates.is_working_day(day, dates.bank_holidays(self.nation, (day.year,)))

    def moment(self, offset: int, stage: Stage, key: str = "") -> datetime:
        """The same key comes at the same minute. Two things of one stage never overtake the next stage."""
        start = datetime.combine(self.day(offset), BEGINS, ZoneInfo(self.zone))
        minutes = MINUTES_APART * stage + zlib.crc32(key.encode()) % MINUTES_APART
        return (start + timedelta(minutes=minutes)).astimezone(UTC)

    def at(self, offset: int, clock: str) -> datetime:
        """A time of day as people write it, like 10:30."""
        return datetime.combine(self.day(offset), time.fromisoformat(clock), ZoneInfo(self.zone)).astimezone(UTC)
