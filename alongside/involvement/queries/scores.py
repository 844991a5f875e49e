"""Sheets: one's own before all are in, everybody's afterwards. Nothing here reads another's while it is sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from alongside.audit import queries as audit
from alongside.audit import sealing
from alongside.audit.queries import Finding
from alongside.core.errors import NotYours

from .. import rules
from ..events import PanelEvent
from ..models import Candidate, Mark, PanelMember, PanelReview, Recruitment, Round, Score, Sheet
from .panels import candidates_to_mark, candidates_to_score
from .recruitment import Job, questions_of


@dataclass(frozen=True)
class Waiting:
    """Who has handed in, by name of the member alone: how somebody scored does not show."""

    handed_in: frozenset[int]
    waiting: tuple[PanelMember, ...]

    @property
    def may_open(self) -> bool:
        return rules.may_open(len(self.handed_in), len(self.waiting))


def waiting_for(recruitment: Recruitment, members: tuple[PanelMember, ...] | list[PanelMember], round: str) -> Waiting:
    rows = Sheet.objects.filter(member__recruitment=recruitment, round=round, handed_in_at__isnull=False)
    done = frozenset(rows.values_list("member", flat=True))
    return Waiting(done, tuple(row for row in members if row.takes_part and row.pk not in done))


def waiting_by_round(job: Job) -> dict[str, Waiting]:
    """The same for both rounds, in one question."""
    rows = Sheet.objects.filter(member__recruitment=job.recruitment, handed_in_at__isnull=False)
    done = set(rows.values_list("round", "member"))
    found = {}
    for each in Round.values:
        there = frozenset(member for round, member in done if round == each)
        found[each] = Waiting(there, tuple(row for row in job.active if row.pk not in there))
    return found


def sheet_of(member: PanelMember, round: str) -> Sheet | None:
    return member.sheets.filter(round=round).first()


def still_to_hand_in(member: PanelMember | None, round: str) -> bool:
    """They take part and have a sheet of their own to hand in: until then nobody else's may pass their eyes."""
    if member is None or not member.takes_part:
        return False
    sheet = sheet_of(member, round)
    return sheet is None or sheet.handed_in_at is None


def any_handed_in(recruitment: Recruitment, round: str) -> bool:
    rows = Sheet.objects.filter(member__recruitment=recruitment, round=round, handed_in_at__isnull=False)
    return rows.exists()


def any_scores(recruitment: Recruitment) -> bool:
    return Score.objects.filter(sheet__member__recruitment=recruitment).exists()


def my_marks(sheet: Sheet | None) -> dict[int, Mark]:
    """By candidate. The caller has asked `rules.check_can_fill_in`, or shows the member's own."""
    return {row.candidate_id: row for row in sheet.marks.all()} if sheet else {}


def my_scores(sheet: Sheet | None) -> dict[tuple[int, int], int]:
    """By candidate and question."""
    return {(row.candidate_id, row.question_id): row.value for row in sheet.scores.all()} if sheet else {}


def wanted(recruitment: Recruitment, round: str) -> set[Any]:
    """What a whole sheet holds: candidates, or pairs of candidate and question."""
    if round == Round.SHORTLIST:
        return set(candidates_to_mark(recruitment).values_list("pk", flat=True))
    questions = list(questions_of(recruitment).values_list("pk", flat=True))
    return {(pk, each) for pk in candidates_to_score(recruitment).values_list("pk", flat=True) for each in questions}


def given(sheet: Sheet | None, round: str) -> set[Any]:
    """What stands on one sheet already, as `wanted` counts it."""
    return set(my_marks(sheet)) if round == Round.SHORTLIST else set(my_scores(sheet))


def is_whole(candidate: Candidate, round: str, wanted: set[Any], given: set[Any]) -> bool:
    """Everything that is asked about this candidate is answered."""
    about = {each for each in wanted if (each if round == Round.SHORTLIST else each[0]) == candidate.pk}
    return bool(about) and about <= given


def candidates_in(recruitment: Recruitment, round: str) -> QuerySet[Candidate]:
    return candidates_to_mark(recruitment) if round == Round.SHORTLIST else candidates_to_score(recruitment)


def candidate_in(recruitment: Recruitment, round: str, code: str) -> Candidate:
    found = candidates_in(recruitment, round).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


# After all are in.


@dataclass(frozen=True)
class MarkRow:
    candidate: Candidate
    marks: tuple[tuple[PanelMember, Mark], ...]


def marks_of(job: Job) -> list[MarkRow]:
    if job.recruitment.shortlist_opened_on is None:
        raise NotYours
    rows = Mark.objects.filter(sheet__member__recruitment=job.recruitment, sheet__handed_in_at__isnull=False)
    by_pk = {member.pk: member for member in job.members}
    found: dict[int, list[tuple[PanelMember, Mark]]] = {}
    for row in rows.select_related("sheet").order_by("sheet__member_id"):
        found.setdefault(row.candidate_id, []).append((by_pk[row.sheet.member_id], row))
    candidates = job.recruitment.candidates.order_by("id")
    return [MarkRow(each, tuple(found.get(each.pk, ()))) for each in candidates]


@dataclass(frozen=True)
class ScoreRow:
    """One candidate: the sum of each member, and of the two sides apart. Nothing is averaged."""

    candidate: Candidate
    by_member: tuple[int | None, ...]
    contributors: int
    staff: int

    @property
    def total(self) -> int:
        return self.contributors + self.staff

    @property
    def lowest(self) -> int | None:
        given = [each for each in self.by_member if each is not None]
        return min(given, default=None)

    @property
    def highest(self) -> int | None:
        given = [each for each in self.by_member if each is not None]
        return max(given, default=None)


@dataclass(frozen=True)
class Result:
    members: tuple[PanelMember, ...]  # those who handed in
    rows: tuple[ScoreRow, ...]
    contributors_first: tuple[str, ...]
    staff_first: tuple[str, ...]
    most: int  # the highest sum that one member can give one candidate


def result_of(job: Job) -> Result:
    """Only once all are in."""
    recruitment = job.recruitment
    if recruitment.scores_opened_on is None:
        raise NotYours
    sums = _sums(recruitment)
    members = tuple(member for member in job.members if any(pk == member.pk for pk, _candidate in sums))
    scored = {candidate for _member, candidate in sums}
    candidates = [each for each in recruitment.candidates.order_by("id") if each.pk in scored]
    rows = tuple(_score_row(each, members, sums) for each in candidates)
    staying = [row for row in rows if row.candidate.withdrew_on is None]
    return Result(
        members,
        rows,
        _first(staying, "contributors", any(member.lived for member in members)),
        _first(staying, "staff", any(not member.lived for member in members)),
        recruitment.questions.count() * recruitment.scale_most,
    )


def _sums(recruitment: Recruitment) -> dict[tuple[int, int], int]:
    """By member and candidate, of the sheets that were handed in."""
    found: dict[tuple[int, int], int] = {}
    rows = Score.objects.filter(sheet__member__recruitment=recruitment, sheet__handed_in_at__isnull=False)
    for member, candidate, value in rows.order_by("id").values_list("sheet__member", "candidate", "value"):
        found[member, candidate] = found.get((member, candidate), 0) + value
    return found


def _score_row(candidate: Candidate, members: tuple[PanelMember, ...], sums: dict[tuple[int, int], int]) -> ScoreRow:
    given = tuple(sums.get((member.pk, candidate.pk)) for member in members)
    sides = [(member.lived, value or 0) for member, value in zip(members, given, strict=True)]
    contributors = sum(value for lived, value in sides if lived)
    return ScoreRow(candidate, given, contributors, sum(value for _lived, value in sides) - contributors)


def _first(rows: list[ScoreRow], side: str, anybody: bool) -> tuple[str, ...]:
    return rules.first_choice({row.candidate.label: getattr(row, side) for row in rows}) if anybody else ()


def review_of(member: PanelMember) -> PanelReview | None:
    return PanelReview.objects.filter(member=member).first()


def has_reviewed(member: PanelMember) -> bool:
    return PanelReview.objects.filter(member=member).exists()


def reviews_of(job: Job) -> list[PanelReview]:
    rows = PanelReview.objects.filter(member__recruitment=job.recruitment).order_by("id")
    by_pk = {member.pk: member for member in job.members}
    found = list(rows)
    for row in found:
        row.member = by_pk[row.member_id]
    return found


# The event log holds a commitment to each sheet that was handed in.


def sheet_text(sheet: Sheet) -> str:
    """What is committed to: marks or scores by code, and no words."""
    if sheet.round == Round.SHORTLIST:
        marks = sheet.marks.values_list("candidate__code", "opinion")
        return sealing.canonical({"marks": dict(marks)})
    scores: dict[str, dict[str, int]] = {}
    for candidate, question, value in sheet.scores.values_list("candidate__code", "question__code", "value"):
        scores.setdefault(candidate, {})[question] = value
    return sealing.canonical({"scores": scores})


def broken_sheets(chain: int) -> Iterator[Finding]:
    """Sheets that were changed, added or removed behind the application's back."""
    logged = {
        event.target: (event.seq, facts.get("sealed", ""))
        for event, facts in audit.facts_named(chain, "involvement", PanelEvent.HANDED_IN)
    }
    rows = Sheet.objects.filter(member__recruitment__organisation=chain, handed_in_at__isnull=False).order_by("id")
    for sheet in rows:
        seq, sealed = logged.pop(sheet.code, (None, ""))
        if not sealed:
            yield Finding(chain, seq, f"sheet {sheet.code} is not in the event log: it was added behind it")
        elif sealing.commitment(sheet.salt, sheet_text(sheet)) != sealed:
            yield Finding(chain, seq, f"sheet {sheet.code} was changed after it was handed in")
    for code, (seq, _sealed) in logged.items():
        yield Finding(chain, seq, f"sheet {code} is gone, or is open again")
