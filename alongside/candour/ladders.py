"""The words in which an organisation speaks of roles. What is stored is a number on a neutral scale; a ladder only
names it, so another ladder changes no answer that somebody gave. Pure words; two steps may have the same name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.core.translating import gettext_lazy as _

# 0 to 6: what a role is, in our own words. 1 to 6 can be agreed; 0 is only ever lived.
ROLES: dict[int, Any] = {
    0: _("was there, and that was all"),
    1: _("is told"),
    2: _("is asked"),
    3: _("is involved"),
    4: _("advises, and is owed an answer"),
    5: _("shares the decision"),
    6: _("decides or leads"),
}
STAGES: dict[str, Any] = {
    "commission": _("Deciding that it is needed"),
    "design": _("Designing it"),
    "deliver": _("Doing it"),
    "assess": _("Looking back at it"),
}


@dataclass(frozen=True)
class Ladder:
    title: Any
    words: Mapping[int, Any]
    credit: Any = ""
    link: str = ""

    def word(self, role: int) -> str:
        """In its own words, and in ours beside them."""
        own = str(self.words[role])
        return own if self.words is ROLES else f"{own} ({ROLES[role]})"


OURS = "ours"
LADDERS: dict[str, Ladder] = {
    OURS: Ladder(_("Our own plain words"), ROLES),
    "arnstein": Ladder(
        _("Arnstein’s ladder"),
        {
            0: _("Manipulation"),
            1: _("Informing"),
            2: _("Consultation"),
            3: _("Placation"),
            4: _("Placation"),
            5: _("Partnership"),
            6: _("Delegated power"),
        },
        _("Sherry Arnstein, A ladder of citizen participation, 1969."),
        "https://doi.org/10.1080/01944366908977225",
    ),
    "co_production": Ladder(
        _("The ladder of co-production"),
        {
            0: _("Coercion"),
            1: _("Informing"),
            2: _("Consultation"),
            3: _("Engagement"),
            4: _("Co-design"),
            5: _("Co-production"),
            6: _("Co-production"),
        },
        _("Think Local Act Personal and the National Co-production Advisory Group."),
        "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-participation/",
    ),
    "matrix": Ladder(
        _("The Involvement Matrix"),
        {
            0: _("Not involved"),
            1: _("Listener"),
            2: _("Co-thinker"),
            3: _("Co-thinker"),
            4: _("Advisor"),
            5: _("Partner"),
            6: _("Decision-maker"),
        },
        _("Smits and others, The Involvement Matrix, 2020."),
        "https://doi.org/10.1186/s40900-020-00188-4",
    ),
}
