"""Replying to the yearly account. Its author writes it, shows it and takes it back; nobody else changes any of it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author
from alongside.post import services as post

from .. import account_seals as seals
from ..account_events import AccountEvent as Event
from ..models import AccountReply, AccountReplyStatus, PublicAccount
from ..models.accounts import REPLY, SHOWN, TAKEN_BACK, WRITTEN
from ..queries import account_replies as queries
from ..rules import accounts as rules
from ..rules import taking_down


@transaction.atomic
def write_reply(
    *, account: PublicAccount, words: str, name: str = "", seen: int | None = None, by: Actor
) -> AccountReply:
    """New words are read by nobody else until their author shows them."""
    hold_author(by)
    account = (
        PublicAccount.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=account.pk)
    )
    rules.check_replies(by, account)
    reply = queries.own_reply(by, account)
    rules.check_reply_seen(reply, seen)
    if reply is None:
        reply = AccountReply(account=account, person_id=by.person_id, version=0)
    put_words(reply, words, name, by)
    return reply


def put_words(reply: AccountReply, words: str, name: str, by: Actor) -> None:
    """As they stand from now on, written down by the actor. Nobody else reads them until they are put out."""
    words, name = rules.as_written(words), rules.as_written(name)
    rules.check_reply(words, name)
    reply.words, reply.name, reply.salt, reply.to_version = words, name, new_salt(), reply.account.published
    reply.written_on = organisations.clock_of(reply.account.organisation).today()
    reply.version += 1
    fresh = reply.pk is None
    for field, value in {**byline(by), "recorded_at": timezone.now()}.items():
        setattr(reply, field, value)
    reply.save()
    if fresh:
        begin(reply, statuses=AccountReplyStatus, by=by)
    elif reply.state == SHOWN:
        _move(reply, WRITTEN, by)
    audit.record(Event.REPLY_WRITTEN, by=by, target=reply, facts={"sealed": seals.seal(reply)})


@transaction.atomic
def show_reply(*, reply: AccountReply, by: Actor) -> AccountReply:
    """At once, without anybody's yes. What was held back is shown again when it was written anew."""
    reply = _own(reply, by)
    put_out(reply, by)
    return reply


def put_out(reply: AccountReply, by: Actor) -> None:
    reply.shown_on = organisations.clock_of(reply.account.organisation).today()
    reply.held_on, reply.held_why = None, ""
    _move(reply, SHOWN, by, "shown_on", "held_on", "held_why")
    audit.record(Event.REPLY_SHOWN, by=by, target=reply, facts={"to_version": reply.to_version})


@transaction.atomic
def take_back_reply(*, reply: AccountReply, by: Actor) -> AccountReply:
    """At any time, without a reason. The words are gone for good."""
    reply = locked(reply)
    rules.check_take_back(by, reply)
    rules.check_there(reply)
    blank_reply(reply, "taken back", by)
    _move(reply, TAKEN_BACK, by)
    audit.record(Event.REPLY_BACK, by=by, target=reply, facts={})
    return reply


def forget_replies(person_id: int, by: Actor) -> int:
    """Within the transaction of being forgotten."""
    rows = AccountReply.objects.select_for_update(of=("self",), no_key=True).filter(person=person_id)
    for reply in rows.select_related("account__organisation"):
        if reply.state != TAKEN_BACK:
            blank_reply(reply, "forgotten", by)
            _move(reply, TAKEN_BACK, by)
    return AccountReply.objects.filter(person=person_id).update(person=None)


def blank_reply(reply: AccountReply, why: str, by: Actor) -> None:
    reply.words, reply.name, reply.salt, reply.held_on, reply.held_why = "", "", "", None, ""
    reply.save(update_fields=["words", "name", "salt", "held_on", "held_why"])
    audit.erase(by=by, target_type=AccountReply._meta.label_lower, targets=[reply.code], why=why)


@transaction.atomic
def hold_reply(*, reply: AccountReply, why: str, by: Actor) -> AccountReply:
    """When it could harm somebody. Off the page at once, where it says that one is held back; its author reads why."""
    reply = locked(reply)
    rules.check_holds(by, reply)
    rules.check_held_why(why := rules.as_written(why))
    reply.held_on, reply.held_why = organisations.clock_of(reply.account.organisation).today(), why
    reply.save(update_fields=["held_on", "held_why"])
    audit.record(Event.REPLY_HELD, by=by, target=reply, facts={"on": reply.held_on.isoformat()})
    _tell_held(reply)
    return reply


def _tell_held(reply: AccountReply) -> None:
    """Whoever cannot sign in asks why, and is told."""
    organisation = reply.account.organisation
    told = _("It is held back because it could harm somebody. Its page says why. You can change it.")
    if not taking_down.signs_in(reply.person):
        told = _("It is held back because it could harm somebody. Ask us why. You can have it changed.")
    post.queue(
        "account_reply_held",
        organisation=organisation.pk,
        subject=_("Your reply is not shown for now"),
        body=told,
        link=f"/{organisation.slug}/account/{reply.account.year:04}/reply/",
        to_person=reply.person_id,
    )


@transaction.atomic
def let_reply_go(*, reply: AccountReply, by: Actor) -> AccountReply:
    reply = locked(reply)
    rules.check_holds(by, reply)
    reply.held_on, reply.held_why = None, ""
    reply.save(update_fields=["held_on", "held_why"])
    audit.record(Event.REPLY_LET_GO, by=by, target=reply, facts={})
    return reply


def locked(reply: AccountReply) -> AccountReply:
    rows = AccountReply.objects.select_for_update(of=("self",), no_key=True).select_related(
        "account__organisation", "person"
    )
    found = rows.filter(pk=reply.pk).first()
    if found is None:
        raise NotYours
    return found


def _own(reply: AccountReply, by: Actor) -> AccountReply:
    reply = locked(reply)
    rules.check_author(by, reply)
    rules.check_there(reply)
    return reply


def _move(reply: AccountReply, to: str, by: Actor, *changed: str) -> None:
    move(reply, to, lifecycle=REPLY, statuses=AccountReplyStatus, by=by, changed=changed)
