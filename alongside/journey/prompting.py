"""When somebody is asked what they learn, by the days of what is decided. Pure: no database, no Django."""

from __future__ import annotations

from datetime import date, timedelta

AFTERWARDS = timedelta(days=90)  # how long the last question stands there once it is decided
WITHOUT_DAY = timedelta(days=30)  # how long something is at its start when nobody knows its end


def stage_on(today: date, opened: date, due: date | None, decided: date | None) -> str:
    """The first third is the start; what is late is still on the way. Long after it is decided, nobody is asked."""
    if today < opened:
        return ""
    if decided is not None:
        return "end" if decided <= today <= decided + AFTERWARDS else ""
    start = (due - opened) / 3 if due and due > opened else WITHOUT_DAY
    return "start" if today < opened + start else "middle"
