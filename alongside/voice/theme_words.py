"""What the figures of themes say, in words with their numbers. Pure text."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .queries.theme_figures import Came, ThemeCount

LENGTHS = {4: gettext_lazy("4 weeks"), 13: gettext_lazy("13 weeks"), 26: gettext_lazy("26 weeks")}


def rise(each: ThemeCount, weeks: int) -> str:
    """“Waiting: 16 of the 60 that were marked in the last 13 weeks; 3 of 45 in the 13 weeks before.”"""
    counted = each.counted
    facts = {
        "theme": each.theme.name,
        "unit": each.unit.name if each.unit else "",
        "now": counted.now,
        "all_now": counted.all_now,
        "before": counted.before,
        "all_before": counted.all_before,
        "weeks": weeks,
    }
    if each.unit:
        return (
            _(
                "%(theme)s, %(unit)s: %(now)s of the %(all_now)s that were marked in the last %(weeks)s weeks; "
                "%(before)s of %(all_before)s in the %(weeks)s weeks before."
            )
            % facts
        )
    return (
        _(
            "%(theme)s: %(now)s of the %(all_now)s that were marked in the last %(weeks)s weeks; "
            "%(before)s of %(all_before)s in the %(weeks)s weeks before."
        )
        % facts
    )


def came(found: Came) -> str:
    """What came of them, beside how many there are."""
    parts = [
        ngettext("%d done", "%d done", found.done) % found.done,
        ngettext("%d not done", "%d not done", found.not_done) % found.not_done,
        ngettext("%d not answered yet", "%d not answered yet", found.owed) % found.owed,
    ]
    return ", ".join(parts)


def because(words: list[str]) -> str:
    return ", ".join(_("“%(word)s”") % {"word": word} for word in words)


def month(first: date) -> str:
    return date_format(first, "F Y")
