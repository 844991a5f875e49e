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


ASKED = 60  # letters of a question that stand beside an answer to it in a list


def short(contribution: Contribution, length: int = 90) -> Any:
    """The beginning of the words after what they reply to, or what stands in their place."""
    if contribution.state == WITHDRAWN:
        return _("Taken back by the one who said it")
    words = Truncator(" ".join(contribution.words.split())).chars(length)
    if contribution.question is None:
        return words
    asked = Truncator(contribution.question.text).chars(ASKED)
    return format_html('<span class="al-asked">{}</span> {}', asked, words)


def in_full(contribution: Contribution) -> str:
    """The words, after the question that they reply to: for a file."""
    asked = contribution.question.text if contribution.question else ""
    return f"{asked}\n{contribution.words}" if asked else contribution.words


def due(day: date) -> Any:
    """A day, and a mark when it has passed."""
    if day >= timezone.localdate():
        return day
    return format_html("{} {}", parts.day(day), parts.state_tag(_("Late"), "late"))
