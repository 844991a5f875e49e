"""Everybody in the story, each with a browser of their own, and the calendar that moves for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from alongside.home.services import sending, tasks
from tests.cast import Cast

from .visitor import Visitor

LONDON = ZoneInfo("Europe/London")
ON_THE_PHONE = {"cora", "public"}  # these two have a small screen and nothing else


class Company:
    """`company.manager` is the manager's browser, opened when it is first needed."""

    def __init__(self, come: Callable[..., Visitor], cast: Cast, move_to: Callable[[datetime], None]) -> None:
        self.cast, self._come, self._move_to = cast, come, move_to
        self._here: dict[str, Visitor] = {}
        self.at: dict[str, str] = {}  # addresses that somebody would come back to

    def __getattr__(self, who: str) -> Visitor:
        if who.startswith("_"):
            raise AttributeError(who)
        if who not in self._here:
            self._here[who] = self._come(who, phone=who in ON_THE_PHONE)
        return self._here[who]

    def waits_until(self, day: date, hour: int = 9) -> None:
        """Time passes: what is due is done in the night, and letters go out."""
        self._move_to(datetime.combine(day, time(hour), LONDON))
        tasks.run_tasks()
        self.post_goes_out()

    def post_goes_out(self) -> None:
        sending.send_waiting()
