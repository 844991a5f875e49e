"""What tests of taking down begin with: Noor has no account, and rings the coordinator."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor, Medium
from alongside.core.periods import Period
from alongside.reports.models import AccountReply, PackPiece, PublicAccount
from alongside.reports.services import taking_down as services
from tests.cast import Cast

from .packing import month

SAID = "Nobody rang me back.\nلا أحد يتصل بي. Không ai gọi lại cho tôi."
YES = {"read_back": True, "agreed": True}


def told_by(cast: Cast, person: str = "noor", who: str = "coordinator", medium: Medium = Medium.PHONE) -> Actor:
    return cast.actor(who).for_person(cast.people[person].pk, medium)


def reply_down(cast: Cast, **values: Any) -> AccountReply:
    """To the account that is published."""
    account = PublicAccount.objects.select_related("organisation").get(organisation=cast.org)
    given = {"words": SAID, "by": told_by(cast), **YES}
    return services.take_down_reply(account=account, **{**given, **values})


def piece_down(cast: Cast, period: Period | None = None, **values: Any) -> PackPiece:
    given = {"words": SAID, "by": told_by(cast), **YES}
    return services.take_down_piece(organisation=cast.org, period=period or month(), **{**given, **values})
