"""Answers that were given before what they answer came in here: read, held against the rules for an answer of today,
and kept beside what was said. They stand on the day on which they were given, and say that they came out of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.importing import Cells
from alongside.core.sheets import LONGEST_CELL

from .. import phrases, queries, rules, seals
from ..models import Answer, Contribution, Telling, TellingChannel
from ..models.contributions import ANSWERED, TOLD
from ..services.common import as_said
from .columns import ANSWERS, HOW, NOT_YET

LONGEST_WAIT = timedelta(days=100 * 365)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, as the file has it."""

    reason: str
    kind: str
    role: str  # empty: the unit
    on: date
    told_on: date | None
    told_how: str

    @property
    def state(self) -> str:
        return TOLD if self.told_on else ANSWERED


@dataclass(frozen=True)
class Measure:
    """What an answer is held against."""

    today: date
    empty: frozenset[str]
    templates: Sequence[str]

    @classmethod
    def of(cls, organisation_id: int, today: date) -> Measure:
        answering = queries.answering
        return cls(today, answering.empty_phrases_of(organisation_id), answering.template_texts(organisation_id))


def given_in(cells: Cells, received: date, measure: Measure) -> Given | None:
    """The answer of a row; None where there is none, or where something is wrong with it."""
    reason = as_said(cells.text("our_answer", limit=LONGEST_CELL))
    if not phrases.can_be_seen(reason):
        _check_nothing_left(cells)
        return None
    before = len(cells.problems)
    _check_reason(cells, reason, measure)
    kind, on = _kind(cells), _day(cells, received, measure.today)
    told_on, told_how = _told(cells, on, measure.today)
    role = cells.line("answered_by")
    if on is None or len(cells.problems) > before:
        return None
    return Given(reason, kind, role, on, told_on, told_how)


def _check_nothing_left(cells: Cells) -> None:
    """That a row is not answered yet may be said; anything else belongs to an answer."""
    kind = cells.line("answer_kind").casefold()
    left = ["answer_kind"] if kind and kind not in NOT_YET else []
    left += [name for name in ("answered_on", "told_on") if cells.line(name)]
    if left:
        cells.wrong(left[0], _("There is no answer in this row. Write it in, or leave this empty."))


def _check_reason(cells: Cells, reason: str, measure: Measure) -> None:
    try:
        rules.check_reason(reason, measure.empty)
        rules.check_not_a_template(reason, measure.templates)
    except Refused as refused:
        way_out = _("Or leave out all that this row says of an answer: then one is owed.")
        cells.wrong("our_answer", f"{refused.reason} {way_out}")


def _kind(cells: Cells) -> str:
    text = cells.line("answer_kind").casefold().rstrip(".")
    if text in NOT_YET:
        cells.wrong(
            "answer_kind",
            _("That is no answer yet. Leave out all that this row says of an answer: then one is owed."),
        )
    elif not (kind := ANSWERS.get(text, "")):
        cells.wrong("answer_kind", _("Write one of these: adopted, adapted, not adopted, no decision."))
    else:
        return kind
    return ""


def _day(cells: Cells, received: date, today: date) -> date | None:
    if not cells.line("answered_on"):
        cells.wrong("answered_on", _("Say on which day this answer was given."))
        return None
    on = cells.day("answered_on")
    if on is None:
        return None
    if wrong := _wrong_day(on, received, today, stated=bool(cells.line("received_on"))):
        cells.wrong("answered_on", wrong)
        return None
    return on


def _wrong_day(on: date, received: date, today: date, *, stated: bool) -> str:
    if on > today:
        return _("This day has not come yet. Give the day on which the answer was given.")
    if on < received and not stated:
        return _("Say too on which day it had reached you (received on). Without that it is today, after the answer.")
    if on < received:
        return _("It cannot be answered before it was received. Look at the two days.")
    if on - received > LONGEST_WAIT:
        return _("That is a hundred years after it was received. Look at the two days.")
    return ""


def _told(cells: Cells, on: date | None, today: date) -> tuple[date | None, str]:
    how = cells.one_of("told_how", HOW)
    if not cells.line("told_on"):
        if how:
            cells.wrong("told_on", _("Say on which day they were told, or leave out how."))
        return None, ""
    told_on = cells.day("told_on")
    if told_on and on:
        try:
            rules.check_told_day(told_on, on, today)
        except Refused as refused:
            cells.wrong("told_on", refused.reason)
    return told_on, how or TellingChannel.NOT_SAID.value


def keep_given(pairs: Iterable[tuple[Given, Contribution]], by: Actor) -> list[Answer]:
    """`pairs`: an answer and what it answers, which was just kept. They are of one moment: that is how both are known
    to have come out of a file, whatever day the answer is from (`brought_in`).
    """
    found, line = list(pairs), byline(by)
    answers = Answer.objects.bulk_create([_answer(given, row, line) for given, row in found])
    Telling.objects.bulk_create(
        Telling(
            answer=answer,
            channel=given.told_how,
            told_on=given.told_on,
            **{**line, "recorded_at": answer.recorded_at},
        )
        for (given, _row), answer in zip(found, answers, strict=True)
        if given.told_on
    )
    return answers


def _answer(given: Given, row: Contribution, line: dict[str, Any]) -> Answer:
    return Answer(
        contribution=row,
        kind=given.kind,
        reason=given.reason,
        salt=new_salt(),
        role=given.role or row.unit.name,
        answered_on=given.on,
        recorded_at=row.recorded_at,
        **line,
    )


def sealed(answers: Iterable[Answer]) -> list[audit.SealedRow]:
    return [audit.SealedRow(answer.code, seals.seal(answer)) for answer in answers]
