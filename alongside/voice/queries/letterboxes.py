"""Letterboxes: as everybody finds them, and for staff with what came through each and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.errors import NotYours
from alongside.organisation.models import Organisation

from ..models import AnswerKind, Contribution, Letterbox, Question, Slip
from .ledger import ledger_for

WITH_NAMES = ("unit", "question", "decision", "meeting", "organisation", "recorded_by")


def letterbox_at(organisation: Organisation, typed: str) -> Letterbox | None:
    """As it stands on a poster, however it was typed. Nothing for an address that nobody made here."""
    rows = Letterbox.objects.filter(organisation=organisation, address=tidy(typed)[:10])
    return rows.select_related("unit", "question").first()


def question_asked(organisation: Organisation, code: str) -> Question | None:
    return Question.objects.filter(organisation=organisation, code=code).first() if code else None


def letterboxes_for(actor: Actor) -> QuerySet[Letterbox]:
    """Those of the units whose ledger the actor sees; what is open first, then the newest."""
    rows = Letterbox.objects.filter(organisation=actor.organisation_id).select_related("unit", "question")
    units = actor.units_for(P.SEE_VOICES)
    rows = rows if units is None else rows.filter(unit__in=units)
    return rows.order_by("-state", "-id")


def letterbox_for(actor: Actor, code: str) -> Letterbox:
    found = letterboxes_for(actor).select_related(*WITH_NAMES).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def through(actor: Actor, box: Letterbox) -> QuerySet[Contribution]:
    """What came through it, newest first, of what the actor may see."""
    return ledger_for(actor).filter(letterbox=box).order_by("-received_on", "-id")


@dataclass
class Came:
    """What came through one letterbox: how many voices, and what was answered."""

    voices: int = 0
    answers: Counter[str] = field(default_factory=Counter)

    @property
    def waiting(self) -> int:
        return self.answers[""] + self.answers[AnswerKind.DEFERRED]


def came_through(box_ids: Iterable[int]) -> dict[int, Came]:
    """For the letterboxes of one page of a list, which the actor was given."""
    found: dict[int, Came] = {}
    rows = Contribution.objects.filter(letterbox__in=list(box_ids), letterbox__isnull=False)
    for box, kind, count in rows.values_list("letterbox", "answer_kind").annotate(n=Count("pk")).order_by():
        came = found.setdefault(box, Came())
        came.voices += count
        came.answers[kind] += count
    return found


def slips_out(box: Letterbox) -> tuple[int, int]:
    """How many paper forms were printed, and how many of them were typed in."""
    rows = Slip.objects.filter(letterbox=box)
    return rows.count(), rows.filter(used_on__isnull=False).count()
