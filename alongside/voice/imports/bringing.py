"""From what a file says to the ledger: all of it in one transaction, with one event, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils.translation import ngettext

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
from ..models.contributions import RECEIVED, WITHDRAWN
from ..rules.letterboxes import check_question, tidy_question
from ..services.common import next_due
from ..services.questions import question_of
from ..services.searching import keep_all_findable
from .columns import matched
from .reading import Draft, Reader

KIND = "contributions"
CHUNK = 2000
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
        Organisation.objects.select_for_update().get(pk=organisation.pk)  # a second import waits here
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
    reader = Reader(found, columns, units, make_units, clock.today(), salt, asked=question)
    drafts = list(reader.drafts(sheet.rows))
    problems = sorted([*sheet.problems, *reader.problems], key=lambda one: one.row or 0)
    known = dict(_known(organisation.pk, drafts))
    new = [draft for draft in drafts if draft.uid not in known]
    authors = people.by_keys(organisation.pk, {draft.author for draft in drafts if draft.author})
    if not problems and not dry_run and new:
        _keep(new, organisation, by, reader, authors, clock)
    counts = {
        "new": len(new),
        "unchanged": len(drafts) - len(new),
        "without_words": reader.without_words,
        "units_made": len(reader.new_units),
    }
    notes = [*sheet.notes, *_notes(drafts, known, authors)]
    return Report(KIND, dry_run, counts, notes, found.unknown, problems)


def _known(organisation_id: int, drafts: Sequence[Draft]) -> Iterator[tuple[str, str | None]]:
    """The words that were kept for each key; None where they were taken back."""
    for part in _parts(drafts):
        rows = Contribution.everything.filter(organisation=organisation_id, uid__in=[draft.uid for draft in part])
        for uid, words, state in rows.values_list("uid", "words", "state"):
            yield uid, None if state == WITHDRAWN else words


def _notes(drafts: Sequence[Draft], known: dict[str, str | None], authors: dict[str, int]) -> Iterator[str]:
    other = sum(known.get(draft.uid) not in (None, draft.words) for draft in drafts)
    if other:
        yield ngettext(
            "%(n)d row has other words than when it was first brought in. What was said is not changed.",
            "%(n)d rows have other words than when they were first brought in. What was said is not changed.",
            other,
        ) % {"n": other}
    strangers = len({draft.author for draft in drafts if draft.author} - authors.keys())
    if strangers:
        yield ngettext(
            "%(n)d author is not found on the register. What they said is kept without a name.",
            "%(n)d authors are not found on the register. What they said is kept without a name.",
            strangers,
        ) % {"n": strangers}


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
    allow: set[int] = field(default_factory=set)  # those on the register whose words may be used inside

    def rows(self, part: list[Draft]) -> list[Contribution]:
        known = {self.authors[draft.author] for draft in part if draft.author in self.authors}
        self.allow = people.who_allow(known, Purpose.WORDS_INSIDE)
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
            use_public=draft.public,
            read_by=self.read_by,
            grave=warning_words.grave_of(draft.words, self.words),
            said_on=draft.said_on,
            received_on=draft.received_on,
            acknowledge_by=acknowledge_by,
            answer_by=answer_by,
            due_on=next_due(RECEIVED, acknowledge_by, answer_by),
            uid=draft.uid,
            **self.byline,
        )

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
    sealed: list[audit.SealedRow] = []
    for part in _parts(drafts):
        rows = Contribution.objects.bulk_create(making.rows(part))
        keep_all_findable(rows)
        sealed += [audit.SealedRow(row.code, seals.seal(row)) for row in rows]
    _begin(organisation.pk, last)
    facts = {"units_made": len(reader.new_units)}
    audit.record(VoiceEvent.IMPORTED, by=by, target=organisation, facts=facts, rows=sealed)


def _begin(organisation_id: int, after: int) -> None:
    """The first status of every row just made, in one statement: one by one they would take half as long again."""
    status, row = connection.ops.quote_name(ContributionStatus._meta.db_table), Contribution._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {status} (contribution_id, state, effective_on, recorded_at, recorded_by_id, by_kind, medium)"  # noqa: S608
            " SELECT id, state, received_on, recorded_at, recorded_by_id, by_kind, medium"
            f" FROM {connection.ops.quote_name(row)} WHERE organisation_id = %s AND via = %s AND id > %s",
            [organisation_id, str(Via.IMPORT), after],
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


def _parts(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    rest = iter(drafts)
    while part := list(islice(rest, CHUNK)):
        yield part
