"""What waits for whoever closes a period: for the one who signs for contributors as rows beside what else waits for
them, for the coordinator as values beside what else a page asks. Neither is a question of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Concat

from alongside.core import periods
from alongside.core.actor import Actor
from alongside.voice.queries.waiting_for import Waits, named

from ..models import CloseSignature, PeriodClose, PeriodReopening, PeriodSheet, PeriodSigner, Says, SignSide
from ..models.closes import ASKED, CHECKED, OPEN, SIGNED
from ..rules import closes as rules
from .signers import signers_anywhere

CLOSE, REOPENING = 4, 5  # after what candour adds
MOST = 4  # on a desk; all of them are in the list


def closes_waiting(person_ids: Sequence[int], today: date) -> Any:
    said = CloseSignature.objects.filter(side=SignSide.CONTRIBUTORS, sheet=OuterRef("pk"))
    rows = PeriodSheet.objects.filter(close__state__in=(CHECKED, SIGNED), counted_at=F("close__counted_at"))
    rows = rows.filter(~Exists(said), close__organisation__in=_chosen(person_ids, today).values("organisation"))
    return named(rows, CLOSE, "close__period", F("close__kind"), "close__last", "close__organisation")


def reopenings_waiting(person_ids: Sequence[int], today: date) -> Any:
    """What the coordinator wants to open again: it waits for the one who signs for contributors."""
    rows = PeriodReopening.objects.filter(state=ASKED, side=SignSide.COORDINATOR)
    rows = rows.filter(close__organisation__in=_chosen(person_ids, today).values("organisation"))
    return named(rows, REOPENING, "close__period", F("close__kind"), "close__last", "close__organisation")


def _chosen(person_ids: Sequence[int], today: date) -> QuerySet[PeriodSigner]:
    return signers_anywhere(today).filter(person__in=person_ids).order_by()


def name_of_waiting(each: Waits) -> str:
    """Of its kind, ending on that day, wherever the year begins now."""
    return periods.of_day(each.words, each.on, each.on.month % 12 + 1).name


@dataclass(frozen=True)
class OnDesk:
    """One close that is not done. `signed`: by the coordinator; `asked`: contributors want it opened again."""

    kind: str
    last: date
    period: str  # as it stands in an address
    state: str
    signed: bool
    asked: bool

    @property
    def name(self) -> str:
        return periods.of_day(self.kind, self.last, self.last.month % 12 + 1).name


def asked_for_desk(actor: Actor, today: date) -> dict[str, Any]:
    """For a question that a page asks anyway: each of the oldest of them as one text."""
    if not rules.can_close(actor):
        return {}
    of_both = PeriodReopening.objects.filter(close=OuterRef("pk"), state=ASKED, side=SignSide.CONTRIBUTORS)
    signed = CloseSignature.objects.filter(
        sheet__close=OuterRef("pk"),
        sheet__counted_at=OuterRef("counted_at"),
        side=SignSide.COORDINATOR,
        says=Says.SIGNED,
    )
    rows = PeriodClose.objects.filter(Q(state__in=OPEN, last__lt=today) | Q(Exists(of_both)))
    rows = rows.filter(organisation=actor.organisation_id or 0).order_by("last", "id")
    parts = ("kind", Cast("last", CharField()), "period", "state", _yes(signed), _yes(of_both))
    joined: list[Any] = [each for part in parts for each in (part, Value(BETWEEN))]
    packed = rows.annotate(packed=Concat(*joined[:-1], output_field=CharField())).values("packed")
    return {f"close_{n}": Subquery(packed[n : n + 1]) for n in range(MOST)}


BETWEEN = "|"


def _yes(rows: QuerySet[Any]) -> Case:
    return Case(When(Exists(rows), then=Value("yes")), default=Value(""), output_field=CharField())


def read_for_desk(found: Mapping[str, Any]) -> list[OnDesk]:
    texts = [text for n in range(MOST) if (text := found.get(f"close_{n}"))]
    split = [text.split(BETWEEN) for text in texts]
    return [
        OnDesk(kind, date.fromisoformat(last), period, state, bool(signed), bool(asked))
        for kind, last, period, state, signed, asked in split
    ]
