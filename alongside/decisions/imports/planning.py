"""What a file would do, worked out a batch at a time while it is read: 100,000 rows are never all in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor
from alongside.core.calendars import Calendar
from alongside.core.sheets import Problem, Sheet, match_columns
from alongside.organisation.models import Organisation

from .. import queries
from ..models import DECIDED, DROPPED, PLANNED, Decision
from .calendar import CalendarReading
from .columns import NAMES
from .lines import Line, Past, Reading, missing_columns
from .world import Choices, World

BATCH = 500
TEXTS = ("title", "open_part", "fixed_part", "decider", "due_on")  # may still be put right once it was decided


class Lines(Protocol):
    def lines(self) -> Iterator[Line]: ...

    def notes(self) -> Iterator[str]: ...


@dataclass(frozen=True)
class Change:
    """What one line does to a decision that is here already."""

    decision: Decision
    values: dict[str, Any]
    line: Line
    past: Past | None = None
    drop: bool = False


@dataclass(frozen=True)
class Batch:
    new: list[Line]
    changes: list[Change]

    @property
    def drops(self) -> list[Change]:
        return [change for change in self.changes if change.drop]


@dataclass
class Plan:
    source: str
    world: World
    reading: Lines
    problems: list[Problem]
    unknown_columns: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    kept_outcomes: int = 0
    kept_dropped: int = 0

    def batches(self) -> Iterator[Batch]:
        lines = self.reading.lines()
        while chunk := list(islice(lines, BATCH)):
            batch = self._batch(chunk)
            self.counts["new"] += len(batch.new)
            self.counts["changed"] += len(batch.changes)
            self.counts["unchanged"] += len(chunk) - len(batch.new) - len(batch.changes)
            yield batch
        self.counts["units_made"] = len(self.world.made_units)

    def _batch(self, chunk: list[Line]) -> Batch:
        rows = queries.by_uids(self.world.organisation.pk, [line.uid for line in chunk])
        here = {row.uid: row for row in (rows if self.world.rehearsing else rows.select_for_update(no_key=True))}
        new = [line for line in chunk if line.uid not in here and not line.cancelled]
        pairs = ((here[line.uid], line) for line in chunk if line.uid in here)
        changes = [self._change(row, line) for row, line in pairs if row.fingerprint != line.fingerprint]
        return Batch(new, changes)

    def _change(self, decision: Decision, line: Line) -> Change:
        if decision.state == PLANNED:
            return Change(decision, _fitting(decision, line.values, line.past), line, line.past, drop=line.cancelled)
        self.kept_outcomes += decision.state == DECIDED
        self.kept_dropped += decision.state == DROPPED and not line.cancelled
        texts = {name: value for name, value in line.values.items() if name in TEXTS}
        return Change(decision, _fitting(decision, texts), line)

    def notes(self) -> list[str]:
        found = [*self.reading.notes()]
        if self.counts["left_out"]:
            text = ngettext(
                "%(n)s row says the same as an earlier one and was left out. If it is another decision, give it its "
                "own reference.",
                "%(n)s rows say the same as earlier ones and were left out. If they are other decisions, give each its "
                "own reference.",
                self.counts["left_out"],
            )
            found.append(text % {"n": self.counts["left_out"]})
        if self.kept_outcomes:
            found.append(_("What was already decided here keeps its outcome, whatever the file says."))
        if self.kept_dropped:
            found.append(_("What was dropped here stays dropped. Open it again if it is going ahead."))
        for name, number in self.world.other_kinds.most_common(20):
            found.append(_("“%(name)s” is not a kind here: “Other” was used (%(n)s).") % {"name": name, "n": number})
        if self.world.made_units:
            names = ", ".join(self.world.made_units[:20])
            found.append(_("Units made under the top one, as teams: %(names)s.") % {"names": names})
        return found

    @property
    def empty(self) -> bool:
        return not self.problems and not any(self.counts[name] for name in ("new", "changed", "unchanged"))


def _fitting(decision: Decision, said: dict[str, Any], past: Past | None = None) -> dict[str, Any]:
    """A day before the one on which the decision was opened here brings that forward."""
    days = [said.get("opened_on", decision.opened_on), said.get("due_on", decision.due_on), past and past.on]
    opened_on = min(day for day in days if day)
    return said if opened_on == decision.opened_on else {**said, "opened_on": opened_on}


def plan_decisions(
    sheet: Sheet,
    organisation: Organisation,
    mapping: dict[str, str] | None = None,
    *,
    by: Actor,
    choices: Choices | None = None,
    rehearsing: bool = True,
) -> Plan:
    """What a table would do. Raises SheetError where the columns cannot be matched; go through `batches()` once."""
    world = World(organisation, by, choices or Choices(), rehearsing)
    matched = match_columns(sheet.columns, NAMES, mapping)
    problems = missing_columns(matched, world)
    if problems:
        return Plan(sheet.kind, world, _Unread(sheet), problems, matched.unknown)
    reading = Reading(sheet, matched, world, problems)
    return Plan(sheet.kind, world, reading, problems, matched.unknown, reading.counts)


def plan_calendar(
    calendar: Calendar, organisation: Organisation, *, by: Actor, choices: Choices, rehearsing: bool = True
) -> Plan:
    """What a calendar would do: every entry a planned decision of the chosen kind and unit."""
    world = World(organisation, by, choices, rehearsing)
    return Plan("ical", world, CalendarReading(calendar, world), [])


@dataclass
class _Unread:
    """A sheet that lacks a column that is needed: no row of it is looked at."""

    sheet: Sheet

    def lines(self) -> Iterator[Line]:
        yield from ()

    def notes(self) -> Iterator[str]:
        yield from self.sheet.notes
