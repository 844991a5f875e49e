"""Months, quarters and years that are over and not closed, on the desk of whoever closes them: what comes next, and
whose it is. There is no last day for any of it: nothing closes because somebody did not look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.home.parts import Line, Section
from alongside.reports.models.closes import CHECKED, DECLINED, DRAFT, SIGNED
from alongside.reports.queries.closes_waiting import OnDesk

NOW: dict[str, tuple[Any, Any]] = {
    DRAFT: (
        gettext_lazy("%(period)s is over: check its figures"),
        gettext_lazy("Look through them and say that they are checked. Then both sides can sign."),
    ),
    CHECKED: (
        gettext_lazy("%(period)s is checked, and nobody has signed it yet"),
        gettext_lazy("Sign it. The one whom contributors chose was asked as well."),
    ),
    DECLINED: (
        gettext_lazy("Contributors do not sign %(period)s as it is"),
        gettext_lazy("They wrote why. Put it right, and count it again."),
    ),
    "reopen": (
        gettext_lazy("Contributors ask to open %(period)s again"),
        gettext_lazy("They say why. It is opened when you say yes; when you say no, you say why."),
    ),
    "theirs": (
        gettext_lazy("Contributors have signed %(period)s"),
        gettext_lazy("It waits for you: with your signature it is closed."),
    ),
    "yours": (
        gettext_lazy("%(period)s is signed by the coordinator"),
        gettext_lazy("It waits for the one whom contributors chose. They are reminded each week."),
    ),
}


def months_to_close(found: Sequence[OnDesk], today: date, slug: str) -> Section:
    lines = [_line(each, today, slug) for each in found]
    more = (_("All that is closed, or is being closed"), f"/{slug}/periods/")
    return Section("closes", _("Months to close"), lines, _("No month that is over waits to be closed."), more)


def _line(each: OnDesk, today: date, slug: str) -> Line:
    title, note = NOW[_what(each)]
    url = f"/{slug}/periods/{each.period}/"
    return Line(title % {"period": each.name}, url, str(note), age=(today - each.last).days)


def _what(each: OnDesk) -> str:
    if each.asked:
        return "reopen"
    if each.state == SIGNED:
        return "yours" if each.signed else "theirs"
    return each.state
