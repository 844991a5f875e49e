"""Which calendars somebody reads elsewhere: theirs alone, and gone with their sign-in."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from .models import CalendarKey

PERSONAL: dict[str, set[str]] = {"CalendarKey": {"digest", "calendar", "shows", "language"}}
HARMLESS: dict[str, set[str]] = {"CalendarKey": {"id", "user", "code", "made_at", "ended_at"}}


def export(user_id: int) -> dict[str, list[dict[str, Any]]]:
    """The address itself is not known here."""
    rows = CalendarKey.objects.filter(user=user_id).order_by("id")
    return {
        "calendar_addresses": [
            {
                "calendar": str(row.get_calendar_display()),
                "shows": str(row.get_shows_display()),
                "made_on": timezone.localtime(row.made_at).date().isoformat(),
                "stopped_on": timezone.localtime(row.ended_at).date().isoformat() if row.ended_at else None,
            }
            for row in rows
        ]
    }


def erase(user_id: int) -> int:
    return CalendarKey.objects.filter(user=user_id).delete()[0]
