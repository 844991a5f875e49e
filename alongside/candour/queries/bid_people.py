"""Who was asked for a bid, what they say of that, and what somebody who was asked may read of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from alongside.core.errors import NotYours
from alongside.people.models import Person
from alongside.voice.queries.waiting_for import named

from ..models import Bid, BidAnswer, BidAsked
from ..models.bids import DROPPED

BID = 3  # after claims: see voice.queries.waiting_for


@dataclass(frozen=True)
class Answer:
    """The newest of somebody who was asked, that is not taken back."""

    so: bool
    words: str
    said_on: date


@dataclass(frozen=True)
class Told:
    """Those who are written down as asked, and what each says of it now."""

    rows: Sequence[BidAsked] = ()

    def denied(self, row: BidAsked) -> bool:
        answer = answer_of(row)
        return answer is not None and not answer.so

    @property
    def against(self) -> list[Answer]:
        return [answer for row in self.rows if (answer := answer_of(row)) and not answer.so]

    @property
    def agree(self) -> int:
        return sum(answer.so for row in self.rows if (answer := answer_of(row)))


def _with_answers(rows: QuerySet[BidAsked]) -> QuerySet[BidAsked]:
    newest = BidAnswer.objects.filter(asked=OuterRef("pk")).order_by("-id")
    said = {f"answer_{name}": Subquery(newest.values(name)[:1]) for name in ("so", "words", "said_on", "taken_back_on")}
    return rows.annotate(**said)


def answer_of(asked: BidAsked) -> Answer | None:
    """Of a row that was read here."""
    row: Any = asked
    if row.answer_so is None or row.answer_taken_back_on is not None:
        return None
    return Answer(row.answer_so, row.answer_words, row.answer_said_on)


def told_of(bid: Bid) -> Told:
    rows = BidAsked.objects.filter(bid=bid).select_related("person", "recorded_by").order_by("id")
    return Told(list(_with_answers(rows)))


def my_bids(person_ids: Collection[int]) -> QuerySet[BidAsked]:
    """What says of somebody that they were asked, once they can read it."""
    rows = BidAsked.objects.filter(person__in=list(person_ids), told_on__isnull=False)
    return rows.select_related("bid__organisation", "bid__unit", "person").order_by("-id")


def asked_of_me(person_ids: Collection[int], code: str) -> BidAsked:
    found = _with_answers(my_bids(person_ids)).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def asked_for_them(bid: Bid, person: Person) -> BidAsked | None:
    """For whoever writes down what this person says of it."""
    return BidAsked.objects.filter(bid=bid, person=person, told_on__isnull=False).select_related("bid").first()


def bids_waiting(person_ids: Collection[int]) -> Any:
    """As rows beside what else waits for them: they have said nothing yet, and nothing is late about it."""
    rows = my_bids(person_ids).exclude(bid__state=DROPPED)
    rows = rows.filter(~Exists(BidAnswer.objects.filter(asked=OuterRef("pk"))))
    return named(rows, BID, "code", F("bid__title"), "told_on", "bid__organisation")
