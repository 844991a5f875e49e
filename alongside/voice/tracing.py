"""A trace as a picture: said, answered, decided, changed, confirmed. Reads what was fetched, asks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dates import MONTHS
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import how_long, long_day
from alongside.core.flow import Box, Step
from alongside.decisions.models import Decision

from . import progress
from .models import AnswerKind, Change, CheckDay, Contribution, Held, Shaped
from .models.contributions import ANSWERED, WITHDRAWN
from .tallies import Tally

MOST_GROUPS, MOST_SHAPED, LONGEST = 5, 3, 110
FEW = 4  # so many are drawn one by one
HELD = {Held.HELD: "done", Held.PARTLY: "late", Held.GONE: "late"}


@dataclass(frozen=True)
class Seen:
    """What the picture needs of a trace, whoever fetched it."""

    newest: Sequence[Contribution]
    quoted: Mapping[int, str]  # words that the reader may read, by contribution
    groups: Sequence[Any]
    total: int
    hidden: int
    hidden_in_words: str
    answers: Mapping[str, int]
    owed: int
    decisions: Sequence[Decision]
    shaped: Sequence[Shaped]
    changes: Sequence[Change]
    more_changes: int
    tallies: Mapping[int, Tally]
    checks: Mapping[int, Sequence[CheckDay]]


def short(words: str, most: int = LONGEST) -> str:
    return Truncator(" ".join(words.split())).chars(most)


def steps(seen: Seen, today: date) -> list[Step]:
    """Nothing is left out: what has not happened yet is said."""
    first = min((row.said_on for row in seen.newest), default=None)
    answered = min((row.answered_on for row in seen.newest if row.answered_on), default=None)
    decided = min((row.decided_on for row in seen.decisions if row.decided_on), default=None)
    changed = min((row.since for row in seen.changes), default=None)
    checked = min((day.done_on for days in seen.checks.values() for day in days if day.done_on), default=None)
    return [
        Step(_("Said"), list(_said(seen)), long_day(first) if first and seen.total <= FEW else ""),
        Step(_("Answered"), list(_answered(seen)), after(first, answered) if seen.total == 1 else ""),
        Step(_("Decided"), list(_decided(seen)), after(first, decided) if seen.total == 1 else ""),
        Step(_("Changed"), list(_changed(seen)), after(first, changed) if seen.total == 1 else ""),
        Step(_("Confirmed"), list(_confirmed(seen)), after(changed, checked)),
    ]


def after(one: date | None, other: date | None) -> str:
    """“12 days later”, in as few letters as can be."""
    if one is None or other is None:
        return ""
    days = (other - one).days
    if days == 0:
        return _("the same day")
    return (_("%(long)s later") if days > 0 else _("%(long)s before")) % {"long": how_long(days)}


def _said(seen: Seen) -> Iterator[Box]:
    drawn = seen.newest if seen.total <= FEW else seen.newest[:3]
    for row in drawn:
        tone = "open" if row.pk in seen.quoted else "quiet"
        yield Box(said_words(row, seen.quoted), long_day(row.said_on), tone, _to(row, seen))
    if seen.total - seen.hidden > len(drawn):
        yield from _grouped(seen)
    if seen.hidden_in_words:
        yield Box(seen.hidden_in_words)


def _to(row: Contribution, seen: Seen) -> tuple[int, ...]:
    """Which of the boxes under “Answered” is the answer to it: see `_answered`."""
    kinds = [kind for kind in sorted(seen.answers) if kind]
    found = [kinds.index(row.answer_kind)] if row.answer_kind in kinds else []
    return (*found, len(kinds)) if row.is_owed and row.state != ANSWERED and seen.owed else tuple(found)


def said_words(row: Contribution, quoted: Mapping[int, str]) -> str:
    if row.pk in quoted:
        return f"“{short(quoted[row.pk])}”"
    return taken_back() if row.state == WITHDRAWN else _("Their words stay with those who answer")


def taken_back() -> str:
    return _("Taken back by its author")


def _grouped(seen: Seen) -> Iterator[Box]:
    """All of them, the newest too: the boxes above are the newest in words."""
    for group in seen.groups[:MOST_GROUPS]:
        month = f"{MONTHS[group.month.month]} {group.month.year}"
        text = ngettext("%(n)s thing said to %(unit)s", "%(n)s things said to %(unit)s", group.number)
        yield Box(text % {"n": group.number, "unit": group.unit}, month)
    rest = seen.groups[MOST_GROUPS:]
    if rest:
        number = sum(group.number for group in rest)
        text = ngettext("%(n)s thing more, said before", "%(n)s things more, said before", number)
        yield Box(text % {"n": number})


def _answered(seen: Seen) -> Iterator[Box]:
    for kind, number in sorted(seen.answers.items()):
        if kind:
            words, tone = progress.ANSWERS[kind]
            label = str(AnswerKind(kind).label)
            yield Box(label if seen.total == 1 else f"{number}: {label}", tone="open" if tone == "done" else tone)
    if seen.owed:
        text = ngettext("%(n)s answer is owed", "%(n)s answers are owed", seen.owed) % {"n": seen.owed}
        yield Box(_("An answer is owed") if seen.total == 1 else text, tone="late")
    elif not any(kind for kind in seen.answers):
        yield Box(_("No answer"))


def _decided(seen: Seen) -> Iterator[Box]:
    for row in seen.decisions[:FEW]:
        yield Box(short(row.title, 70), _decided_when(row), "done" if row.decided_on else "waiting")
    for each in _one_of_each(seen.shaped)[:MOST_SHAPED]:
        denied = _("Its author says that it is not so") if each.disputed_on else ""
        note = denied or (_("A paper") if each.paper_id else _("On the agenda"))
        yield Box(short(_title(each), 70), note, "late" if denied else "open")
    if not seen.decisions and not seen.shaped:
        yield Box(_("No decision was needed, or none is shown"))


def _one_of_each(shaped: Sequence[Shaped]) -> list[Shaped]:
    """Papers and agenda items, once each, a disputed one before the others of its kind."""
    rows = sorted(
        (each for each in shaped if each.paper_id or each.agenda_item_id), key=lambda each: each.disputed_on is None
    )
    return list({(each.paper_id, each.agenda_item_id): each for each in reversed(rows)}.values())


def _title(each: Shaped) -> str:
    return each.paper.title if each.paper else each.agenda_item.title if each.agenda_item else each.decision.title


def _decided_when(row: Decision) -> str:
    if row.decided_on:
        return f"{row.get_taken_display()}, {long_day(row.decided_on)}"
    return _("Not decided yet")


def _changed(seen: Seen) -> Iterator[Box]:
    for number, change in enumerate(seen.changes):
        tone = progress.CHANGES[change.stands][1]
        note = _("since %(day)s") % {"day": long_day(change.since)}
        if change.corrected_on:
            note += ". " + _("Corrected on %(day)s") % {"day": long_day(change.corrected_on)}
        yield Box(short(change.what), note, tone, to=(number,))
    if seen.more_changes:
        text = ngettext("%(n)s more change", "%(n)s more changes", seen.more_changes)
        yield Box(text % {"n": seen.more_changes})
    if not seen.changes:
        yield Box(_("Nothing is different yet"))


def _confirmed(seen: Seen) -> Iterator[Box]:
    for change in seen.changes:
        words, tone = progress.CHANGES[change.stands]
        tally = seen.tallies.get(change.pk)
        said = [*(tally.sentences() if tally else []), *(_looked(day) for day in seen.checks.get(change.pk, ()))]
        yield Box(words, " ".join(each for each in said if each), tone)
    if not seen.changes:
        yield Box(_("Nothing to confirm yet"))


def _looked(day: CheckDay) -> str:
    """What the unit saw, or when it looks."""
    if day.done_on is None:
        return _("Looked at by %(day)s.") % {"day": long_day(day.due_on)}
    own = next((each for each in day.seen if each.contribution_id is None), None)
    result = str(Held(own.result).label).lower() if own else ""
    return _("On %(day)s: %(result)s.") % {"day": long_day(day.done_on), "result": result}


def in_words(seen: Seen) -> str:
    """The picture for those who do not see it."""
    answered = sum(number for kind, number in seen.answers.items() if kind)
    found = [
        ngettext("%(n)s thing was said.", "%(n)s things were said.", seen.total) % {"n": seen.total}
        if not seen.hidden
        else _("Several things were said."),
        ngettext("%(n)s was answered.", "%(n)s were answered.", answered) % {"n": answered},
    ]
    found += [_("Decided: %(what)s.") % {"what": row.title} for row in seen.decisions if row.decided_on]
    for change in seen.changes:
        tally = seen.tallies.get(change.pk)
        found.append(_("Changed: %(what)s") % {"what": short(change.what)})
        found.append(f"{progress.CHANGES[change.stands][0]}. {tally.in_words() if tally else ''}")
    return " ".join(found)
