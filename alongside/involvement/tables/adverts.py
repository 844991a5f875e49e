"""Filters of the list of opportunities for those who come from a number of the evidence: they are offered to nobody
else."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core.day_ranges import days_filter
from alongside.core.tables import Filter
from alongside.organisation.part_tables import PART_FILTER

from ..queries.adverts import with_it

BETWEEN = "."
WORDS: dict[str, Any] = {
    "scope.written": gettext_lazy("What could still change: written"),
    "scope.unwritten": gettext_lazy("What could still change: not written"),
    "hear_back.written": gettext_lazy("How people hear what came of it: written"),
    "hear_back.unwritten": gettext_lazy("How people hear what came of it: not written"),
    "support.written": gettext_lazy("Support: written"),
    "support.unwritten": gettext_lazy("Support: not written"),
    "pay_said.paid": gettext_lazy("Preparing is paid"),
    "pay_said.unpaid": gettext_lazy("Preparing is not paid"),
    "pay_said.unsaid": gettext_lazy("Nobody has said whether preparing is paid"),
    "roles.agreed": gettext_lazy("Somebody said yes, and a role is agreed"),
    "roles.unagreed": gettext_lazy("Somebody said yes, and no role is agreed"),
}


def _asked(table: Any) -> list[tuple[str, Any]]:
    asked = table._asked("advert")
    return [(asked, WORDS[asked])] if asked in WORDS else []


def _narrowed(rows: Any, asked: str) -> Any:
    return with_it(rows, *asked.split(BETWEEN))


FILTERS = (
    days_filter("opened", gettext_lazy("Opened"), "opened_on"),
    Filter("advert", gettext_lazy("In the advert"), _narrowed, _asked),
    PART_FILTER,
)
