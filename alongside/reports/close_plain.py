"""What was counted, in a few plain sentences: for whoever is asked to sign it, and for all in whose name it is. Pure.
Each sentence is of one figure; what cannot be said of a period is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .values import Row, Sheet


@dataclass(frozen=True)
class Plain:
    title: str
    sentences: tuple[str, ...]


def told_plainly(sheet: Sheet) -> list[Plain]:
    parts: tuple[tuple[str, Callable[[Sheet], Iterator[str]]], ...] = (
        (_("What was decided"), _decided),
        (_("What people said, and what they heard back"), _said),
        (_("What is different now"), _different),
        (_("Who came"), _came),
    )
    return [Plain(title, tuple(found(sheet))) for title, found in parts]


def _row(sheet: Sheet, figure: str, key: str) -> Row | None:
    """None: it was closed before there was such a figure."""
    rows = (row for part in sheet.parts for one in part.figures if one.slug == figure for row in one.rows)
    return next((row for row in rows if row.key == key), None)


def _number(sheet: Sheet, figure: str, key: str) -> int:
    row = _row(sheet, figure, key)
    return int(row.number or 0) if row else 0


def _n(number: int) -> dict[str, str]:
    return {"n": f"{number:,}"}


def _decided(sheet: Sheet) -> Iterator[str]:
    together, without, excepted = (_number(sheet, "coverage", key) for key in ("with", "without", "excepted"))
    number = together + without + excepted
    if not number:
        yield _("Nothing was decided.")
    else:
        words = ngettext("%(n)s thing was decided.", "%(n)s things were decided.", number) % _n(number)
        words += " " + _("With people: %(n)s.") % _n(together)
        yield words + " " + _("Without people: %(n)s.") % _n(without + excepted)
    if excepted:
        words = ngettext(
            "%(n)s of those without people is of a kind that should not be decided without people.",
            "%(n)s of those without people are of a kind that should not be decided without people.",
            excepted,
        )
        yield words % _n(excepted)
    if waits := _number(sheet, "coverage", "not_yet"):
        words = ngettext(
            "%(n)s more should have been decided, and was not yet.",
            "%(n)s more should have been decided, and were not yet.",
            waits,
        )
        yield words % _n(waits)


def _said(sheet: Sheet) -> Iterator[str]:
    received, answered = _number(sheet, "received", "received"), _number(sheet, "answer_time", "answered")
    yield ngettext("People told us %(n)s thing.", "People told us %(n)s things.", received) % _n(received)
    yield ngettext("%(n)s thing got its first answer.", "%(n)s things got their first answer.", answered) % _n(answered)
    worst = _row(sheet, "answer_time", "worst")
    if worst and worst.number is not None:
        yield _worst(int(worst.number))
    late = _number(sheet, "waiting", "over-12")
    if late:
        words = ngettext(
            "%(n)s thing had no answer for more than twelve weeks.",
            "%(n)s things had no answer for more than twelve weeks.",
            late,
        )
        yield words % _n(late)
    else:
        yield _("Nothing had waited more than twelve weeks for an answer.")


def _worst(days: int) -> str:
    words = ngettext(
        "The longest wait for a first answer was %(n)s working day. Weekends are not counted.",
        "The longest wait for a first answer was %(n)s working days. Weekends are not counted.",
        days,
    )
    return words % _n(days)


def _different(sheet: Sheet) -> Iterator[str]:
    confirmed, claimed, disputed, lapsed = (
        _number(sheet, "changes", key) for key in ("confirmed", "claimed", "challenged", "lapsed")
    )
    number = confirmed + claimed + disputed + lapsed
    if not number:
        yield _("Nothing new is different because of what people said.")
        return
    words = ngettext(
        "%(n)s thing is different because of what people said.",
        "%(n)s things are different because of what people said.",
        number,
    )
    yield words % _n(number)
    if confirmed:
        yield _("Somebody who asked for it says that it is so: %(n)s.") % _n(confirmed)
    if claimed:
        yield _("Only the organisation says so: %(n)s.") % _n(claimed)
    if disputed:
        yield _("Somebody who asked for it says that it is not so: %(n)s.") % _n(disputed)
    if lapsed:
        yield _("It was so, and is not all so any more: %(n)s.") % _n(lapsed)


def _came(sheet: Sheet) -> Iterator[str]:
    came = _row(sheet, "came", "came")
    if came is not None and came.number is not None:
        yield _people(came)
    missing = _number(sheet, "needs", "not_met")
    if missing:
        words = ngettext(
            "%(n)s time somebody did not get what they needed to take part.",
            "%(n)s times somebody did not get what they needed to take part.",
            missing,
        )
        yield words % _n(missing)
    vacant = _row(sheet, "seats", "vacant")
    if vacant is not None and vacant.of:
        yield _("Seats kept for people who have lived through it: %(of)s. Empty: %(n)s.") % {
            "of": vacant.of,
            "n": int(vacant.number or 0),
        }


def _people(came: Row) -> str:
    if came.few:
        return _("Fewer than %(n)s people came to something.") % {"n": came.step}
    number = int(came.number or 0)
    if came.rounded:
        return _("%(n)s people or more came to something. We do not say how many, so that nobody is found out.") % _n(
            number
        )
    return ngettext("%(n)s person came to something.", "%(n)s people came to something.", number) % _n(number)
