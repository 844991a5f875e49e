"""Board packs: what was asked, what contributors wrote, given to the board in the month after, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from alongside.core import periods
from alongside.core.dates import add_months
from alongside.core.periods import Period
from alongside.reports import services as verbs
from alongside.reports.models import BoardAsk
from alongside.reports.services import taking_down

from ..words.packs import PACKS, Ask, Came, Pack, Piece
from .days import Stage
from .world import World

YEAR_STARTS = 4  # of no matter for a month


def plan(world: World) -> None:
    if not all(key in world.register for pack in PACKS for key in pack.needs):
        return  # these are the people of another organisation
    for pack in PACKS:
        _plan(world, pack)


def _plan(world: World, pack: Pack) -> None:
    today = world.days.today
    period = periods.of_day(periods.MONTH, add_months(today.replace(day=1), -pack.back), YEAR_STARTS)
    after = period.last + timedelta(days=1)
    made: dict[str, BoardAsk] = {}
    for number, ask in enumerate(pack.asks):
        _on(world, after, pack.asked, f"ask {pack.back} {number}", partial(_ask, world, period, ask, made))
        for came in ask.came:
            words = f"came {pack.back} {number}"
            _on(world, after, came.day, words, partial(_came, world, ask, came, made))
    for piece in pack.pieces:
        first = after if piece.day > 0 else today
        _on(world, first, piece.day, f"piece {pack.back} {piece.who}", partial(_piece, world, period, piece))
    if pack.issued:
        _on(world, after, pack.issued, f"pack {pack.back}", partial(_issue, world, period))


def _on(world: World, first: date, day: int, name: str, do: Callable[[], object]) -> None:
    """On a day of the month that begins with `first`, or so many days before it; nothing is done that is to come."""
    when = first + timedelta(days=day - 1 if day > 0 else day)
    offset = (when - world.days.today).days
    if offset < 0:
        world.step(offset, Stage.DONE, f"board pack: {name}", do)


def _ask(world: World, period: Period, ask: Ask, made: dict[str, BoardAsk]) -> None:
    made[ask.what] = verbs.ask_board(
        organisation=world.organisation,
        period=period,
        what=ask.what,
        who=ask.who,
        by_day=timezone.localdate() + timedelta(weeks=ask.weeks),
        by=world.coordinator,
    )


def _came(world: World, ask: Ask, came: Came, made: dict[str, BoardAsk]) -> None:
    by = world.actor(world.with_role(came.by))
    verbs.say_what_came(ask=made[ask.what], state=came.state, words=came.words, by=by)


def _piece(world: World, period: Period, piece: Piece) -> None:
    by = world.voice_of(piece.who)
    said: dict[str, Any] = {
        "organisation": world.organisation,
        "period": period,
        "words": piece.words,
        "named": piece.named,
    }
    if by.on_behalf_of is not None:
        taking_down.take_down_piece(**said, read_back=True, agreed=True, by=by)
        return
    made = verbs.write_piece(**said, by=by)
    if piece.ready:
        verbs.say_piece_ready(piece=made, by=by)


def _issue(world: World, period: Period) -> None:
    verbs.issue_pack(organisation=world.organisation, period=period, by=world.coordinator)
