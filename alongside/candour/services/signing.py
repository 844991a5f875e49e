"""What those who were there do with a claim: sign, say no, say that it is not true, reply, take it back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor, Kind
from alongside.core.inputs import tidy_text
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author

from .. import queries, rules, seals
from ..events import CandourEvent as Event
from ..models import Account, Claim, ClaimText, Signature, SignatureStatus
from ..models.claims import DECLINED, DISPUTED, SIGNATURE, SIGNED, TAKEN_BACK, AccountKind
from . import claim_messages as messages


def unnamed(by: Actor) -> Actor:
    """Who stays unnamed on the page is not named in the event log either. Who wrote it down for them is."""
    if by.on_behalf_of is not None:
        return by
    return Actor(kind=Kind.CODE_HOLDER, organisation_id=by.organisation_id)


def _locked(signature: Signature) -> Signature:
    rows = Signature.objects.select_for_update(of=("self",), no_key=True).select_related("text__claim__organisation")
    return rows.get(pk=signature.pk)


@transaction.atomic
def sign(*, signature: Signature, by: Actor, name: str = "", words: str = "") -> Signature:
    """With a name as they want it to stand there, or without; with words of their own, or without."""
    hold_author(by)
    signature = _locked(signature)
    _check(signature, by, SIGNED)
    kept = queries.kept_of([signature.text_id])[signature.text_id]
    rules.check_signer_was_there(signature.person_id, queries.were_there(queries.records_of(kept)))
    today = organisations.clock_of(signature.text.claim.organisation).today()
    rules.check_not_lapsed(bool(queries.lapses(kept, signature.text.ends_on, today)))
    return _answer(signature, SIGNED, by, name, words)


@transaction.atomic
def decline(*, signature: Signature, by: Actor) -> Signature:
    """No, without a reason. It is shown to nobody."""
    signature = _locked(signature)
    _check(signature, by, DECLINED)
    return _answer(signature, DECLINED, by)


@transaction.atomic
def dispute(*, signature: Signature, by: Actor, name: str = "", words: str = "") -> Signature:
    """From now on it prints as disputed. Nobody can take that away but they themselves: whoever was asked can say it,
    whatever is written since about who was there.
    """
    hold_author(by)
    signature = _locked(signature)
    _check(signature, by, DISPUTED)
    done = _answer(signature, DISPUTED, by, name, words)
    messages.to_maker_that_it_is_disputed(signature.text)
    return done


@transaction.atomic
def take_back_signature(*, signature: Signature, by: Actor) -> Signature:
    """At any time, whatever became of the claim: the name and the words go at once, everywhere."""
    signature = _locked(signature)
    rules.check_can_answer(by, signature, to=TAKEN_BACK, newest=True)
    return _answer(signature, TAKEN_BACK, by)


def _check(signature: Signature, by: Actor, to: str) -> None:
    rules.check_can_answer(by, signature, to=to, newest=queries.is_newest(signature.text))


def _answer(signature: Signature, to: str, by: Actor, name: str = "", words: str = "") -> Signature:
    name, words = " ".join(tidy_text(name).split()), tidy_text(words)
    rules.check_name(name)
    rules.check_said(words)
    forget_words(signature, by=by, why="taken back by its author")
    hidden, today = unnamed(by), organisations.clock_of(signature.text.claim.organisation).today()
    signature.name, signature.named, signature.answered_on = name, bool(name), today
    signature.recorded_at = timezone.now()
    for field, value in byline(hidden).items():
        setattr(signature, field, value)
    changed = ("name", "named", "answered_on", "recorded_at", "recorded_by", "by_kind", "medium")
    move(signature, to, lifecycle=SIGNATURE, statuses=SignatureStatus, by=hidden, on=today, changed=changed)
    facts = {"claim": signature.text.claim.code, "state": to, "text": seals.seal_text(signature.text)}
    audit.record(Event.CLAIM_ANSWERED, by=hidden, target=signature, facts=facts)
    if words.strip():
        _say(signature.text, signature, words, to, hidden)
    if by.on_behalf_of is not None:
        messages.to_somebody_written_down(signature)
    return signature


def _say(  # noqa: PLR0913  each of them by its place in the row
    text: ClaimText,
    signature: Signature | None,
    words: str,
    kind: str,
    by: Actor,
    replies_to: Account | None = None,
    role: str = "",
) -> Account:
    made = Account.objects.create(
        text=text,
        signature=signature,
        kind=kind,
        words=words,
        salt=new_salt(),
        role=role,
        replies_to=replies_to,
        said_on=organisations.clock_of(text.claim.organisation).today(),
        **byline(by),
    )
    facts = {"claim": text.claim.code, "kind": kind, "sealed": seals.seal_account(made)}
    audit.record(Event.CLAIM_ACCOUNT, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def reply(*, account: Account, signature: Signature, words: str, by: Actor) -> Account:
    """Of somebody who was there to somebody else who was: once, and both stand."""
    signature = _locked(signature)
    rules.check_can_answer(by, signature, to=SIGNED, newest=True)
    replied = account.replies.filter(signature=signature).exclude(words="").exists()
    rules.check_can_reply(account, signature, replied=replied)
    return _reply(account, signature, words, unnamed(by))


@transaction.atomic
def reply_for_organisation(*, account: Account, role: str, words: str, by: Actor) -> Account:
    """Once. It stands below what was said, and takes nothing away from it."""
    claim = Claim.objects.select_for_update(of=("self",), no_key=True).get(pk=account.text.claim_id)
    rules.check_can_keep(by, claim)
    rules.check_can_reply(account, None, replied=account.replies.filter(signature=None).exists())
    return _reply(account, None, words, by, role)


def _reply(account: Account, signature: Signature | None, words: str, by: Actor, role: str = "") -> Account:
    words = tidy_text(words)
    rules.check_said(words, needed=True)
    made = _say(account.text, signature, words, AccountKind.REPLY, by, account, role)
    messages.to_author_of(account)
    return made


def forget_words(signature: Signature, *, by: Actor, why: str) -> None:
    """All that they said of this text, replies to others too. That they said something stays on record."""
    rows = signature.accounts.exclude(words="")
    codes = list(rows.values_list("code", flat=True))
    if codes:
        rows.update(words="", salt="")
        audit.erase(by=unnamed(by), target_type=Account._meta.label_lower, targets=codes, why=why)
