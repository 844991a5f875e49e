"""How the beginning of somebody's words and a late day look in a list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from alongside.core import parts

from ..models import Contribution
from ..models.contributions import WITHDRAWN

EVERYTHING = "all"


def short(contribution: Contribution, length: int = 90) -> str:
    """The beginning of the words, or what stands in their place."""
    if contribution.state == WITHDRAWN:
        return _("Taken back by the one who said it")
    return Truncator(" ".join(contribution.words.split())).chars(length)


def due(day: date) -> Any:
    """A day, and a mark when it has passed."""
    if day >= timezone.localdate():
        return day
    return format_html("{} {}", parts.day(day), parts.state_tag(_("Late"), "late"))
