"""What those who took part say of the answer. Counts, never who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from ..models import Answer, CommonGround, GroundMark, MarkKind, Voter
from ..models.contributions import ANSWERED, TOLD


@dataclass(frozen=True)
class LastWord:
    """What somebody sees of it: whether they took part, what they said of the newest answer, and how many said what."""

    took_part: bool
    own: str  # of `MarkKind`, or nothing yet
    counts: Mapping[str, int]

    @property
    def own_words(self) -> str:
        return str(MarkKind(self.own).label) if self.own else ""

    @property
    def lines(self) -> list[tuple[str, int]]:
        return [(str(MarkKind(kind).label), number) for kind, number in self.counts.items() if number]


def voter_of(ground: CommonGround, digest: str) -> Voter | None:
    return Voter.objects.filter(ground=ground, digest=digest).first() if digest else None


def marks_of(answer: Answer | None) -> dict[str, int]:
    """Every kind, in the order in which they are offered."""
    rows = answer.ground_marks.order_by().values_list("kind").annotate(n=Count("pk")) if answer else ()
    counted = dict(rows)
    return {kind: counted.get(kind, 0) for kind in MarkKind.values}


def last_word(ground: CommonGround, answer: Answer | None, digest: str = "") -> LastWord:
    voter = voter_of(ground, digest)
    own = GroundMark.objects.filter(voter=voter, answer=answer) if voter and answer else GroundMark.objects.none()
    return LastWord(voter is not None, own.values_list("kind", flat=True).first() or "", marks_of(answer))


def answered(organisation_id: int) -> list[CommonGround]:
    """Those whose result has an answer that stands, and something was said of it."""
    rows = CommonGround.objects.filter(organisation=organisation_id, result__state__in=(ANSWERED, TOLD))
    marked = GroundMark.objects.filter(answer__contribution__common_ground__organisation=organisation_id)
    rows = rows.filter(result__in=marked.values("answer__contribution"))
    return list(rows.select_related("organisation", "unit", "result").order_by("id"))
