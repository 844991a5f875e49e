"""Whether changes held, what those who asked for them say, and what somebody's words shaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import Decision
from alongside.involvement.models import AgendaItem, Paper
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..models import Change, ChangeSource, CheckDay, Contribution, Correction, Shaped, Sighting, Verdict
from ..tallies import Said, Tally, tally
from .changes import change_for, changes_for
from .debts import Debt

DUE, SET, NONE = "due", "set", "none"
MOST_SHOWN = 25


def checks_due(actor: Actor, until: date) -> QuerySet[CheckDay]:
    """Changes that the actor's units look at by a day, the longest due first."""
    rows = CheckDay.objects.filter(done_on__isnull=True, due_on__lte=until)
    units = actor.units_for(P.ANSWER)
    rows = rows.filter(organisation=actor.organisation_id) if units is None else rows.filter(unit__in=units)
    rows = rows.select_related("change", "unit").order_by("due_on", "id")
    return rows.only("due_on", "change__what", "change__code", "unit__name")


def late_checks_by_unit(organisation: Organisation, today: date) -> list[tuple[Unit, Debt]]:
    """For reminders: what should have been looked at, by the unit that owes it."""
    rows = CheckDay.objects.filter(organisation=organisation, done_on__isnull=True, due_on__lte=today)
    found: dict[Unit, list[date]] = {}
    for row in rows.select_related("unit").order_by("due_on", "id"):
        found.setdefault(row.unit, []).append(row.due_on)
    return [(unit, Debt(len(days), days[0])) for unit, days in found.items()]


def check_day_for(actor: Actor, code: str) -> CheckDay:
    """The day that is set, of a change that the actor may see and answers for."""
    change = change_for(actor, code)
    found = change.check_days.filter(done_on__isnull=True).select_related("unit").first()
    if found is None:
        raise NotYours
    found.change = change
    return found


def to_be_checked(rows: QuerySet[Change], state: str, today: date) -> QuerySet[Change]:
    """`state`: the day has come; a day is set; none is."""
    waiting = CheckDay.objects.filter(done_on__isnull=True)
    if state == DUE:
        return rows.filter(pk__in=waiting.filter(due_on__lte=today).values("change"))
    days = waiting.values("change")
    return rows.filter(pk__in=days) if state == SET else rows.exclude(pk__in=days)


DAY, SEEN = ([field.attname for field in model._meta.concrete_fields] for model in (CheckDay, Sighting))


def check_days_of(changes: Collection[int]) -> dict[int, list[CheckDay]]:
    """Every day with what was `seen`, by change, oldest first, in one question for the pages that ask a lot.
    What is before the safeguarding lead is left out.
    """
    found: dict[int, list[CheckDay]] = {}
    if not changes:
        return found
    values = [*DAY, *(f"sightings__{name}" for name in SEEN), "sightings__contribution__restricted"]
    rows = CheckDay.objects.filter(change__in=changes).order_by("due_on", "id", "sightings__id")
    days: dict[int, CheckDay] = {}
    for row in rows.values_list(*values):
        day, seen = row[: len(DAY)], row[len(DAY) : -1]
        if day[0] not in days:
            days[day[0]] = CheckDay.from_db(rows.db, DAY, day)
            days[day[0]].seen = []
            found.setdefault(days[day[0]].change_id, []).append(days[day[0]])
        if seen[0] is not None and not row[-1]:
            days[day[0]].seen.append(Sighting.from_db(rows.db, SEEN, seen))
    return found


def corrections_of(changes: Collection[Change]) -> dict[int, list[Correction]]:
    """By change, oldest first. Few were ever corrected, and then the database is not asked."""
    corrected = [change.pk for change in changes if change.corrected_on]
    found: dict[int, list[Correction]] = {}
    for row in Correction.objects.filter(change__in=corrected).order_by("id") if corrected else ():
        found.setdefault(row.change_id, []).append(row)
    return found


def reopened(change: Change) -> list[tuple[date, str, int]]:
    """When, why, and to how many the debt was opened again."""
    rows = change.reopenings.exclude(contribution__restricted=True).order_by("reopened_on")
    return list(rows.values_list("reopened_on", "cause").annotate(n=Count("pk")))


def tallies_of(changes: Collection[int]) -> dict[int, Tally]:
    """What those out of whose words changes came say about them, in one question: each author's newest word counts."""
    newest = Verdict.objects.filter(change=OuterRef("change"), contribution=OuterRef("contribution")).order_by("-id")
    said = newest.annotate(
        text=Concat(
            "kind",
            Value("|"),
            "size",
            Value("|"),
            Case(When(on_earlier_text=True, then=Value("1")), default=Value("")),
            output_field=CharField(),
        )
    )
    rows = ChangeSource.objects.filter(change__in=changes, contribution__restricted=False)
    rows = rows.annotate(said=Subquery(said.values("text")[:1])).filter(
        Q(said__isnull=False) | Q(contribution__withdrawn_on__isnull=True)
    )
    counted: dict[int, list[tuple[str | None, int]]] = {number: [] for number in changes}
    for change, words, number in rows.order_by().values_list("change", "said").annotate(n=Count("pk")):
        counted[change].append((words, number))
    return {change: _tally(groups) for change, groups in counted.items()}


def _tally(groups: Sequence[tuple[str | None, int]]) -> Tally:
    said = [_said(words) for words, number in groups if words for _one in range(number)]
    return tally(sum(number for _words, number in groups), said)


def _said(text: str) -> Said:
    kind, size, earlier = text.split("|")
    return Said(kind, size, bool(earlier))


# What somebody's words shaped.


def shaped_by(contribution: Contribution) -> list[Shaped]:
    """For its author, and for those who read it: what somebody here says that it shaped."""
    rows = contribution.shaped.select_related("decision", "paper", "agenda_item")
    return list(rows.order_by("shaped_on", "id"))


def shaped_of(contribution: Contribution, code: str) -> Shaped:
    found = contribution.shaped.select_related("decision", "paper", "agenda_item").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def title_of(shaped: Shaped) -> str:
    if shaped.paper:
        return shaped.paper.title
    return shaped.agenda_item.title if shaped.agenda_item else shaped.decision.title


def units_that_check(actor: Actor) -> QuerySet[Unit]:
    return organisations.units_of(actor)


@dataclass(frozen=True)
class Listed:
    """Facts of the changes on one page of a list."""

    tallies: dict[int, Tally]
    due: dict[int, date]


def listed(changes: Collection[Change]) -> Listed:
    numbers = [change.pk for change in changes]
    waiting = CheckDay.objects.filter(change__in=numbers, done_on__isnull=True)
    return Listed(tallies_of(numbers), dict(waiting.values_list("change", "due_on")))


def units_with_changes(actor: Actor) -> list[tuple[str, str]]:
    rows = changes_for(actor).select_related(None).order_by("unit__name", "unit__code")
    return list(rows.values_list(F("unit__code"), F("unit__name")).distinct())


def what_was_shaped(decision: Decision) -> list[tuple[str, str, Paper | None, AgendaItem | None]]:
    """Key, words: the decision, the papers that went out for it, the items on its agendas."""
    at = {"meeting__opportunity__decision": decision}
    papers = Paper.objects.filter(sent_on__isnull=False, **at).select_related("meeting").order_by("-id")[:MOST_SHOWN]
    items = AgendaItem.objects.filter(**at).select_related("meeting").order_by("-meeting", "position")[:MOST_SHOWN]
    found: list[tuple[str, str, Paper | None, AgendaItem | None]] = [("decision", decision.title, None, None)]
    found += [(paper.code, _("The paper: %(title)s") % {"title": paper.title}, paper, None) for paper in papers]
    for item in items:
        label = _("On the agenda of %(meeting)s: %(title)s") % {"meeting": item.meeting.title, "title": item.title}
        found.append((f"{item.meeting.code}-{item.position}", label, None, item))
    return found
