"""When a message may go: the hours somebody chose, and their daily or weekly message. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

MORNING = time(8, 0)  # when a daily or weekly message goes, unless their hours begin later
WEEK = 7


@dataclass(frozen=True)
class Hours:
    """The days (1 is Monday) and the times of day at which somebody wants to be reached. No times: all day."""

    days: str = "1234567"
    begin: time | None = None
    end: time | None = None

    def holds(self, now: datetime) -> bool:
        if str(now.isoweekday()) not in self.days:
            return False
        return self.begin is None or self.end is None or self.begin <= now.time() < self.end

    def next(self, now: datetime) -> datetime:
        """Now, or the next moment at which they may be reached. `now` is in the zone of the organisation."""
        return now if self.holds(now) else self._from(now, self.begin or time.min)

    def next_daily(self, now: datetime) -> datetime:
        """The moment of the next message of the day, after now."""
        return self._from(now, self._morning)

    def next_weekly(self, now: datetime) -> datetime:
        """On the first of their days in the week, after now."""
        first = min(self.days or "1")
        return Hours(first, self.begin, self.end)._from(now, self._morning)

    @property
    def _morning(self) -> time:
        """Inside their hours, when these begin after or end before the morning."""
        if self.begin is None or self.end is None or self.begin <= MORNING < self.end:
            return MORNING
        return self.begin

    def _from(self, now: datetime, at: time) -> datetime:
        for number in range(WEEK + 1):
            found = datetime.combine(now.date() + timedelta(days=number), at, tzinfo=now.tzinfo)
            if found > now and str(found.isoweekday()) in self.days:
                return found
        raise ValueError("There is no day on which they may be reached.")  # the database allows no empty days
