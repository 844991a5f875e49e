"""The two accounts as sentences and rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.small_groups import Said

from . import picture
from .ladders import ROLES, STAGES, Ladder
from .pulse_words import STATEMENTS
from .queries.accounts import Account, StageOf, StatementOf


@dataclass(frozen=True)
class ShownStage:
    title: Any
    picture: SafeString
    rows: tuple[tuple[str, str, str, str], ...]
    note: str = ""


@dataclass(frozen=True)
class ShownAccount:
    stages: tuple[ShownStage, ...]
    rows: tuple[tuple[Any, str, str], ...]
    shown: bool
    staff: int


def said(found: Said | None) -> str:
    if found is None:
        return _("too few to show")
    if found.exact:
        return _("%(yes)s of %(of)s") % {"yes": found.least, "of": found.of}
    if found.least == 0:
        return _("at most %(yes)s of %(of)s") % {"yes": found.most, "of": found.of}
    if found.most == found.of:
        return _("at least %(yes)s of %(of)s") % {"yes": found.least, "of": found.of}
    return _("%(least)s to %(most)s of %(of)s") % {"least": found.least, "most": found.most, "of": found.of}


def _staff(row: StatementOf) -> str:
    yes, of = row.staff
    return _("%(yes)s of %(of)s") % {"yes": yes, "of": of} if of else "–"


def _stage(row: StageOf, ladder: Ladder, id: str) -> ShownStage:
    lived = row.lived.counts if row.lived else {}
    unsaid = row.lived.unsaid if row.lived else 0
    rows = [
        (
            ladder.word(role),
            _number(row.agreed.get(role)),
            _number(row.staff.get(role)),
            _lived(lived.get(role), unsaid),
        )
        for role in sorted(ROLES, reverse=True)
        if row.agreed.get(role) or row.staff.get(role) or lived.get(role)
    ]
    if row.lived is None:
        note = _("Of those who took part, too few to show.")
    elif unsaid:
        note = ngettext(
            "Of %(of)d answers of those who took part %(n)d is not shown where it is, so that nobody can be sure of"
            " anybody.",
            "Of %(of)d answers of those who took part %(n)d are not shown where they are, so that nobody can be sure of"
            " anybody.",
            unsaid,
        ) % {"of": row.lived.of, "n": unsaid}
    else:
        note = ngettext(
            "%(of)d answer of those who took part.", "%(of)d answers of those who took part.", row.lived.of
        ) % {"of": row.lived.of}
    return ShownStage(STAGES[row.stage], picture.drawn(row, ladder, f"{id}-{row.stage}"), tuple(rows), note)


def _number(found: int | None) -> str:
    return str(found) if found else "–"


def _lived(found: int | None, unsaid: int) -> str:
    if not found:
        return "–"
    return _("at least %(n)s") % {"n": found} if unsaid else str(found)


def shown(account: Account, ladder: Ladder, id: str) -> ShownAccount:
    return ShownAccount(
        stages=tuple(_stage(row, ladder, id) for row in account.stages),
        rows=tuple((STATEMENTS[row.name], _staff(row), said(row.lived)) for row in account.statements),
        shown=account.shown,
        staff=account.staff,
    )
