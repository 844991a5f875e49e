"""One row of a file, or one entry of a calendar, read: what it says about one decision."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import long_day
from alongside.core.importing import Cells
from alongside.core.sheets import Matched, Problem, Row, Sheet

from ..models import Trigger
from ..rules import LONGEST_LINE
from .world import World, folded

LONGEST_TEXT = 20_000
LONGEST_REFERENCE = 250
MOST_PROBLEMS = 1000
MOST_NAMED = 10
TRIGGERS = {word: str(value) for value in Trigger for word in (str(value), folded(str(value.label)))} | {
    folded(str(value).replace("_", " ")): str(value) for value in Trigger
}


@dataclass(frozen=True, slots=True)
class Past:
    """What the file says came of a decision that was already taken."""

    on: date
    outcome: str
    reason: str
    reserved: bool
    without: str = ""
    allowed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    uid: str
    fingerprint: str
    values: dict[str, Any]  # of Decision; what the file does not say is not in it
    opened_on: date  # where the file names no day
    past: Past | None = None
    cancelled: bool = False


@dataclass
class Reading:
    """The rows of one sheet, one by one; problems and notes fill up on the way."""

    sheet: Sheet
    matched: Matched
    world: World
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seen: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    strange_owners: list[int] = field(default_factory=list)
    decided: int = 0

    def lines(self) -> Iterator[Line]:
        for row in self.sheet.rows:
            self.counts["rows"] += 1
            found = len(self.problems)
            line = self._line(row)
            if line and len(self.problems) == found and self._is_first(row, line):
                self.decided += line.past is not None
                yield line
            if len(self.problems) >= MOST_PROBLEMS:
                self.problems.append(Problem(None, None, _("There may be more: reading stopped here.")))
                return
        self.problems += self.sheet.problems

    def notes(self) -> Iterator[str]:
        yield from self.sheet.notes
        if "reference" not in self.matched.by_field:
            yield _("No column holds references, so a row whose title, unit or day changes becomes a new decision.")
        if self.strange_owners:
            rows = ", ".join(map(str, self.strange_owners[:MOST_NAMED]))
            yield _("Owners who do not work here were left out. Rows: %(rows)s.") % {"rows": rows}
        if self.decided:
            text = ngettext(
                "%(n)s row was already decided. It counts as taken without people until attendance is written down.",
                "%(n)s rows were already decided. They count as taken without people until attendance is written down.",
                self.decided,
            )
            yield text % {"n": self.decided}

    def _line(self, row: Row) -> Line | None:
        cells = Cells(row, self.matched, self.problems)
        values = self._values(cells)
        past = self._past(cells, values)
        if "title" not in values or "kind" not in values or "unit" not in values:
            return None
        days = (day for day in (self.world.today, values.get("due_on"), past and past.on) if day)
        opened_on = values.get("opened_on") or min(days)
        self._check_days(cells, opened_on, values.get("due_on"), past)
        self._check_seats(cells, past)
        return Line(
            uid=_uid(cells.line("reference", limit=LONGEST_REFERENCE), values, past),
            fingerprint=self._fingerprint(row, values),
            values=values,
            opened_on=opened_on,
            past=past,
        )

    def _values(self, cells: Cells) -> dict[str, Any]:
        """Empty cells are left out: they never wipe what was written here."""
        found = {
            "title": cells.line("title", limit=LONGEST_LINE, required=True),
            "kind": self._kind(cells),
            "unit": self._unit(cells),
            "opened_on": cells.day("opened"),
            "due_on": cells.day("due"),
            "decider": cells.line("decider", limit=LONGEST_LINE),
            "open_part": cells.text("open", limit=LONGEST_TEXT),
            "fixed_part": cells.text("fixed", limit=LONGEST_TEXT),
            "owner_id": self._owner(cells),
            "forum_id": self._forum(cells),
            "trigger": cells.one_of("trigger", TRIGGERS),
        }
        return {name: value for name, value in found.items() if value}

    def _kind(self, cells: Cells) -> Any:
        name = cells.line("kind", required=self.world.choices.kind is None)
        if not name:
            return self.world.choices.kind
        found = self.world.kind(name)
        if found is None:
            facts = {"name": name[:40], "names": ", ".join(self.world.kind_names())}
            cells.wrong("kind", _("There is no kind “%(name)s”. The kinds are: %(names)s.") % facts)
        return found

    def _unit(self, cells: Cells) -> Any:
        name = cells.line("unit", required=self.world.choices.unit is None)
        if not name:
            return self.world.choices.unit
        found = self.world.unit(name)
        if found is None:
            told = _("There is no unit “%(name)s”. Put it right, or choose to make units that are not here yet.")
            cells.wrong("unit", told % {"name": name[:40]})
        elif found.closed_on and not cells.line("decided"):
            told = _("“%(name)s” has closed. Name the unit that decides now.")
            cells.wrong("unit", told % {"name": name[:40]})
        return found

    def _owner(self, cells: Cells) -> int | None:
        email = cells.line("owner", limit=254).lower()
        found = self.world.users.get(email)
        if email and found is None:
            self.strange_owners.append(cells.row.number)
        return found

    def _forum(self, cells: Cells) -> int | None:
        name = cells.line("body")
        found = self.world.forums.get(folded(name))
        if name and found is None:
            told = _("There is no board, panel or group “%(name)s”. Write it down under Seats, or leave this empty.")
            cells.wrong("body", told % {"name": name[:40]})
        return found.pk if found else None

    def _past(self, cells: Cells, values: dict[str, Any]) -> Past | None:
        on = cells.day("decided")
        outcome, reason = cells.text("outcome", limit=LONGEST_TEXT), cells.text("reason", limit=LONGEST_TEXT)
        if on is None:
            if outcome and not cells.line("decided"):
                cells.wrong("outcome", _("There is an outcome and no day it was decided. Fill in “decided”."))
            return None
        if on > self.world.today:
            cells.wrong("decided", _("%(day)s is still to come. Leave it empty.") % {"day": long_day(on)})
        kind = values.get("kind")
        since = self.world.reserved_since(kind.pk, on) if kind else None
        if kind is None or since is None:
            return Past(on, outcome, reason, reserved=False)
        return self._exception(cells, Past(on, outcome, reason, reserved=True), kind.name, since)

    def _exception(self, cells: Cells, past: Past, kind: str, since: date) -> Past:
        without = cells.text("without", limit=LONGEST_TEXT)
        if not without:
            told = _(
                "%(kind)s has been reserved since %(since)s: it may not be decided without people unless somebody says "
                "why. Fill in “without”, or empty “decided” and record the outcome here with who took part."
            )
            cells.wrong("decided", told % {"kind": kind, "since": long_day(since)})
        elif refusal := self.world.check_may_except():
            cells.wrong("without", refusal)
        return Past(past.on, past.outcome, past.reason, True, without, self._allowed_by(cells, bool(without)))

    def _allowed_by(self, cells: Cells, asked: bool) -> int | None:
        email = cells.line("allowed", limit=254).lower()
        found = self.world.users.get(email) if email else self.world.by.user_id
        if asked and (found is None or not self.world.may_allow(found)):
            cells.wrong("allowed", _("Write the e-mail address of the coordinator or board member who allowed it."))
        return found

    def _check_days(self, cells: Cells, opened_on: date, due_on: date | None, past: Past | None) -> None:
        opened = {"opened": long_day(opened_on)}
        if due_on and due_on < opened_on:
            cells.wrong("due", _("This is before the day it was opened, %(opened)s.") % opened)
        if past and past.on < opened_on:
            cells.wrong("decided", _("This is before the day it was opened, %(opened)s.") % opened)

    def _check_seats(self, cells: Cells, past: Past | None) -> None:
        """A body that decided with seats for lived experience empty: that is waived here, by name, or not recorded."""
        forum = self.world.forums.get(folded(cells.line("body")))
        if past and forum and self.world.empty_seats(forum, past.on):
            told = _(
                "It had empty seats for lived experience on that day. Empty “decided”, and record the outcome here."
            )
            cells.wrong("body", told)

    def _fingerprint(self, row: Row, values: dict[str, Any]) -> str:
        said = [(name, row.cells[column]) for name, column in sorted(self.matched.by_field.items())]
        chosen = [values["kind"].slug, folded(values["unit"].name)]
        return hashlib.sha256(repr([said, chosen]).encode()).hexdigest()

    def _is_first(self, row: Row, line: Line) -> bool:
        """A second row with the same key: left out when it says the same, a problem when it does not."""
        key, print_ = hashlib.sha256(line.uid.encode()).digest()[:16], bytes.fromhex(line.fingerprint[:16])
        first, same = self.seen.setdefault(key, (row.number, print_))
        if first == row.number:
            return True
        if same == print_:
            self.counts["left_out"] += 1
            return False
        told = _("Row %(first)s has the same reference.")
        if "reference" not in self.matched.by_field:
            told = _("Row %(first)s has the same title, unit and day. Add a column “reference” with a number for each.")
        self.problems.append(
            Problem(row.number, self.matched.by_field.get("reference"), told % {"first": first}, line.values["title"])
        )
        return False


def _uid(reference: str, values: dict[str, Any], past: Past | None) -> str:
    if reference:
        return f"ref:{reference}"
    day = values.get("due_on") or (past.on if past else None)
    key = repr((folded(values["title"]), folded(values["unit"].name), day.isoformat() if day else ""))
    return f"row:{hashlib.sha256(key.encode()).hexdigest()[:32]}"


def missing_columns(matched: Matched, world: World) -> list[Problem]:
    needed = ["title"]
    needed += ["kind"] if world.choices.kind is None else []
    needed += ["unit"] if world.choices.unit is None else []
    told = _("No column is called “%(name)s”. Rename the column that holds it, or say which one it is.")
    return [Problem(None, name, told % {"name": name}) for name in matched.missing(needed)]
