"""Board packs that somebody may open, and what stands around their values: what is asked, what contributors wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.periods import Period

from ..models import BoardAsk, BoardAskStatus, BoardPack, PackPiece
from ..models.packs import ASKED, ISSUED, READY, STILL_OPEN, TAKEN_BACK
from ..rules import packs as rules


def pack_of(organisation_id: int, period: Period) -> BoardPack | None:
    rows = BoardPack.objects.select_related("organisation")
    return rows.filter(organisation=organisation_id, period=period.slug).first()


def any_of_a_year(organisation_id: int) -> bool:
    """Or of a quarter: of what is named after the year in which it is. A month is a month wherever the year begins."""
    rows = BoardPack.objects.filter(organisation=organisation_id)
    return rows.exclude(period__regex=r"^\d{4}-\d{2}$").exists()


def pack_to_read(actor: Actor, period: Period) -> BoardPack | None:
    """None: nobody has written anything in it yet, and the actor is one of those who see it while it is prepared."""
    found = pack_of(actor.organisation_id or 0, period)
    rules.check_read(actor, found)
    return found


def packs_for(actor: Actor) -> QuerySet[BoardPack]:
    """The newest first: those that the board has, and for those who oversee it what is being prepared."""
    rows = BoardPack.objects.filter(organisation=actor.organisation_id)
    if not rules.belongs(actor):
        return rows.none()
    rows = rows if rules.oversees(actor) else rows.filter(state=ISSUED)
    return rows.order_by("-last", "-first")


def not_given(organisation_id: int, periods: Sequence[Period]) -> list[Period]:
    """Those of them of which the board has no pack yet."""
    given = BoardPack.objects.filter(organisation=organisation_id, state=ISSUED)
    found = set(given.filter(period__in=[each.slug for each in periods]).values_list("period", flat=True))
    return [each for each in periods if each.slug not in found]


# What is asked of the board.


@dataclass(frozen=True)
class AskRead:
    ask: BoardAsk
    came: str  # the newest words
    on: object  # their day


@dataclass(frozen=True)
class Asks:
    """`now`: of this pack. Of others: `waiting`, of which the board has not said anything, and `came`, of which it has.
    Others are those of the same days, for a pack of a year has those of its months in it; of earlier ones what is not
    settled; and all of the one before this."""

    now: Sequence[AskRead] = field(default_factory=tuple)
    waiting: Sequence[AskRead] = field(default_factory=tuple)
    came: Sequence[AskRead] = field(default_factory=tuple)

    @property
    def others(self) -> int:
        return len(self.waiting) + len(self.came)


def asks_of(organisation_id: int, period: Period, pack: BoardPack | None) -> Asks:
    """In one question. What the board was asked for a longer or a shorter time stands in each pack after it."""
    given = BoardPack.objects.filter(organisation=organisation_id, state=ISSUED)
    before = Q(last__lt=period.last) | Q(last=period.last, first__gt=period.first)  # a month of the quarter it ends
    within = Q(pack__in=given.filter(before, first__gte=period.first))
    latest = given.filter(last__lt=period.first).order_by("-last", "-first").values("pk")[:1]
    open_yet = Q(pack__in=given.filter(before), state__in=STILL_OPEN)
    asked = within | open_yet | Q(pack=Subquery(latest))
    rows = _asks().filter(Q(pack=pack.pk) | asked if pack else asked, pack__organisation=organisation_id)
    now: list[AskRead] = []
    waiting: list[AskRead] = []
    came: list[AskRead] = []
    for row in rows.order_by("by_day", "id"):
        here = pack is not None and row.pack_id == pack.pk
        (now if here else waiting if row.state == ASKED else came).append(AskRead(row, row.came or "", row.came_on))
    return Asks(tuple(now), tuple(waiting), tuple(came))


def _asks() -> QuerySet[Any]:
    newest = BoardAskStatus.objects.filter(boardask=OuterRef("pk")).exclude(words="").order_by("-id")
    rows = BoardAsk.objects.filter(withdrawn_on__isnull=True).select_related("pack")
    return rows.annotate(came=Subquery(newest.values("words")[:1]), came_on=Subquery(newest.values("effective_on")[:1]))


def ask_for(actor: Actor, code: str) -> BoardAsk:
    """For those who oversee the pack, and after it was given to the board for everybody who reads it."""
    rows = BoardAsk.objects.filter(pack__organisation=actor.organisation_id, code=code, withdrawn_on__isnull=True)
    found = rows.select_related("pack__organisation").first()
    if found is None or not rules.may_read(actor, found.pack):
        raise NotYours
    return found


def came_of(ask: BoardAsk) -> list[BoardAskStatus]:
    """All that was said of what came of it, the oldest first."""
    return list(ask.statuses.exclude(words="").order_by("id"))


# What contributors wrote.


@dataclass(frozen=True)
class Pieces:
    """Those that stand there; how many are held back; how many were taken back after the board had them, and how many
    that stood there before it had them."""

    there: Sequence[PackPiece] = field(default_factory=tuple)
    held: int = 0
    gone: int = 0
    gone_before: int = 0

    @property
    def nobody_wrote(self) -> bool:
        return not (self.there or self.held or self.gone or self.gone_before)


def pieces_of(pack: BoardPack | None) -> Pieces:
    if pack is None:
        return Pieces()
    rows = PackPiece.objects.filter(pack=pack.pk, ready_on__isnull=False)
    rows = rows.select_related("person", "recorded_by")
    found = list(rows.order_by("ready_on", "id"))
    ready = [row for row in found if row.state == READY]
    there = tuple(row for row in ready if row.held_on is None and row.words)
    given = sum(row.was_given for row in found)
    held = sum(row.held_on is not None for row in ready)
    return Pieces(there, held, given, len(found) - len(ready) - given)


def own_piece(actor: Actor, pack: BoardPack | None) -> PackPiece | None:
    """What the actor wrote in this pack and did not take back."""
    if pack is None or actor.person_id is None:
        return None
    rows = PackPiece.objects.filter(pack=pack, person=actor.person_id).exclude(state=TAKEN_BACK)
    return rows.select_related("pack__organisation", "recorded_by").first()


def pieces_to_look_after(actor: Actor) -> QuerySet[PackPiece]:
    """For the safeguarding lead: all that stands in packs, the newest first."""
    if not rules.looks_after(actor):
        raise NotYours
    rows = PackPiece.objects.filter(pack__organisation=actor.organisation_id, state=READY)
    return rows.select_related("pack__organisation", "person", "recorded_by").order_by("-ready_on", "-id")


def piece_to_look_after(actor: Actor, code: str) -> PackPiece:
    found = pieces_to_look_after(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found
