"""From what a file says to the ledger: all of it in one transaction, with one event, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.core.importing import Report, failure
from alongside.core.sheets import MAX_BYTES, SheetError, read_sheet
from alongside.organisation import queries as organisations
from alongside.organisation import services as organisation_services
from alongside.organisation.models import Level, Organisation, Unit
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import queries, rules, seals, warning_words
from ..events import VoiceEvent
from ..models import Contribution, ContributionStatus, Via
from ..models.contributions import ANSWERED, RECEIVED, TOLD, WITHDRAWN
from ..rules.letterboxes import check_question, tidy_question
from ..services.common import next_due
from ..services.questions import question_of
from ..services.searching import keep_all_findable
from .columns import matched
from .given import Given, Measure, keep_given, sealed
from .hints import good_to_know
from .reading import Draft, Reader, in_parts

KIND = "contributions"
STEPS = ((RECEIVED, "received_on"), (ANSWERED, "answered_on"), (TOLD, "told_on"))
Clocks = dict[date, tuple[date, date]]


def run_import(
    path: Path,
    organisation: Organisation,
    by: Actor,
    mapping: dict[str, str] | None = None,
    dry_run: bool = False,
    make_units: bool = False,
    question: str = "",
) -> Report:
    """Read a file of comments and keep what is new in it. The same file again changes nothing.

    `question`: what all of them answer, where the file does not say for each.
    """
    check_question(question := tidy_question(question))
    if by.organisation_id != organisation.pk:
        raise NotYours
    rules.check_import(by)
    with transaction.atomic():
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)  # a second import waits here
        try:
            return _run(path, organisation, by, mapping or {}, dry_run, make_units, question)
        except SheetError as error:
            return failure(KIND, error, dry_run)


def _run(  # noqa: PLR0913  as run_import
    path: Path,
    organisation: Organisation,
    by: Actor,
    mapping: dict[str, str],
    dry_run: bool,
    make_units: bool,
    question: str,
) -> Report:
    # A file named on the command line may be as large as the machine can take.
    sheet = read_sheet(path, path.name, max_bytes=None if by.kind == Kind.SYSTEM else MAX_BYTES)
    found, columns = matched(sheet.columns, mapping)
    clock = organisations.clock_of(organisation)
    units = {unit.name.casefold(): unit for unit in organisations.all_units_of(by)}
    salt = f"voice {organisation.pk}"
    measure = Measure.of(organisation.pk, clock.today())
    reader = Reader(found, columns, units, make_units, measure, salt, asked=question)
    drafts = list(reader.drafts(sheet.rows))
    problems = sorted([*sheet.problems, *reader.problems], key=lambda one: one.row or 0)
    known = dict(_known(organisation.pk, drafts))
    new = [draft for draft in drafts if draft.uid not in known]
    authors = people.by_keys(organisation.pk, {draft.author for draft in drafts if draft.author})
    if not problems and not dry_run and new:
        _keep(new, organisation, by, reader, authors, clock)
    counts = {
        "new": len(new),
        "answered": sum(draft.given is not None for draft in new),
        "told": sum(draft.given is not None and draft.given.told_on is not None for draft in new),
        "unchanged": len(drafts) - len(new),
        "without_words": reader.without_words,
        "units_made": len(reader.new_units),
    }
    notes = [*sheet.notes, *good_to_know(organisation.pk, drafts, known, authors)]
    return Report(KIND, dry_run, counts, notes, found.unknown, problems)


def _known(organisation_id: int, drafts: Sequence[Draft]) -> Iterator[tuple[str, str | None]]:
    """The words that were kept for each key; None where they were taken back."""
    for part in in_parts(drafts):
        rows = Contribution.everything.filter(organisation=organisation_id, uid__in=[draft.uid for draft in part])
        for uid, words, state in rows.values_list("uid", "words", "state"):
            yield uid, None if state == WITHDRAWN else words


@dataclass
class _Making:
    """What the rows of one import share."""

    organisation_id: int
    byline: dict[str, Any]
    units: dict[str, Unit]
    authors: dict[str, int]
    clock: organisations.Clock
    clocks: Clocks
    read_by: date  # the same for all: they came in here together, however long ago they were said
    words: warning_words.Words
    questions: dict[str, int | None]  # what was asked: its row
    waits: dict[tuple[date, date], int] = field(default_factory=dict)  # working days, by the two ends
    allow: set[int] = field(default_factory=set)  # those on the register whose words may be used inside
    show: set[int] = field(default_factory=set)  # and shown to anyone

    def rows(self, part: list[Draft]) -> list[Contribution]:
        known = {self.authors[draft.author] for draft in part if draft.author in self.authors}
        self.allow, self.show = (people.who_allow(known, each) for each in (Purpose.WORDS_INSIDE, Purpose.WORDS_PUBLIC))
        return [self.row(draft) for draft in part]

    def row(self, draft: Draft) -> Contribution:
        acknowledge_by, answer_by = self._due(draft.received_on)
        person = self.authors.get(draft.author)
        return Contribution(
            organisation_id=self.organisation_id,
            kind=draft.kind,
            words=draft.words,
            salt=new_salt(),
            unit_id=self.units[draft.unit].pk,
            about=draft.about,
            question_id=self.questions[draft.question],
            person_id=person,
            group_name="" if person else draft.group,
            via=Via.IMPORT,
            # Whoever is known here has said what they allow: a list does not allow it for them.
            use_inside=person is None or person in self.allow,
            use_public=draft.public and (person is None or person in self.show),
            read_by=self.read_by,
            grave=warning_words.grave_of(draft.words, self.words),
            said_on=draft.said_on,
            received_on=draft.received_on,
            acknowledge_by=acknowledge_by,
            answer_by=answer_by,
            due_on=next_due(draft.given.state if draft.given else RECEIVED, acknowledge_by, answer_by),
            uid=draft.uid,
            **self._answered(draft.given, draft.received_on),
            **self.byline,
        )

    def _answered(self, given: Given | None, received: date) -> dict[str, Any]:
        """As it stands when the file has an answer to it."""
        if given is None:
            return {}
        between = (received, given.on)
        if between not in self.waits:
            self.waits[between] = self.clock.working_days_between(*between)
        return {
            "state": given.state,
            "answer_kind": given.kind,
            "answered_on": given.on,
            "answer_days": self.waits[between],
            "told_on": given.told_on,
        }

    def _due(self, received: date) -> tuple[date, date]:
        if received not in self.clocks:
            self.clocks[received] = (self.clock.acknowledge_by(received), self.clock.answer_by(received))
        return self.clocks[received]


def _keep(
    drafts: Sequence[Draft],
    organisation: Organisation,
    by: Actor,
    reader: Reader,
    authors: dict[str, int],
    clock: organisations.Clock,
) -> None:
    units, read_by = _units(reader, organisation, by), clock.read_by(clock.today())
    words = queries.words_of(organisation.pk)
    asked = _questions({draft.question for draft in drafts}, by)
    making = _Making(organisation.pk, byline(by), units, authors, clock, {}, read_by, words, asked)
    last = Contribution.everything.order_by("-pk").values_list("pk", flat=True).first() or 0
    said: list[audit.SealedRow] = []
    given: list[audit.SealedRow] = []
    for part in in_parts(drafts):
        rows = Contribution.objects.bulk_create(making.rows(part))
        keep_all_findable(rows)
        said += [audit.SealedRow(row.code, seals.seal(row)) for row in rows]
        pairs = zip(part, rows, strict=True)
        given += sealed(keep_given(((draft.given, row) for draft, row in pairs if draft.given), by))
    _begin(organisation.pk, last)
    facts = {"units_made": len(reader.new_units)}
    audit.record(VoiceEvent.IMPORTED, by=by, target=organisation, facts=facts, rows=said)
    if given:
        audit.record(VoiceEvent.ANSWERS_IMPORTED, by=by, target=organisation, rows=given)


def _begin(organisation_id: int, after: int) -> None:
    """The statuses of every row just made, a statement for each: one by one they would take half as long again."""
    status, row = connection.ops.quote_name(ContributionStatus._meta.db_table), Contribution._meta.db_table
    with connection.cursor() as cursor:
        for state, day in STEPS:
            cursor.execute(
                f"INSERT INTO {status}"  # noqa: S608
                " (contribution_id, state, effective_on, recorded_at, recorded_by_id, by_kind, medium)"
                f" SELECT id, %s, {day}, recorded_at, recorded_by_id, by_kind, medium"
                f" FROM {connection.ops.quote_name(row)}"
                f" WHERE organisation_id = %s AND via = %s AND id > %s AND {day} IS NOT NULL ORDER BY id",
                [state, organisation_id, str(Via.IMPORT), after],
            )


def _units(reader: Reader, organisation: Organisation, by: Actor) -> dict[str, Unit]:
    top = organisations.top_unit(organisation.pk)
    made = {
        folded: organisation_services.add_unit(name=name, level=Level.TEAM, parent=top, by=by)
        for folded, name in reader.new_units.items()
    }
    return {**reader.units, **made, "": top}


def _questions(texts: set[str], by: Actor) -> dict[str, int | None]:
    found = {text: question_of(text, by) for text in sorted(texts)}
    return {text: question.pk if question else None for text, question in found.items()}
