"""Replies to an account: what anybody reads of them, and one's own."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import Purpose

from ..models import AccountReply, PublicAccount
from ..models.accounts import SHOWN, TAKEN_BACK

MOST = 5  # on the page of the account; all of them stand on their own


@dataclass(frozen=True)
class Replies:
    """The newest, and how many there are. Those that were shown and are not any more are counted."""

    newest: tuple[AccountReply, ...]
    all: int
    taken_back: int
    held: int

    @property
    def more(self) -> int:
        return self.all - len(self.newest)


def replies_shown(account: PublicAccount) -> QuerySet[AccountReply]:
    """Nobody but time orders them: the newest first. Whoever took back that their words may be public is not read."""
    rows = AccountReply.objects.filter(account=account, state=SHOWN, held_on__isnull=True)
    rows = rows.exclude(people.refused("person", Purpose.WORDS_PUBLIC)).order_by("-shown_on", "-id")
    return rows.select_related("recorded_by")  # who wrote it down for somebody


def replies_to(account: PublicAccount) -> Replies:
    shown = replies_shown(account)
    rows = AccountReply.objects.filter(account=account)
    counts = rows.aggregate(
        all=Count("pk", filter=Q(pk__in=shown.order_by().values("pk"))),
        taken_back=Count("pk", filter=Q(state=TAKEN_BACK, shown_on__isnull=False)),
        held=Count("pk", filter=Q(state=SHOWN, held_on__isnull=False)),
    )
    return Replies(newest=tuple(shown[:MOST]) if counts["all"] else (), **counts)


def own_reply(actor: Actor, account: PublicAccount) -> AccountReply | None:
    """What they wrote and did not take back."""
    if actor.person_id is None:
        return None
    rows = account.replies.filter(person=actor.person_id).exclude(state=TAKEN_BACK)
    return rows.select_related("account__organisation", "recorded_by").first()


def reply_of(account: PublicAccount, code: str) -> AccountReply:
    """One that is shown or held back, for those who may hold it back."""
    found = account.replies.filter(code=code, state=SHOWN).select_related("account__organisation").first()
    if found is None:
        raise NotYours
    return found
