"""A bid, with or without people who were asked in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from alongside.candour.models import Bid, BidAsked
from alongside.candour.queries import Records
from alongside.candour.services import bids as services
from alongside.involvement.models import Meeting, PlaceRole
from tests import make
from tests.cast import Cast

WORDS = "The night line was co-produced. It is open until two."


def asked_before(cast: Cast, *who: str, days: int = 60, role: int = 5, **values: Any) -> Meeting:
    """They were offered a place so many days ago, and came to a session the week after."""
    at = make.opportunity(cast, make.decision(cast, opened_on=make.days(-90), **values), opened_on=make.days(-days))
    meeting = make.meeting(cast, at)
    held = make.days(-days) + timedelta(days=7)
    type(meeting).objects.filter(pk=meeting.pk).update(held_on=held)
    for key in who:
        place = make.place(cast, key, at)
        type(place).objects.filter(pk=place.pk).update(offered_on=make.days(-days))
        PlaceRole.objects.filter(place=place).delete()
        PlaceRole.objects.create(place=place, stage="design", role=role)
        make.attended(meeting, place)
    meeting.refresh_from_db()
    return meeting


def terms(meeting: Meeting | None = None, **values: Any) -> services.Terms:
    records = Records(decisions=(meeting.opportunity.decision,)) if meeting else Records()
    plain = {"title": "Three more years", "funder": "The Weir Fund", "submit_on": make.days(0), "words": WORDS}
    return services.Terms(**{**plain, "records": records, **values})


def bid_of(cast: Cast, meeting: Meeting | None = None, **values: Any) -> Bid:
    return services.make_bid(unit=cast.units["team"], terms=terms(meeting, **values), by=cast.actor("manager"))


def sent(cast: Cast, *who: str, on: date | None = None, **values: Any) -> Bid:
    bid = bid_of(cast, asked_before(cast, *who), **values)
    return services.send_bid(
        bid=bid, sent_on=on or make.days(0), despite="The deadline was today.", by=cast.actor("manager")
    )


def of(bid: Bid, cast: Cast, who: str) -> BidAsked:
    return BidAsked.objects.get(bid=bid, person=cast.people[who])
