"""An aim as a page has it: whose it is, where it stands, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .models import AIM_STATES, Aim, AimAgreement, AimWord, Side
from .words import SIDES, TONES

BOTH = gettext_lazy("An aim of both")
OWN = {
    Side.STAFF: gettext_lazy("The organisation’s own aim"),
    Side.PEOPLE: gettext_lazy("An aim of those who take part"),
}
NOT_YET = {
    Side.STAFF: gettext_lazy("Nobody who takes part has agreed to it here."),
    Side.PEOPLE: gettext_lazy("Nobody who works here has agreed to it."),
}


@dataclass(frozen=True)
class Line:
    what: str
    sign: str
    url: str
    where: str
    state: str
    state_label: Any
    tone: str
    since: date
    whose: Any
    alone: Any  # what is said of an aim of one side
    why: str  # the newest word
    asks_next: bool


def whose(aim: Aim) -> str:
    """Never of both on the word of one side."""
    by_people, by_staff = aim.by_people, aim.by_staff  # type: ignore[attr-defined]
    if by_people and by_staff:
        return "both"
    return Side.PEOPLE if by_people else Side.STAFF if by_staff else aim.side


def line(aim: Aim, word: AimWord | None, slug: str) -> Line:
    side = whose(aim)
    return Line(
        what=aim.what,
        sign=aim.sign,
        url=f"/{slug}/journey/aims/{aim.code}/",
        where=aim.unit.name if aim.unit else _("The whole organisation"),
        state=aim.state,
        state_label=AIM_STATES[aim.state],
        tone=TONES[aim.state],
        since=aim.since,
        whose=BOTH if side == "both" else OWN[Side(side)],
        alone="" if side == "both" else NOT_YET[Side(side)],
        why=word.words if word else "",
        asks_next=aim.state == "reached" and not aim.has_next,  # type: ignore[attr-defined]
    )


def lines(aims: Iterable[Aim], words: Mapping[int, AimWord], slug: str) -> list[Line]:
    return [line(aim, words.get(aim.pk), slug) for aim in aims]


@dataclass(frozen=True)
class Said:
    says: Any
    words: str
    side: Any
    on: date


def said(words: Iterable[AimWord]) -> list[Said]:
    gone = _("(The one who said this was forgotten at their wish.)")
    return [Said(row.get_says_display(), row.words or gone, SIDES[row.side], row.said_on) for row in words]


def who_agreed(rows: Sequence[AimAgreement]) -> list[str]:
    """How many of each side, and nobody by name."""
    people = sum(row.agrees and row.side == Side.PEOPLE for row in rows)
    staff = sum(row.agrees and row.side == Side.STAFF for row in rows)
    return [
        ngettext("%d person who takes part says it is theirs.", "%d people who take part say it is theirs.", people)
        % people,
        ngettext("%d person who works here says it is theirs.", "%d people who work here say it is theirs.", staff)
        % staff,
    ]
