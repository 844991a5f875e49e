"""Who may open the pages of bids: those who keep or oversee them; and of whom a bid speaks, each their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from alongside.candour.models import Bid
from alongside.candour.services import bid_awards, bid_people
from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .bidding import asked_before, bid_of, of, sent
from .test_instruments import written as written_total

SEES = {"staff", "manager", "coordinator", "board", "finance"}
KEEPS = SEES - {"board"}
HERE = "<slug:org>/candour/bids/"
MINE = "me/bids/<slug:code>/"


def written(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/candour/bids/{bid_of(cast, asked_before(cast, 'cora', 'dev')).code}/{step}"


def won(cast: Cast) -> Bid:
    bid = sent(cast, "cora", "dev", on=make.days(-300), submit_on=make.days(-300))
    return bid_awards.write_award(
        bid=bid, won=True, decided_on=make.days(-200), amount=Decimal(1), by=cast.actor("manager")
    )


def look(cast: Cast) -> str:
    bid = won(cast)
    return f"/harbour/candour/bids/{bid.code}/look/{bid.looks.order_by('months')[0].code}/"


def total(cast: Cast) -> str:
    return f"/harbour/candour/totals/{written_total(cast).code}/wrong/"


def mine(step: str = "", answered: bool = False) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        row = of(sent(cast, "cora", "dev"), cast, "cora")
        if answered:
            bid_people.answer_bid(asked=row, so=True, by=cast.actor("cora"))
        return f"/me/bids/{row.code}/{step}"

    return url


def pages() -> Iterator[Access]:
    yield Access(HERE, lambda cast: "/harbour/candour/bids/", SEES)
    yield Access(f"{HERE}new/", lambda cast: "/harbour/candour/bids/new/", KEEPS)
    yield Access(f"{HERE}words/", lambda cast: "/harbour/candour/bids/words/", SEES)
    yield Access(f"{HERE}words/set/", lambda cast: "/harbour/candour/bids/words/set/", {"coordinator"})
    yield Access(f"{HERE}<slug:code>/", written(), SEES)
    for step in ("change", "asked", "show", "send", "drop"):
        yield Access(f"{HERE}<slug:code>/{step}/", written(f"{step}/"), KEEPS)
    yield Access(f"{HERE}<slug:code>/for/", written("for/"), {"coordinator"})
    yield Access("<slug:org>/candour/totals/new/", lambda cast: "/harbour/candour/totals/new/", KEEPS - {"finance"})
    yield Access("<slug:org>/candour/totals/<slug:code>/wrong/", total, KEEPS - {"finance"})
    yield Access(f"{HERE}<slug:code>/award/", lambda cast: f"/harbour/candour/bids/{sent(cast).code}/award/", KEEPS)
    yield Access(f"{HERE}<slug:code>/look/<slug:look>/", look, KEEPS)
    yield Access(f"{HERE}<slug:code>/sign/<int:n>/", written("sign/0/"), KEEPS - {"finance"})
    yield Access("me/bids/", lambda cast: "/me/bids/", EVERYBODY - {"public"}, sign_in=True)
    yield Access(MINE, mine(), {"cora"}, sign_in=True)
    for step in ("so", "not-so"):
        yield Access(f"{MINE}{step}/", mine(f"{step}/"), {"cora"}, sign_in=True)
    yield Access(f"{MINE}take-back/", mine("take-back/", answered=True), {"cora"}, sign_in=True)


BIDS = list(pages())
