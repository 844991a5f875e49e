"""Reading co-audits: what there is to draw from, what each reader may see of a record, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import Decision, Taken
from alongside.organisation.models import Unit
from alongside.voice.models import Answer, Change, Contribution
from alongside.voice.models.answers import AnswerKind
from alongside.voice.models.changes import CHANGE_STATES
from alongside.voice.queries import Reader, quotes

from ..models import (
    AsItIs,
    Claim,
    CoAudit,
    CoAuditComparison,
    CoAuditFinding,
    CoAuditor,
    CoAuditRecord,
    CoAuditShown,
    OfWhat,
)
from ..models.claims import CLAIM_STATES
from ..rules import co_audits as rules
from .signs import Behind, titles_of

# What a list is made of.


@dataclass(frozen=True)
class Listed:
    code: str
    was: str
    on: date


def records_of(organisation_id: int, of_what: str, unit: Unit | None, first: date, last: date) -> list[Listed]:
    """In the order of their codes, which says nothing; one more than a list may have, so that it can be refused."""
    rows, was, on = _rows(organisation_id, of_what, first, last)
    if unit is not None:
        rows = rows.filter(unit__path__startswith=unit.path)
    found = rows.order_by("code").values_list("code", was, on)[: rules.MOST_LISTED + 1]
    return [Listed(*each) for each in found]


def _rows(organisation_id: int, of_what: str, first: date, last: date) -> tuple[QuerySet[Any], str, str]:
    """What is before the safeguarding lead, or taken back, is in no list."""
    if of_what == OfWhat.DECISIONS:
        taken = Decision.objects.filter(organisation=organisation_id, decided_on__range=(first, last))
        return taken, "taken", "decided_on"
    if of_what == OfWhat.ANSWERS:
        said = Contribution.objects.filter(
            organisation=organisation_id, answered_on__range=(first, last), withdrawn_on__isnull=True
        )
        return said, "answer_kind", "answered_on"
    if of_what == OfWhat.CHANGES:
        return Change.objects.filter(organisation=organisation_id, since__range=(first, last)), "state", "since"
    if of_what == OfWhat.CLAIMS:
        claims = Claim.objects.filter(organisation=organisation_id, shown_on__range=(first, last))
        return claims, "state", "shown_on"
    raise NotYours


def gone_of(organisation_id: int, records: Iterable[CoAuditRecord]) -> set[int]:
    """Taken back, erased, before the safeguarding lead: all of them are a record that is gone."""
    listed = list(records)
    codes: dict[str, set[str]] = {}
    for record in listed:
        kind, code = record.ref.split(":", 1)
        codes.setdefault(kind, set()).add(code)
    there = {
        f"{kind}:{code}"
        for kind, wanted in codes.items()
        for code in _still_there(organisation_id, kind).filter(code__in=wanted).values_list("code", flat=True)
    }
    return {record.pk for record in listed if record.ref not in there}


def _still_there(organisation_id: int, kind: str) -> QuerySet[Any]:
    if kind == OfWhat.ANSWERS:
        return Contribution.objects.filter(organisation=organisation_id, withdrawn_on__isnull=True).exclude(words="")
    models: dict[str, Any] = {OfWhat.DECISIONS: Decision, OfWhat.CHANGES: Change, OfWhat.CLAIMS: Claim}
    found: QuerySet[Any] = models[kind].objects.filter(organisation=organisation_id)
    return found


# Co-audits.


def audits_for(actor: Actor) -> QuerySet[CoAudit]:
    if not belongs(actor):
        raise NotYours
    return CoAudit.objects.filter(organisation=actor.organisation_id).select_related("unit", "organisation")


def audits_told(organisation_id: int) -> QuerySet[CoAudit]:
    """What anybody may read."""
    rows = CoAudit.objects.filter(organisation=organisation_id, told_on__isnull=False)
    return rows.select_related("unit", "organisation").order_by("-told_on", "-id")


def audit_for(actor: Actor, code: str) -> CoAudit:
    found = audits_for(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def audit_told(organisation_id: int, code: str) -> CoAudit:
    found = audits_told(organisation_id).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def auditors_of(audit: CoAudit) -> list[CoAuditor]:
    return list(audit.auditors.select_related("person").order_by("id"))


def auditor_of(actor: Actor, audit: CoAudit) -> CoAuditor | None:
    """The actor's own row: of themselves, or of the one for whom they write down."""
    number = actor.on_behalf_of or actor.person_id
    if number is None or actor.organisation_id != audit.organisation_id:
        return None
    return CoAuditor.objects.select_related("audit").filter(audit=audit, person=number).first()


# The sample, as one reader sees it.


@dataclass(frozen=True)
class Seen:
    record: CoAuditRecord
    gone: bool
    behind: Behind | None  # its page, where this reader may open it
    was: Any
    mine: CoAuditComparison | None
    comparisons: tuple[CoAuditComparison, ...]
    shown: tuple[CoAuditShown, ...]

    @property
    def number(self) -> int:
        return self.record.turn or 0


def sample_of(actor: Actor, audit: CoAudit, auditor: CoAuditor | None, whole: bool = True) -> list[Seen]:
    """Those that were drawn, in their order; in as many questions however many they are. `whole`: with what staff
    showed of each."""
    rows = CoAuditRecord.objects.filter(audit=audit, turn__isnull=False).order_by("turn")
    shown = Prefetch("shown", CoAuditShown.objects.select_related("recorded_by").order_by("id"), to_attr="for_this")
    comparisons = Prefetch("comparisons", CoAuditComparison.objects.order_by("id"))
    records = list(rows.prefetch_related(comparisons, *([shown] if whole else [])))
    gone = gone_of(audit.organisation_id, records)
    links = titles_of(actor, [record.ref for record in records], audit.organisation.slug)
    return [_seen(audit, record, record.pk in gone, link, auditor) for record, link in zip(records, links, strict=True)]


def _seen(audit: CoAudit, record: CoAuditRecord, gone: bool, link: Behind | None, auditor: CoAuditor | None) -> Seen:
    """Of what is gone nothing is shown: neither its name, nor what staff showed of it, nor the words of those who
    compared it, which may repeat it. What they chose stays."""
    found = tuple(record.comparisons.all())
    mine = next((each for each in found if auditor and each.auditor_id == auditor.pk), None)
    if gone:
        return Seen(record, True, None, "", mine, found, ())
    return Seen(
        record, False, link, was_words(audit.of_what, record.was), mine, found, tuple(getattr(record, "for_this", ()))
    )


def was_words(of_what: str, was: str) -> Any:
    """What the record said when the list was closed."""
    words: dict[str, dict[str, Any]] = {
        OfWhat.DECISIONS: dict(Taken.choices),
        OfWhat.ANSWERS: dict(AnswerKind.choices),
        OfWhat.CHANGES: dict(CHANGE_STATES),
        OfWhat.CLAIMS: dict(CLAIM_STATES),
    }
    return words[of_what].get(was, "")


def record_for(actor: Actor, audit: CoAudit, code: str, auditor: CoAuditor | None) -> Seen:
    found = next((each for each in sample_of(actor, audit, auditor) if each.record.code == code), None)
    if found is None:
        raise NotYours
    return found


def not_compared(audit: CoAudit) -> int:
    """Drawn, still there, and compared by nobody."""
    rows = list(CoAuditRecord.objects.filter(audit=audit, turn__isnull=False, comparisons__isnull=True))
    return len(rows) - len(gone_of(audit.organisation_id, rows))


@dataclass(frozen=True)
class Result:
    """How often each was said, of the records that were drawn: one record where two differ counts in both."""

    drawn: int
    gone: int
    rows: tuple[tuple[Any, int], ...]
    differ: int  # records of which not all say the same


def result_of(audit: CoAudit) -> Result:
    rows = CoAuditRecord.objects.filter(audit=audit, turn__isnull=False).prefetch_related("comparisons")
    records = list(rows)
    gone = gone_of(audit.organisation_id, records)
    return _result([{each.found for each in record.comparisons.all()} for record in records], len(gone))


def result_in(sample: Sequence[Seen]) -> Result:
    """The same, of what is read already."""
    said = [{each.found for each in seen.comparisons} for seen in sample]
    return _result(said, sum(seen.gone for seen in sample))


def _result(said: Sequence[set[str]], gone: int) -> Result:
    rows = tuple((label, sum(value in each for each in said)) for value, label in AsItIs.choices)
    return Result(len(said), gone, rows, sum(len(each) > 1 for each in said))


# What was found, and what was answered.


@dataclass(frozen=True)
class Finding:
    finding: CoAuditFinding
    words: str
    code: str  # of the contribution; empty where it is gone
    state: Any
    answer_by: date | None
    answers: tuple[Answer, ...]
    owed: bool


def findings_of(actor: Actor, audit: CoAudit, auditor: CoAuditor | None) -> list[Finding]:
    """The words as they may read them now, and the answers beside them. `quotes` knows what is taken back, or before
    the safeguarding lead: of that nothing is shown, and it looks like what is not theirs to read."""
    rows = CoAuditFinding.objects.filter(audit=audit).select_related("contribution").order_by("-number")
    answers = Prefetch("contribution__answers", Answer.objects.order_by("id"))
    found = list(rows.prefetch_related(answers))
    inside = rules.reads_findings(actor, auditor)
    reader = Reader.INSIDE if inside else Reader.ANYONE
    read = quotes(audit.organisation_id, [each.contribution.code for each in found], reader) if found else {}
    empty = _("These words are gone.") if inside else _("These words are not for everybody to read, or they are gone.")
    return [_finding(each, read.get(each.contribution.code), empty) for each in found]


def _finding(row: CoAuditFinding, quote: Any, empty: str) -> Finding:
    if quote is None or quote.withdrawn:
        return Finding(row, empty, "", "", None, (), False)
    said = row.contribution
    owed = said.is_owed and said.state != "answered"
    answers = tuple(said.answers.all())
    return Finding(row, str(quote), said.code, said.get_state_display(), said.answer_by, answers, owed)


def proof_of(audit: CoAudit) -> dict[str, Any]:
    """All that somebody needs to draw it again. Before it is drawn: what was promised."""
    turns = CoAuditRecord.objects.filter(audit=audit, turn__isnull=False).order_by("turn")
    return {
        "document": audit.document,
        "commitment": audit.commitment,
        "secret": audit.secret,
        "public": audit.number,
        "drawn": list(turns.values_list("place", flat=True)),
    }


def how_many_say_yes(audit: CoAudit) -> int:
    return CoAuditor.objects.filter(Q(says_yes=True), audit=audit).count()
