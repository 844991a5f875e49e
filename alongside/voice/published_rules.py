"""The rules by which a person decides what everybody may read, as every organisation begins with them.

An organisation can say a rule in its own words and add three of its own. That a rule may not turn against criticism is
not in its hands: NEVER is printed beside whatever the rules are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, Any] = {
    "person": _("It tells who somebody else is"),
    "staff": _("It names somebody who works here"),
    "contact": _("It has a number or an address"),
    "danger": _("It could put somebody in danger"),
    "hate": _("It attacks people for who they are"),
    "court": _("A court or the law does not allow it"),
    "advert": _("It sells something"),
    "own1": _("A rule of our own"),
    "own2": _("A second rule of our own"),
    "own3": _("A third rule of our own"),
}
FIRST: Mapping[str, Any] = {
    "person": _(
        "We leave out names and whatever tells who a neighbour, a relative or another person is. The rest stays."
    ),
    "staff": _(
        "We leave out the names of staff and volunteers, and keep what they did. Their managers still read it all."
    ),
    "contact": _("We leave out phone numbers, e-mail addresses, postcodes and addresses."),
    "danger": _("We do not show what could help somebody to find, hurt or frighten a person, or to hurt themselves."),
    "hate": _(
        "We do not show attacks on people for their race, faith, sex, gender, age, disability, or whom they love."
    ),
    "court": _("We do not show what a court has forbidden, or what the law makes us keep back. We say which."),
    "advert": _("We do not show advertisements, or words that a machine sends again and again."),
}
NEVER: tuple[Any, ...] = (
    _("That it criticises us, somebody senior here, or those who pay us."),
    _("That we think it is wrong. Our answer stands beside it, and so does what its author says about the answer."),
    _("That it is angry, rude, badly spelt, in another language, long or short."),
    _("That it is bad for our name, or comes before an inspection, a bid or an election."),
)
DECIDE_DAYS, PANEL_DAYS = 5, 15  # working days
LONGEST = 600


@dataclass(frozen=True)
class Rule:
    key: str
    title: Any
    text: Any


@dataclass(frozen=True)
class PublishedRules:
    """In force now. `row` is the version that says so, None for the rules with which everybody begins."""

    row: int | None
    since: date | None
    texts: Mapping[str, Any]
    decide_days: int
    panel_days: int

    @property
    def rules(self) -> list[Rule]:
        return [Rule(key, title_of(key), self.texts[key]) for key in TITLES if self.texts.get(key)]


BEGINNING = PublishedRules(None, None, FIRST, DECIDE_DAYS, PANEL_DAYS)


def title_of(key: str) -> Any:
    return TITLES.get(key, key)
