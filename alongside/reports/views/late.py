"""Two pages of the room below on which a day is written down, with one more sentence: that its month is closed, and
that it stands beside the next close as late. The verbs stay there, and nothing is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse

from alongside.involvement.views import afterwards

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
