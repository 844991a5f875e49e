"""When the daily tasks ran last, in words: without them nobody is reminded and nothing rises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import parts

TASKS = "tasks"
LATE = timedelta(hours=36)  # they are meant to run every night


@dataclass(frozen=True)
class Ran:
    words: str
    late: bool


def ran(at: datetime | None, now: datetime) -> Ran:
    if at is None:
        told = _("The daily tasks have never run here. Until they do, nobody is reminded and no month is drafted.")
        told += " " + _("Whoever runs this installation lets it run “alongside tasks” every morning.")
        return Ran(told, late=True)
    told = _("The daily tasks last ran on %(moment)s.") % {"moment": parts.moment(timezone.localtime(at))}
    if now - at > LATE:
        told += " " + _("They should run every night. Whoever runs this installation looks why they did not.")
    return Ran(told, late=now - at > LATE)
