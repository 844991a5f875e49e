"""What the funder said, and what became of what was promised.

What of the promised money reached people is for payments to say: `money` will have a query for it, and the page of a
bid shows it beside `Bid.promised` then. Until there are payments nothing is written here as if it were spent.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import add_months
from alongside.core.inputs import tidy_text
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..events import CandourEvent as Event
from ..models import Bid, BidClaim, BidLook, BidStatus, Claim
from ..models.bids import BID, LOST, WON
from ..models.claims import Outlet
from ..queries import bids as queries
from ..rules import bids as rules
from . import bid_messages as messages
from .bid_people import locked_bid
from .claims import Wording, make_claim

MONTHS = (6, 12)  # after the award


@transaction.atomic
def write_award(*, bid: Bid, won: bool, decided_on: date, amount: Decimal | None = None, by: Actor) -> Bid:
    """Won or not. What was promised to people is owed a look 6 and 12 months afterwards."""
    bid = locked_bid(bid)
    rules.check_can_keep_bid(by, bid)
    today = organisations.clock_of(bid.organisation).today()
    rules.check_award(bid, decided_on, won, amount, today)
    bid.decided_on, bid.awarded = decided_on, amount if won else None
    state = WON if won else LOST
    move(bid, state, lifecycle=BID, statuses=BidStatus, by=by, on=decided_on, changed=("decided_on", "awarded"))
    if won:
        _owe_looks(bid, decided_on, by)
    facts = {"won": won, "decided_on": decided_on.isoformat(), "amount": str(amount) if amount else None}
    audit.record(Event.BID_AWARD, by=by, target=bid, facts=facts)
    messages.to_those_told_of_the_award(bid, won)
    return bid


def _owe_looks(bid: Bid, decided_on: date, by: Actor) -> None:
    """Where it had been written down as won before: what has not been looked at is owed from the right day."""
    for months in MONTHS:
        due = add_months(decided_on, months)
        look, made = BidLook.objects.get_or_create(bid=bid, months=months, defaults={"due_on": due, **byline(by)})
        if not made and look.looked_on is None:
            BidLook.objects.filter(pk=look.pk).update(due_on=due)


@transaction.atomic
def look_again(*, look: BidLook, kept: str, going: str, happened: str, role: str, by: Actor) -> BidLook:
    """What really happened with what was promised, and whether it is still going. Those who were asked read it."""
    look = (
        BidLook.objects.select_for_update(of=("self",), no_key=True).select_related("bid__organisation").get(pk=look.pk)
    )
    rules.check_can_look(by, look.bid, looked=look.looked_on is not None)
    happened = tidy_text(happened)
    rules.check_said_of_bid(happened, "happened")
    rules.check_said_of_bid(role, "role")
    look.kept, look.going, look.happened, look.role = kept, going, happened, role
    look.looked_on = organisations.clock_of(look.bid.organisation).today()
    for name, value in byline(by).items():
        setattr(look, name, value)
    look.save()
    facts = {"bid": look.bid.code, "months": look.months, "kept": kept, "going": going}
    audit.record(Event.BID_LOOKED, by=by, target=look, facts=facts)
    messages.to_those_told_what_became_of_it(look)
    return look


@transaction.atomic
def ask_to_sign(*, bid: Bid, unit: Unit, sentence: str, level: int, reply_by: date, by: Actor) -> Claim:
    """A sentence of it becomes a claim: those who were there sign it, or say that it is not true."""
    bid = locked_bid(bid)
    rules.check_can_keep_bid(by, bid)
    records = queries.rests_of(bid).records
    wording = Wording(text=sentence, level=level, records=records, reply_by=reply_by)
    claim = make_claim(unit=unit, outlet=Outlet.BID, audience=bid.funder, wording=wording, by=by)
    BidClaim.objects.create(bid=bid, claim=claim, **byline(by))
    return claim


def remind_of_bids(*, organisation: Organisation) -> int:
    today = organisations.clock_of(organisation).today()
    return messages.remind_of_looks(organisation, list(queries.looks_due(organisation.pk, today)), today)
