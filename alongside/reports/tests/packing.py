"""What tests of board packs begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.core import periods
from alongside.core.periods import Period
from alongside.decisions.models import Decision, TakenWithout
from alongside.journey.tests.factories import aim, learned
from alongside.reports import services
from alongside.reports.models import BoardAsk, BoardPack, PackPiece
from alongside.reports.pack_values import Pack
from alongside.reports.packs.opening import Opened, opened
from alongside.reports.queries import packs as queries
from alongside.voice.queries import eyes_of
from tests import make
from tests.cast import Cast

PIECE = "Ask who wasn’t in the room.\nWe are tired of saying it. لا أحد يسألنا. Không ai hỏi chúng tôi."


def month(back: int = 1) -> Period:
    """The last one, or one further back; 0 is the present one."""
    found = periods.of_day(periods.MONTH, make.days(0), 4)
    for _n in range(back):
        found = found.before
    return found


def base(period: Period) -> str:
    return f"/harbour/packs/{period.slug}/"


def asked(cast: Cast, period: Period | None = None, **values: Any) -> BoardAsk:
    given = {"what": "Fill the empty seat on the quality group.", "who": "The chair", "by_day": make.days(30)}
    given |= {"by": cast.actor("coordinator"), **values}
    return services.ask_board(organisation=cast.org, period=period or month(), **given)


def wrote(cast: Cast, who: str = "cora", period: Period | None = None, **values: Any) -> PackPiece:
    given = {"words": PIECE, "by": cast.actor(who)}
    return services.write_piece(organisation=cast.org, period=period or month(), **{**given, **values})


def stands(cast: Cast, who: str = "cora", period: Period | None = None, **values: Any) -> PackPiece:
    return services.say_piece_ready(piece=wrote(cast, who, period, **values), by=cast.actor(who))


def issued(cast: Cast, period: Period | None = None) -> BoardPack:
    return services.issue_pack(organisation=cast.org, period=period or month(), by=cast.actor("coordinator"))


def read(cast: Cast, who: str = "board", period: Period | None = None) -> Opened:
    from alongside.organisation import queries as organisations

    days = period or month()
    row = queries.pack_to_read(cast.actor(who), days)
    clock = organisations.clock_of(cast.org)
    return opened(organisation=cast.org, clock=clock, period=days, eyes=eyes_of(cast.actor(who)), row=row)


def value(cast: Cast, period: Period | None = None) -> Pack:
    return read(cast, period=period).pack


def in_it(period: Period | None = None) -> date:
    return (period or month()).first


WORDS = "The door sticks and nobody mends it."
BUMP = "The papers came the night before and nobody could read them."
WHY = "The funder’s day could not be moved."


def lived(cast: Cast) -> Period:
    """A month with something of everything in it, all of it on one day. Its period."""
    day = make.days(-3)
    about = make.decision(cast, title="Who leads the night team", audience="staff")
    Decision.objects.filter(pk=about.pk).update(state="decided", decided_on=day, taken="excepted")
    TakenWithout.objects.create(
        organisation=cast.org, decision=about, reason=WHY, allowed_by=cast.users["board"], on=day
    )
    make.decision(cast, title="A new rota", kind=cast.kinds["policy"], state="decided", decided_on=day, taken="without")
    old = {"received_on": make.days(-120), "said_on": make.days(-120), "answer_by": make.days(-70)}
    make.contribution(cast, words=WORDS, **old)
    said = make.contribution(cast, words="Ask us before you buy chairs.", person=cast.people["dev"])
    make.changed(cast, said, what="We ask before we buy", since=day, state="confirmed")
    learned(cast, words={"bump": BUMP, "undo": "Never again by night."}, on=day, named=True)
    learned(cast, "manager", words={"tried": "A draw"}, on=day)
    learned(cast, audience="private", words={"bump": "This is mine alone."}, on=day)
    aim(cast)
    return periods.of_day(periods.MONTH, day, 4)
