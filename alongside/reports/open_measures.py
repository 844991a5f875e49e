"""What the open data counts: each measure with its name, how it is counted, and what became of those counted. Pure.

`about_people`: the things counted are people, or lead to people, one thing to one of them. All of these are rounded and
hidden where they are small. Decisions are the organisation's own acts, and are shown as they are (docs/decisions/0035).
`heard`: the page of what was heard counts them too, of the last twelve months.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

DECISIONS, SAID, ANSWERS, PLACES, NEEDS, CHANGES, BEGUN, PEOPLE = (
    *("decisions", "said", "answers", "places", "needs", "changes", "begun", "people"),
)
WITH, WITHOUT, EXCEPTED, NOT_YET = "with", "without", "excepted", "not_yet"


@dataclass(frozen=True)
class Measure:
    slug: str
    title: Any
    how: Any
    whats: Mapping[str, Any] = field(default_factory=dict)
    about_people: bool = True
    by_kind: bool = False
    by_month: bool = False
    heard: bool = False


_LISTED = (
    Measure(
        DECISIONS,
        _("Decisions"),
        _(
            "Every decision that was decided in these days, or was due in them and is not yet decided. What does not go"
            " ahead is left out, and so is what is decided about the support of one person."
        ),
        {
            WITH: _("Taken with people"),
            WITHOUT: _("Taken without people"),
            EXCEPTED: _("Reserved, but taken without people"),
            NOT_YET: _("Not yet taken"),
        },
        about_people=False,
        by_kind=True,
        by_month=True,
    ),
    Measure(
        SAID,
        _("Said to us"),
        _("Everything that reached us in these days, in whatever way. What was taken back since is left out."),
        by_month=True,
    ),
    Measure(
        ANSWERS,
        _("What the answers were"),
        _("Everything that had its first answer in these days, by what its answer is now."),
        {
            "adopted": _("Yes, we will do this"),
            "adapted": _("Yes, in part or in another way"),
            "not_adopted": _("No, we will not do this"),
            "other": _("Another answer, or it is owed again"),
        },
        heard=True,
    ),
    Measure(
        PLACES,
        _("Who was asked"),
        _("Places that were offered in these days, each to one person. Nobody is asked why they say no."),
        {"accepted": _("Said yes"), "declined": _("Said no"), "other": _("Has not answered, or it is over")},
    ),
    Measure(
        NEEDS,
        _("Access needs"),
        _("What somebody needed at sessions in these days: whether it was there."),
        {"met": _("Met"), "not_met": _("Not met")},
    ),
    Measure(
        CHANGES,
        _("What is different now"),
        _("Changes since a day in these days, as they stand now. Each came of what somebody said."),
        {
            "confirmed": _("Confirmed by somebody who said it"),
            "claimed": _("The organisation says so"),
            "challenged": _("Disputed by somebody who said it"),
            "lapsed": _("It did not hold, or only in part"),
        },
        heard=True,
    ),
    Measure(
        BEGUN,
        _("Begun by those who take part"),
        _("Decisions put on the calendar in these days that somebody who takes part raised."),
    ),
    Measure(
        PEOPLE,
        _("People who came"),
        _("Different people who came to a session in the year. Somebody who came often counts once."),
    ),
)
MEASURES: dict[str, Measure] = {one.slug: one for one in _LISTED}
