"""Those who answered one question together have the last word on the answer, as each author has on theirs."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries
from ..models import ChallengeKind, CommonGround, GroundMark, MarkKind
from ..queries import together, together_marks
from ..rules import together_marks as rules
from .last_word import challenge
from .together import _locked


@transaction.atomic
def mark_answer(*, ground: CommonGround, kind: str, digest: str, by: Actor) -> None:
    """Kept as what this voter says of the newest answer. Like a vote without an event and without a time."""
    ground = _locked(ground)
    answer, voter = together.answer_to(ground), together_marks.voter_of(ground, digest)
    rules.check_mark(by, ground, answer, voter is not None)
    GroundMark.objects.update_or_create(voter=voter, answer=answer, defaults={"kind": MarkKind(kind)})


def question_answers(organisation_id: int) -> int:
    """For the daily task: where a tenth of those who took part do not accept the answer, it is owed anew. Once a day,
    so that the moment at which the debt opens again says nothing about whoever pressed a button. Safe to run twice.
    """
    questioned = 0
    for ground in together_marks.answered(organisation_id):
        took_part, marks = together.result_of(ground).took_part, together_marks.marks_of(together.answer_to(ground))
        if not rules.is_questioned(took_part, marks):
            continue
        try:
            _question(ground, took_part, marks)
        except Refused:  # somebody did so a moment ago, or answered anew
            continue
        questioned += 1
    return questioned


def _question(ground: CommonGround, took_part: int, marks: Mapping[str, int]) -> None:
    assert ground.result  # noqa: S101  an answer is to something
    against = {kind: marks.get(kind, 0) for kind in ChallengeKind.values}
    said = [f"{number}: “{MarkKind(kind).label}”" for kind, number in marks.items() if number]
    people = ngettext("%(n)d person took part.", "%(n)d people took part.", took_part) % {"n": took_part}
    challenge(
        contribution=ground.result,
        kind=max(against, key=lambda kind: against[kind]),
        words=_("%(people)s Of the answer they say: %(marks)s.") % {"people": people, "marks": "; ".join(said)},
        by=queries.holder_of(ground.result),
    )
