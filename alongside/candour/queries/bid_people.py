"""Who was asked for a bid, what they say of that, and what somebody who was asked may read of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from alongside.core.errors import NotYours
from alongside.voice.queries.waiting_for import named

from ..models import Bid, BidAnswer, BidAsked
from ..models.bids import DROPPED

BID = 3  # after claims: see voice.queries.waiting_for


@dataclass(frozen=True)
class Told:
    """Those who are written down as asked, and the newest answer of each that is not taken back."""

    rows: Sequence[BidAsked] = ()
    answers: Mapping[int, BidAnswer] = field(default_factory=dict)

    def denied(self, row: BidAsked) -> bool:
        answer = self.answers.get(row.pk)
        return answer is not None and not answer.so

    @property
    def against(self) -> list[BidAnswer]:
        return [answer for answer in self.answers.values() if not answer.so]

    @property
    def agree(self) -> int:
        return sum(answer.so for answer in self.answers.values())


def told_of(bid: Bid) -> Told:
    rows = list(BidAsked.objects.filter(bid=bid).select_related("person", "recorded_by").order_by("id"))
    answers = BidAnswer.objects.filter(asked__bid=bid).order_by("id")
    return Told(rows, _newest(answers))


def _newest(answers: QuerySet[BidAnswer]) -> dict[int, BidAnswer]:
    found: dict[int, BidAnswer] = {}
    for answer in answers:
        found[answer.asked_id] = answer
    return {asked: answer for asked, answer in found.items() if answer.taken_back_on is None}


def my_bids(person_ids: Collection[int]) -> QuerySet[BidAsked]:
    """What says of somebody that they were asked, once they can read it."""
    rows = BidAsked.objects.filter(person__in=list(person_ids), told_on__isnull=False)
    return rows.select_related("bid__organisation", "bid__unit", "person").order_by("-id")


def asked_of_me(person_ids: Collection[int], code: str) -> BidAsked:
    found = my_bids(person_ids).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def answer_of(asked: BidAsked) -> BidAnswer | None:
    return _newest(BidAnswer.objects.filter(asked=asked).order_by("id")).get(asked.pk)


def bids_waiting(person_ids: Collection[int]) -> Any:
    """As rows beside what else waits for them: they have said nothing yet, and nothing is late about it."""
    rows = my_bids(person_ids).exclude(bid__state=DROPPED)
    rows = rows.filter(~Exists(BidAnswer.objects.filter(asked=OuterRef("pk"))))
    return named(rows, BID, "code", F("bid__title"), "told_on", "bid__organisation")
