"""Was it begun because somebody outside asked for it, and did anything go on once they had it?"""

from __future__ import annotations

from .facts import FEWEST, Count, Facts, Limits
from .findings import Finding, Reading, Wording, clear, early, judged, look
from .saying import _, mark

STOPPED_ONE = Wording(
    look=mark("It was begun for a bid, an inspection or the law. Once that was over, nothing went on."),
    clear=mark("It was begun for a bid, an inspection or the law, and it went on once that was over."),
    early=mark("It was begun for a bid, an inspection or the law. Whether it goes on afterwards cannot be seen yet."),
    unknown=mark("It is not written down why this was begun."),
)
STOPPED_YEAR = Wording(
    look=mark(
        "Begun for a bid, an inspection or the law, and nothing went on once that was over: %(found)s out of %(all)s."
    ),
    clear=mark("Begun for a bid, an inspection or the law, and still going afterwards: %(rest)s out of %(all)s."),
    early=mark("What was begun for a bid, an inspection or the law is too new to say whether it goes on."),
    unknown=mark("It is not written down why people were asked."),
)
BID_ONE = Wording(
    look=mark("It was for a funding bid, and people were asked too late to change it, or never."),
    clear=mark("It was for a funding bid, and people were asked in time to change it."),
    early=mark("It is for a funding bid that is not sent yet, and nobody has been asked yet. There is still time."),
    unknown=mark("Whether people were asked before the bid is not written down."),
)
BID_YEAR = Wording(
    look=mark("Funding bids where people were asked too late to change them, or never: %(found)s out of %(all)s."),
    clear=mark("Funding bids where people were asked in time to change them: %(rest)s out of %(all)s."),
    early=mark("The funding bids are not sent yet. There is still time to ask people."),
    unknown=mark("Whether people were asked before a bid is not written down."),
)


def funding_driven(facts: Facts, limits: Limits) -> Finding:
    """Begun for money and over with it. That much of the work begins outside is worth a look of its own."""
    begun, share = facts.outside, facts.from_outside or Count()
    mostly = share.all >= FEWEST and share.more_than(limits.outside_percent)
    words = _(
        "Of the decisions about which people were asked, these were begun for a bid, an inspection or the law: "
        "%(n)s out of %(all)s.",
        n=share.found,
        all=share.all,
    )
    if begun is not None and (share.all or share.young) and begun.all == 0 and not begun.young and not mostly:
        return clear(_("Nothing here was begun for a bid, an inspection or the law, as far as it is written down."))
    found = judged(begun, 0, STOPPED_ONE if facts.one else STOPPED_YEAR)
    if not mostly:
        return found
    also = found.sentences if found.refs else ()
    return look(words, *also, behind=(begun, share) if found.refs else (share,))


def bid_week(facts: Facts, limits: Limits) -> Finding:
    """Asked in the week of the bid, people lend their name to what is written already. Not one is let pass."""
    bids = facts.bids
    if bids is not None and bids.all == 0:
        if bids.young:
            return early((BID_ONE if facts.one else BID_YEAR).tell(Reading.EARLY, bids))
        return clear(_("Nothing here was for a funding bid, as far as it is written down."))
    return judged(bids, 0, BID_ONE if facts.one else BID_YEAR)
