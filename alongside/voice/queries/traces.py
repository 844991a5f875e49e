"""From a decision or a change back to the sentences that shaped it, as far as the reader may know of them.

Words are read by those whom their author lets read them: whoever answers, whoever works here when the author allows
that, everybody once they are public. What was taken back has no words; what is before the safeguarding lead is not
there. A trace of many is counted by unit and month in the database, and its table is paged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from alongside.core.actor import Actor
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import rules, showing_text
from ..models import Change, ChangeSource, CheckDay, Contribution, Shaped, Verdict
from ..models.contributions import ANSWERED, OWED
from ..tallies import Tally
from .changes import changes_for, marked
from .holding import check_days_of, shaped_by, tallies_of

UNANSWERED = frozenset(OWED) - {ANSWERED}  # told or not, an answered one has its answer
NEWEST, MOST_CHANGES, MOST_SHAPED = 4, 5, 50


@dataclass(frozen=True)
class Group:
    unit: str
    month: date
    number: int


@dataclass
class Trace:
    """`rows`: what the reader may know of, each with `heard` (public) and `known` (theirs to see here)."""

    rows: QuerySet[Contribution]
    total: int = 0
    listed: int = 0
    groups: list[Group] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)  # by kind of the newest answer; "" is none yet
    owed: int = 0
    newest: list[Contribution] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    more_changes: int = 0
    shaped: list[Shaped] = field(default_factory=list)
    of_one_change: bool = False
    tallies: dict[int, Tally] = field(default_factory=dict)
    checks: dict[int, list[CheckDay]] = field(default_factory=dict)

    @property
    def hidden(self) -> int:
        return self.total - self.listed


def trace_of_change(actor: Actor, change: Change) -> Trace:
    sources = ChangeSource.objects.filter(change=change).values("contribution")
    found = _trace(actor, Contribution.objects.filter(pk__in=sources))
    if change.decision and decisions.decisions_for(actor).filter(pk=change.decision.pk).exists():
        found.decisions = [change.decision]
    found.of_one_change = True
    return _with_changes(found, [change])


def trace_of_decision(actor: Actor, decision: Decision) -> Trace:
    changes = list(changes_for(actor).select_related(None).filter(decision=decision)[: MOST_CHANGES * 4])
    shaped = Shaped.objects.filter(decision=decision, contribution__restricted=False)
    about = Contribution.objects.filter(decision=decision).order_by().values("pk")
    at = Contribution.objects.filter(meeting__opportunity__decision=decision).order_by().values("pk")
    sources = ChangeSource.objects.filter(change__in=[change.pk for change in changes]).values("contribution")
    rows = Contribution.objects.filter(
        Q(pk__in=about) | Q(pk__in=at) | Q(pk__in=shaped.values("contribution")) | Q(pk__in=sources)
    )
    found = _trace(actor, rows)
    found.decisions = [decision]
    known = shaped.filter(contribution__in=found.rows.order_by().values("pk"))
    kept = known.select_related("decision", "paper", "agenda_item").order_by("-id")
    found.shaped = list(kept[:MOST_SHAPED])
    return _with_changes(found, changes)


def _trace(actor: Actor, rows: QuerySet[Contribution]) -> Trace:
    all_of_it = marked(actor, rows)
    seen = all_of_it.filter(Q(heard=True) | Q(known=True)).select_related("unit", "person", "question", "showing")
    found = Trace(seen)
    for unit, month, kind, state, mine, number in _counted(all_of_it):
        found.total += number
        if mine:
            found.listed += number
            found.answers[kind] += number
            found.owed += number if state in UNANSWERED else 0
            found.groups.append(Group(unit, month, number))
    found.groups = _merged(found.groups)
    return found


def _counted(rows: QuerySet[Contribution]) -> list[Any]:
    rows = rows.annotate(month=TruncMonth("said_on")).order_by()
    counted = rows.values_list("unit__name", "month", "answer_kind", "state", "heard", "known").annotate(n=Count("pk"))
    return [(unit, month, kind, state, heard or known, n) for unit, month, kind, state, heard, known, n in counted]


def _merged(groups: Sequence[Group]) -> list[Group]:
    """One of each unit and month, the newest month first."""
    counts: Counter[tuple[str, date]] = Counter()
    for group in groups:
        counts[(group.unit, group.month)] += group.number
    ordered = sorted(counts.items(), key=lambda item: (-item[0][1].toordinal(), item[0][0]))
    return [Group(unit, month, number) for (unit, month), number in ordered]


def _with_changes(found: Trace, changes: Sequence[Change]) -> Trace:
    found.changes, found.more_changes = list(changes[:MOST_CHANGES]), max(len(changes) - MOST_CHANGES, 0)
    numbers = [change.pk for change in found.changes]
    if not numbers:
        return found
    found.tallies, found.checks = tallies_of(numbers), check_days_of(numbers)
    return found


def trace_of_words(actor: Actor, contribution: Contribution) -> Trace:
    """From one thing that was said forward to everything that came of it, for its author and for those who read it.

    `contribution` with everything about it fetched.
    """
    found = Trace(Contribution.objects.none(), total=1, listed=1, newest=[contribution])
    found.answers[contribution.answer_kind] += 1
    found.owed = int(contribution.state in UNANSWERED)
    found.shaped = shaped_by(contribution)
    changes = [source.change for source in contribution.changes.all()]
    numbers = {change.decision_id for change in changes} | {row.decision_id for row in found.shaped}
    numbers |= {contribution.decision_id}
    if contribution.meeting:
        numbers |= {contribution.meeting.opportunity.decision_id}
    wanted = [number for number in numbers if number is not None]
    found.decisions = list(decisions.decisions_for(actor).filter(pk__in=wanted).order_by("opened_on", "id"))
    return _with_changes(found, changes)


def may_quote(actor: Actor, row: Contribution) -> bool:
    """May the reader of a trace read these words? `row` of a trace."""
    return bool(quoted(actor, row))


def quoted(actor: Actor, row: Contribution) -> str:
    """As they were said, for whoever works on them or said them; for everybody else what was decided, with what is
    left out said in its place.
    """
    if reads_whole(actor, row):
        return row.words
    return showing_text.readable_words(row, row.showing) if row.heard else ""  # type: ignore[attr-defined]


def reads_whole(actor: Actor, row: Contribution) -> bool:
    return bool(row.known and rules.may_read_words(actor, row))  # type: ignore[attr-defined]


def credited(rows: Sequence[Contribution]) -> dict[int, str]:
    """Names, by contribution, of those who want theirs to stand beside their words."""
    asked = {row.pk: row.person for row in rows if row.credit and row.person_id}
    allow = people.who_allow({person.pk for person in asked.values() if person}, Purpose.CREDIT) if asked else set()
    return {pk: people.shown_name(person) for pk, person in asked.items() if person and person.pk in allow}


def least_outside(organisation_id: int) -> int:
    """Under this number nothing is counted for readers who may not see what is behind it."""
    return organisations.settings_of(organisation_id).outside_threshold


@dataclass(frozen=True)
class Marks:
    """What stands beside each line of one page of a trace."""

    changes: dict[int, list[int]]
    verdicts: dict[int, list[Verdict]]


def newest_of(trace: Trace) -> list[Contribution]:
    return list(trace.rows.order_by("-said_on", "-id")[:NEWEST])


def marks_of(trace: Trace, rows: Sequence[Contribution]) -> Marks:
    numbers, of = [row.pk for row in rows], [change.pk for change in trace.changes]
    came: dict[int, list[int]] = {number: list(of) for number in numbers} if trace.of_one_change else {}
    sources = ChangeSource.objects.filter(contribution__in=numbers, change__in=of)
    for said, change in () if came else sources.values_list("contribution", "change"):
        came.setdefault(said, []).append(change)
    verdicts: dict[int, list[Verdict]] = {}
    for row in Verdict.objects.filter(contribution__in=numbers, change__in=of).order_by("id"):
        verdicts.setdefault(row.contribution_id, []).append(row)
    return Marks(came, verdicts)
