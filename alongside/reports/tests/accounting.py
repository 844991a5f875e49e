"""Yearly accounts to work with: of the last year that is over."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from alongside.core import periods
from alongside.core.periods import Period
from alongside.reports.models import AccountReply, AccountVersion, PublicAccount
from alongside.reports.queries import account_replies as replies
from alongside.reports.services import account_replies as replying
from alongside.reports.services import accounts as services
from tests.cast import Cast

REPLY = "Nobody told me what came of it."


def last_year() -> Period:
    return periods.of_day(periods.YEAR, timezone.localdate(), 4).before


def here(*steps: str) -> str:
    return "/".join(["/harbour/account", last_year().slug, *steps, ""])


def drafted(cast: Cast, who: str = "coordinator", **more: Any) -> PublicAccount:
    values = {"title": "Our year", "introduction": "Too often we asked too late.", **more}
    return services.write_account(period=last_year(), by=cast.actor(who), **values)


def published(cast: Cast, who: str = "coordinator", changed: str = "", **more: Any) -> AccountVersion:
    return services.publish_account(account=drafted(cast, who, **more), changed=changed, by=cast.actor(who))


def replied(cast: Cast, who: str = "cora", words: str = REPLY, name: str = "", show: bool = True) -> AccountReply:
    account = PublicAccount.objects.select_related("organisation").get(organisation=cast.org)
    reply = replying.write_reply(account=account, words=words, name=name, by=cast.actor(who))
    return replying.show_reply(reply=reply, by=cast.actor(who)) if show else reply


def shown_words(account: PublicAccount) -> list[str]:
    return [reply.words for reply in replies.replies_shown(account)]
