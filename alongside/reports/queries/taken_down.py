"""What was taken down for people without an account, for those who take it down: to find it again when they ring."""

from __future__ import annotations

from django.db.models import QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import Person, Purpose

from ..models import AccountReply, BoardPack, PackPiece, PublicAccount
from ..models.accounts import SHOWN
from ..models.accounts import TAKEN_BACK as REPLY_BACK
from ..models.packs import READY
from ..models.packs import TAKEN_BACK as PIECE_BACK
from ..rules import taking_down as rules


def keeps_words_in(person: Person | None) -> bool:
    """They once let their words be public, and took that back: what is taken down would stand nowhere."""
    rows = Person.objects.filter(people.refused("pk", Purpose.WORDS_PUBLIC), pk=person.pk if person else 0)
    return rows.exists()


def standing_reply(account: PublicAccount, person: Person | None) -> AccountReply | None:
    return account.replies.filter(person=person).exclude(state=REPLY_BACK).first()


def standing_piece(pack: BoardPack, person: Person | None) -> PackPiece | None:
    return PackPiece.objects.filter(pack=pack, person=person).exclude(state=PIECE_BACK).first()


def replies_for(actor: Actor, account: PublicAccount) -> QuerySet[AccountReply]:
    rules.check_takes_down(actor)
    rows = AccountReply.objects.filter(account=account, state=SHOWN, person__isnull=False).exclude(medium="")
    return rows.select_related("account__organisation", "person", "recorded_by").order_by("-shown_on", "-id")


def pieces_for(actor: Actor, pack: BoardPack | None) -> QuerySet[PackPiece]:
    rules.check_takes_down(actor)
    rows = PackPiece.objects.filter(pack=pack.pk if pack else 0, state=READY, person__isnull=False).exclude(medium="")
    return rows.select_related("pack__organisation", "person", "recorded_by").order_by("-ready_on", "-id")


def reply_for(actor: Actor, account: PublicAccount, code: str) -> AccountReply:
    found = replies_for(actor, account).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def piece_for(actor: Actor, pack: BoardPack | None, code: str) -> PackPiece:
    found = pieces_for(actor, pack).filter(code=code).first()
    if found is None:
        raise NotYours
    return found
