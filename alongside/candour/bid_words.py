"""How a bid reads against the record, in words: for pages and lists alike."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .models import Bid
from .models.bids import BID_STATES, DROPPED, LOST, SENT, WON, WRITING
from .standards.bidding import Finding, Reads, When, Why

READS: dict[Reads, tuple[Any, str]] = {
    Reads.SUPPORTED: (gettext_lazy("The record supports it"), "done"),
    Reads.SAID: (gettext_lazy("Only our own word for it"), "waiting"),
    Reads.NOT: (gettext_lazy("The record does not support it"), "late"),
}
WHYS: dict[Why, Any] = {
    Why.NOTHING: gettext_lazy("It rests on nothing that is written down here."),
    Why.NOBODY: gettext_lazy("Nobody who takes part came to any of it before it was sent."),
    Why.ONE: gettext_lazy("One person came. One person alone is nobody’s voice but their own."),
    Why.LESS: gettext_lazy("Fewer than two people had the part that these words need."),
    Why.LATE: gettext_lazy("Those who had that part were asked too late to change it."),
    Why.AFTER: gettext_lazy("People were asked only once it was sent."),
    Why.DENIED: gettext_lazy("Somebody who was asked says that it is not so. That stands over every number."),
    Why.DISPUTED: gettext_lazy("Somebody who was there says that this is not true. That stands over every number."),
    Why.HAND: gettext_lazy("That people were asked is only written down by hand."),
}
WHEN: dict[When, tuple[Any, str]] = {
    When.BEFORE: (gettext_lazy("Before it, in time"), "done"),
    When.RUSH: (gettext_lazy("In the rush before it"), "late"),
    When.AFTER: (gettext_lazy("After it was sent"), "late"),
    When.NEVER: (gettext_lazy("Never"), "late"),
}
STATE_TONES = {WRITING: "waiting", SENT: "waiting", WON: "done", LOST: "quiet", DROPPED: "quiet"}


def state_of(bid: Bid) -> tuple[Any, str]:
    return BID_STATES[bid.state], STATE_TONES[bid.state]


def sentences_for(finding: Finding) -> list[Any]:
    return [WHYS[why] for why in finding.whys]


def summary(judged: int, unsupported: int) -> str:
    """First, before anything else on the page."""
    if not judged:
        return _("It uses none of the words that need the record.")
    if not unsupported:
        words = ngettext(
            "The record supports the %(n)d sentence that needs it.",
            "The record supports all %(n)d sentences that need it.",
            judged,
        )
        return words % {"n": judged}
    words = ngettext(
        "The record does not support the one sentence that needs it.",
        "Of %(all)d sentences that need the record, it does not support %(n)d.",
        judged,
    )
    return words % {"all": judged, "n": unsupported}


def days_before(when: When, days: int) -> str:
    """Beside the day on which somebody was asked."""
    if when in (When.AFTER, When.NEVER):
        return ""
    return ngettext("%(n)d working day before it", "%(n)d working days before it", days) % {"n": days}


def after_months(months: int) -> str:
    return _("%(n)d months afterwards") % {"n": months}
