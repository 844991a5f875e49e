"""Taking down what somebody without an account says: a reply to the yearly account, a piece for the board. Each stands
there at once, with their yes to the whole of it. They are written to each time, so that nobody speaks for them without
their knowing it; and afterwards there is no verb that changes a word, only one that writes all of it down anew.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person
from alongside.post import services as post

from .. import taken_down_words as words_of
from ..models import AccountReply, PackPiece, PublicAccount, TakenDown
from ..queries import taken_down as queries
from ..rules import accounts as account_rules
from ..rules import packs as pack_rules
from ..rules import taking_down as rules
from . import account_replies, pack_pieces
from .packs import as_written, begun, hold_year


@transaction.atomic
def take_down_reply(
    *, account: PublicAccount, words: str, name: str = "", read_back: bool, agreed: bool, by: Actor
) -> AccountReply:
    person = _whose(by)
    account = (
        PublicAccount.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=account.pk)
    )
    account_rules.check_can_be_replied_to(by, account)
    rules.check_told(by, person)
    rules.check_none_yet(queries.standing_reply(account, person))
    reply = AccountReply(account=account, person=person, version=0)
    return _put_reply(reply, words, name, (read_back, agreed), by)


@transaction.atomic
def take_down_reply_anew(
    *,
    reply: AccountReply,
    words: str,
    name: str = "",
    read_back: bool,
    agreed: bool,
    seen: int | None = None,
    by: Actor,
) -> AccountReply:
    """All of it as they say it now. What stood there is gone."""
    person = _whose(by)
    reply = account_replies.locked(reply)
    rules.check_anew(by, reply, person)
    account_rules.check_there(reply)
    pack_rules.check_seen(reply.version, seen)
    return _put_reply(reply, words, name, (read_back, agreed), by)


def _put_reply(reply: AccountReply, words: str, name: str, yes: tuple[bool, bool], by: Actor) -> AccountReply:
    rules.check_agreed(*yes)
    rules.check_not_refused(queries.keeps_words_in(reply.person))
    account_replies.put_words(reply, words, name, by)
    account_replies.put_out(reply, by)
    account = reply.account
    subject = _("What you say to our account stands there now")
    _keep(account.organisation, words_of.ANYBODY, by, reply=reply)
    _tell(account.organisation, reply.person_id, "taken_down", subject, words_of.told() % {"name": _name(by)})
    return reply


@transaction.atomic
def take_down_piece(
    *,
    organisation: Organisation,
    period: Period,
    words: str,
    named: bool = False,
    read_back: bool,
    agreed: bool,
    by: Actor,
) -> PackPiece:
    hold_year(organisation)
    rules.check_told(by, person := _whose(by))
    pack_rules.check_piece(words := as_written(words))
    rules.check_agreed(read_back, agreed)
    pack = begun(organisation, period, by)
    pack_rules.check_open(pack)
    rules.check_none_yet(queries.standing_piece(pack, person))
    return _put_piece(PackPiece(pack=pack, person=person, words=words, named=named, **byline(by)), by)


@transaction.atomic
def take_down_piece_anew(
    *,
    piece: PackPiece,
    words: str,
    named: bool = False,
    read_back: bool,
    agreed: bool,
    seen: int | None = None,
    by: Actor,
) -> PackPiece:
    """As for whoever writes it themselves: other words are another piece."""
    person = _whose(by)
    piece = pack_pieces.locked(piece)
    rules.check_anew(by, piece, person)
    pack_rules.check_open(piece.pack)
    pack_rules.check_there(piece)
    pack_rules.check_seen(piece.version, seen)
    pack_rules.check_piece(words := as_written(words))
    rules.check_agreed(read_back, agreed)
    same = {"pack": piece.pack, "person": piece.person, "version": piece.version + 1}
    pack_pieces.blank(piece, by, "written anew")
    return _put_piece(PackPiece(words=words, named=named, **same, **byline(by)), by)


def _put_piece(piece: PackPiece, by: Actor) -> PackPiece:
    pack_pieces.put_first(piece, by)
    pack_pieces.put_in(piece, by)
    organisation = piece.pack.organisation
    _keep(organisation, words_of.THE_BOARD, by, piece=piece)
    subject = _("What you say to the board stands in its pack now")
    _tell(organisation, piece.person_id, "taken_down", subject, words_of.told() % {"name": _name(by)})
    return piece


@transaction.atomic
def take_back_reply_for(*, reply: AccountReply, by: Actor) -> AccountReply:
    """When they say so. They are written to, so that nobody takes it back for them either."""
    found = account_replies.take_back_reply(reply=reply, by=by)
    subject = _("What you said to our account is taken back")
    _tell(found.account.organisation, found.person_id, "taken_back", subject, words_of.gone())
    return found


@transaction.atomic
def take_back_piece_for(*, piece: PackPiece, by: Actor) -> PackPiece:
    found = pack_pieces.take_back_piece(piece=piece, by=by)
    subject = _("What you said to the board is taken back")
    _tell(found.pack.organisation, found.person_id, "taken_back", subject, words_of.gone())
    return found


def _whose(by: Actor) -> Person | None:
    """Of whom the actor says that they told it. Held first, as being forgotten does: nothing is taken down after it."""
    rows = Person.objects.select_for_update(of=("self",), no_key=True)
    return rows.filter(pk=by.on_behalf_of or 0, organisation=by.organisation_id).first()


def _keep(organisation: Organisation, readers: object, by: Actor, **of: Any) -> None:
    today = organisations.clock_of(organisation).today()
    asked = words_of.asked(readers)
    TakenDown.objects.create(organisation=organisation, asked=asked, agreed_on=today, **of, **byline(by))


def _name(by: Actor) -> str:
    """Of whoever took it down, for the one who told them."""
    user = User.objects.filter(pk=by.user_id or 0).first()
    return user.get_full_name() if user else ""


def _tell(organisation: Organisation, person_id: int | None, kind: str, subject: str, body: str) -> None:
    post.queue(kind, organisation=organisation.pk, to_person=person_id, subject=subject, body=body)
