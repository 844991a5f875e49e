"""What is kept here about people: which role they had, where and when. The texts of an organisation are its own."""

from __future__ import annotations

from typing import Any

from .models import Membership

_BYLINE = {"recorded_at", "recorded_by", "by_kind", "medium"}

PERSONAL: dict[str, set[str]] = {
    "Membership": {"user", "called", "role", "unit", "since", "until", "instead_of"},
    "FunctionHolder": {"user"},
    "Policy": {"owner"},
}
HARMLESS: dict[str, set[str]] = {
    "Organisation": {
        *("id", "code", "slug", "name", "nation", "time_zone", "made_at", "version"),
        *("about", "complain", "help_now"),  # published by the organisation itself
    },
    "Settings": {
        *("id", "organisation", "effective_on", "person_word", "people_word", "acknowledge_days", "outcome_weeks"),
        *("pay_days", "notice_days", "least_people", "pulse_threshold", "inside_threshold", "outside_threshold"),
        *("year_starts_month", "read_days", "contact_days", "safeguarding_days"),
        *("note_weeks", "chase_weeks", "manager_days", "board_days"),
        *_BYLINE,
    },
    "ClosedDay": {"id", "organisation", "day", "name"},
    "Unit": {"id", "organisation", "code", "name", "level", "parent", "path", "closed_on"},
    "Kind": {"id", "organisation", "code", "slug", "name", "in_use"},
    "ReservedKind": {"id", "kind", "from_day", "until_day", "why", *_BYLINE},
    "Membership": {"id", "organisation", "code", *_BYLINE},
    # The function's own posts: hours are of the post, and who holds it is public in the organisation.
    "FunctionPost": {"id", "organisation", "code", "name", "hours", "since", "until", *_BYLINE},
    "FunctionPostHours": {"id", "post", "hours", "until", *_BYLINE},
    "FunctionHolder": {"id", "post", "code", "hours", "since", "until", *_BYLINE},
    "FunctionTime": {"id", "post", "month", "hours", *_BYLINE},
    "Policy": {"id", "organisation", "code", "title", "review_on", "reviewed_on", "ended_on", *_BYLINE},
    "PolicyVersion": {"id", "policy", "number", "words", "from_day", *_BYLINE},
    "SigningKey": {"id", "organisation", "code", "public", "sealed", "made_on", "ended_on", "stolen", *_BYLINE},
}


def export(user_id: int) -> list[dict[str, Any]]:
    """Every role that somebody who signs in has or had."""
    rows = Membership.objects.filter(user=user_id).select_related("organisation", "unit").order_by("since", "id")
    return [
        {
            "organisation": row.organisation.name,
            "called": row.called,
            "role": row.role,
            "unit": row.unit.name if row.unit else "",
            "since": row.since.isoformat(),
            "until": row.until.isoformat() if row.until else "",
            "as_a_substitute": row.instead_of_id is not None,
        }
        for row in rows
    ]
