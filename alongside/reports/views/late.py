"""Pages of rooms below on which a day is written down, with one more sentence: that its month is closed, and what that
means for what is written down now. The verbs stay there, and nothing is refused."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse

from alongside.involvement.views import afterwards
from alongside.organisation.views import function

from ..queries import late_days


def outcome(request: Any, org: str, code: str) -> HttpResponse:
    def beside(on: date) -> str:
        """Before a day is chosen, which months are closed; then only whether that day is in one."""
        here = request.organisation.pk
        return late_days.told_of(here, on) if request.method == "POST" else late_days.told_before(here)

    return afterwards.outcome(request, org, code, template="reports/outcome.html", beside=beside)


def attendance(request: Any, org: str, code: str) -> HttpResponse:
    def beside(on: date) -> str:
        return late_days.told_of(request.organisation.pk, on)

    return afterwards.attendance(request, org, code, template="reports/attendance.html", beside=beside)


def _post(view: Any, told: Any, request: Any, org: str, **named: Any) -> HttpResponse:
    found: HttpResponse = view(request, org, beside=partial(told, request.organisation.pk), **named)
    return found


post_added, post_changed, post_filled, post_left = (
    partial(_post, view, late_days.told_of_posts)
    for view in (function.add, function.post, function.fill, function.leave)
)
post_hours = partial(_post, function.time, late_days.told_of_hours)
