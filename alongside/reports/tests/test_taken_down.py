"""What somebody without an account says, taken down: theirs, marked so, with their yes, changed by nobody, gone when
they say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.audit.models import Event
from alongside.config.commands import verify_
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.home.services import forgetting
from alongside.people.models import Consent, Purpose
from alongside.post.models import Message
from alongside.reports import personal
from alongside.reports import services as verbs
from alongside.reports.models import AccountReply, PackPiece, PublicAccount, TakenDown
from alongside.reports.packs import Quote, part_of
from alongside.reports.queries import account_replies as replies
from alongside.reports.queries import packs as packs
from alongside.reports.rules import accounts as account_rules
from alongside.reports.rules import packs as pack_rules
from alongside.reports.rules import taking_down as rules
from alongside.reports.services import account_replies as replying
from alongside.reports.services import taking_down as services
from tests import make
from tests.cast import Cast, user

from .accounting import drafted, published, replied, shown_words
from .packing import issued, month, read, stands
from .taking_down import SAID, YES, piece_down, reply_down, told_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locks_in_order")]
KINDS = ("reply", "piece")


def take_down(cast: Cast, kind: str, **values: Any) -> AccountReply | PackPiece:
    return (reply_down if kind == "reply" else piece_down)(cast, **values)


def anew(row: AccountReply | PackPiece, **values: Any) -> AccountReply | PackPiece:
    given = {**YES, **values}
    if isinstance(row, AccountReply):
        return services.take_down_reply_anew(reply=row, **given)
    return services.take_down_piece_anew(piece=row, **given)


def back(row: AccountReply | PackPiece, **values: Any) -> AccountReply | PackPiece:
    if isinstance(row, AccountReply):
        return services.take_back_reply_for(reply=row, **values)
    return services.take_back_piece_for(piece=row, **values)


def read_by_others(cast: Cast, kind: str) -> list[str]:
    """The words that stand there now."""
    if kind == "reply":
        return shown_words(PublicAccount.objects.get())
    return [row.words for row in packs.pieces_of(packs.pack_of(cast.org.pk, month())).there]


def findings(cast: Cast) -> list[Any]:
    return list(verify_.check(cast.org.pk, "harbour", "")["findings"])


@pytest.fixture(autouse=True)
def account(cast: Cast) -> PublicAccount:
    return published(cast).account


@pytest.mark.parametrize("kind", KINDS)
def test_it_stands_there_as_they_said_it_and_is_theirs(cast: Cast, kind: str) -> None:
    row, noor, coordinator = take_down(cast, kind), cast.people["noor"], cast.actor("coordinator")
    assert (row.words, row.person, row.medium, row.recorded_by_id) == (SAID, noor, "phone", coordinator.user_id)
    assert read_by_others(cast, kind) == [SAID] and findings(cast) == []
    assert row.written_down.startswith("Written down by Alma Reyes on ") and "a phone call" in row.written_down
    event = Event.objects.filter(target=row.code).order_by("seq").last()
    assert event is not None and (event.on_behalf_of, event.medium) == (noor.pk, "phone")
    kept = TakenDown.objects.get()
    assert kept.medium == "phone" and "heard all of it read back" in kept.asked and "taken back" in kept.asked
    assert ("anybody to read it" if kind == "reply" else "the board to read it") in kept.asked
    told = Message.objects.get(kind="taken_down")
    assert told.to_person == noor.pk and "Alma Reyes" in told.body and not told.link and SAID not in told.body


def test_in_the_pack_it_says_below_the_words_who_wrote_it_down(cast: Cast) -> None:
    row, own = piece_down(cast, named=True), stands(cast)
    quotes = [each for each in part_of(read(cast).reading, "contributors").blocks if isinstance(each, Quote)]
    assert {each.words: (each.by, each.below) for each in quotes} == {
        SAID: ("Noor", row.written_down),
        own.words: ("Somebody who takes part", ""),
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", ["staff", "manager", "board", "safeguarding", "administrator", "cora", "stranger"])
def test_by_nobody_but_whoever_runs_involvement(cast: Cast, kind: str, who: str) -> None:
    with pytest.raises(NotYours):
        take_down(cast, kind, by=told_by(cast, who=who))
    row = take_down(cast, kind)
    for verb in (lambda by: anew(row, words="Softer.", by=by), lambda by: back(row, by=by)):
        with pytest.raises(NotYours):
            verb(told_by(cast, who=who))
    assert read_by_others(cast, kind) == [SAID]


@pytest.mark.parametrize("kind", KINDS)
def test_for_somebody_on_the_register_here_who_has_no_account(cast: Cast, kind: str) -> None:
    coordinator = cast.actor("coordinator")
    with pytest.raises(Refused, match="can sign in") as refused:
        take_down(cast, kind, by=told_by(cast, "cora"))
    assert refused.value.field == "person"
    nobody = (coordinator, coordinator.for_person(987654, Medium.PHONE), replace(coordinator, medium=Medium.PHONE))
    for by in (*nobody, replace(told_by(cast), medium=None)):
        with pytest.raises(NotYours):
            take_down(cast, kind, by=by)
    assert not TakenDown.objects.exists() and read_by_others(cast, kind) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"read_back": False}, "read_back"),
        ({"agreed": False}, "agreed"),
        ({"words": " \u200b \n"}, "words"),
        ({"words": "x" * 20_001}, "words"),
    ],
)
def test_not_without_their_yes_and_their_words(cast: Cast, kind: str, values: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        take_down(cast, kind, **values)
    assert refused.value.field == field
    assert not TakenDown.objects.exists() and not AccountReply.objects.exists() and not PackPiece.objects.exists()
    row = take_down(cast, kind)
    with pytest.raises(Refused):
        anew(row, **{"words": "Better.", "by": told_by(cast), **values})
    assert read_by_others(cast, kind) == [SAID]


@pytest.mark.parametrize("kind", KINDS)
def test_one_of_each_and_not_for_an_empty_place(cast: Cast, kind: str) -> None:
    take_down(cast, kind)
    with pytest.raises(Refused, match="stands there already"):
        take_down(cast, kind, words="Twice.")
    assert read_by_others(cast, kind) == [SAID]


def test_not_before_there_is_something_to_reply_to(cast: Cast) -> None:
    PublicAccount.objects.update(published=0)
    with pytest.raises(NotYours):
        reply_down(cast)


def test_no_reply_of_somebody_who_takes_back_that_their_words_are_public(cast: Cast) -> None:
    day = {"given_on": make.days(-9), "withdrawn_on": make.days(-1)}
    Consent.objects.create(person=cast.people["noor"], purpose=Purpose.WORDS_PUBLIC, wording="Yes?", **day)
    with pytest.raises(Refused, match="may be shown in public") as refused:
        reply_down(cast)
    assert refused.value.field == "person"
    assert piece_down(cast).words == SAID  # the board is not the public


@pytest.mark.parametrize("kind", KINDS)
def test_anew_is_all_of_it_and_asked_again(cast: Cast, kind: str) -> None:
    first = take_down(cast, kind)
    with pytest.raises(Refused, match="changed while"):
        anew(first, words="From another window.", seen=7, by=told_by(cast))
    new = anew(first, words="Somebody rang me back.", seen=1, by=told_by(cast, medium=Medium.LETTER))
    assert (new.words, new.medium, new.version) == ("Somebody rang me back.", "letter", 2)
    assert read_by_others(cast, kind) == ["Somebody rang me back."] and findings(cast) == []
    assert TakenDown.objects.count() == 2 and Message.objects.filter(kind="taken_down").count() == 2
    assert SAID not in [row.words for model in (PackPiece, AccountReply) for row in model.objects.all()]


@pytest.mark.parametrize("kind", KINDS)
def test_taken_back_when_they_say_so(cast: Cast, kind: str) -> None:
    row = take_down(cast, kind)
    back(row, by=told_by(cast, medium=Medium.LETTER))
    row.refresh_from_db()
    assert (row.state, row.words, row.salt) == ("taken_back", "", "") and read_by_others(cast, kind) == []
    assert Message.objects.filter(kind="taken_back", to_person=cast.people["noor"].pk).count() == 1
    for verb in (lambda: back(row, by=told_by(cast)), lambda: anew(row, words="Again.", by=told_by(cast))):
        with pytest.raises(Refused):
            verb()
    assert findings(cast) == [] and take_down(cast, kind).words == SAID


@pytest.mark.parametrize("kind", KINDS)
def test_what_somebody_wrote_themselves_nobody_takes_back_or_writes_anew(cast: Cast, kind: str) -> None:
    row = replied(cast) if kind == "reply" else stands(cast)
    for person in ("cora", "noor"):
        by = told_by(cast, person)
        for verb in (lambda by=by: back(row, by=by), lambda by=by: anew(row, words="Softer.", by=by)):
            with pytest.raises(NotYours):
                verb()
    assert len(read_by_others(cast, kind)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_not_for_one_what_another_said(cast: Cast, kind: str) -> None:
    row = take_down(cast, kind)
    cast.people["eoin"].user = None
    cast.people["eoin"].save()
    for by in (told_by(cast, "eoin"), cast.actor("coordinator")):
        for verb in (lambda by=by: back(row, by=by), lambda by=by: anew(row, words="Softer.", by=by)):
            with pytest.raises(NotYours):
                verb()
    assert read_by_others(cast, kind) == [SAID]


@pytest.mark.parametrize("kind", KINDS)
def test_with_an_account_it_is_theirs_to_change_and_no_longer_taken_down(cast: Cast, kind: str) -> None:
    row, noor = take_down(cast, kind), cast.people["noor"]
    noor.user = user("Noor")
    noor.save()
    with pytest.raises(Refused, match="can sign in"):
        anew(row, words="Softer.", by=told_by(cast))
    own = replace(cast.actor("cora"), user_id=noor.user.pk, person_id=noor.pk)
    if isinstance(row, AccountReply):
        assert account_rules.is_author(own, row)
        changed: Any = replying.write_reply(account=row.account, words="By myself.", by=own)
    else:
        assert pack_rules.is_author(own, row)
        changed = verbs.write_piece(organisation=cast.org, period=month(), words="By myself.", by=own)
    assert (changed.medium, changed.written_down, changed.recorded_by_id) == ("", "", noor.user.pk)
    assert findings(cast) == []
    with pytest.raises(NotYours):
        back(changed, by=told_by(cast))


@pytest.mark.parametrize("kind", KINDS)
def test_taken_back_on_the_phone_also_once_they_have_an_account(cast: Cast, kind: str) -> None:
    row, noor = take_down(cast, kind), cast.people["noor"]
    noor.user = user("Noor")
    noor.save()
    back(row, by=told_by(cast))
    assert read_by_others(cast, kind) == []


def test_a_piece_that_the_board_has_goes_and_is_not_written_anew(cast: Cast) -> None:
    piece = piece_down(cast)
    pack = issued(cast)
    with pytest.raises(Refused, match="has this pack already"):
        anew(piece, words="Later.", by=told_by(cast))
    with pytest.raises(Refused, match="has this pack already"):
        piece_down(cast, words="Later.")
    back(piece, by=told_by(cast))
    found = packs.pieces_of(pack)
    assert not found.there and found.gone == 1 and findings(cast) == []


def test_held_back_and_told_to_ask_why(cast: Cast) -> None:
    piece, reply = piece_down(cast), reply_down(cast)
    verbs.hold_back_piece(piece=piece, why="It says where she lives now.", by=cast.actor("safeguarding"))
    replying.hold_reply(reply=reply, why="It says where she lives now.", by=cast.actor("coordinator"))
    for message in Message.objects.filter(kind__in=["piece_held_back", "account_reply_held"]):
        assert message.to_person == cast.people["noor"].pk and "Ask us why" in message.body
    anew(reply, words="Somebody rang me back.", by=told_by(cast))
    assert replies.replies_to(reply.account).held == 0


def test_forgotten_with_its_author_and_in_their_copy_until_then(cast: Cast) -> None:
    reply, piece, noor = reply_down(cast), piece_down(cast, named=True), cast.people["noor"]
    copy = personal.export(noor.pk)
    assert copy["replies_to_accounts"][0]["written_down_for_you"] == reply.written_down
    assert copy["written_for_the_board"][0]["words"] == SAID
    assert [row["of"] for row in copy["agreed_when_it_was_written_down"]] == [reply.account.year, piece.pack.period]
    forgetting.forget(person=noor, by=told_by(cast))
    for row in (reply, piece):
        row.refresh_from_db()
        assert (row.words, row.salt, row.person_id) == ("", "", None)
    assert personal.export(noor.pk)["agreed_when_it_was_written_down"] == [] and findings(cast) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_word_behind_the_application_is_found(cast: Cast, kind: str) -> None:
    row = take_down(cast, kind)
    type(row)._default_manager.filter(pk=row.pk).update(words="We are happy.")
    assert any("was changed after" in finding["message"] for finding in findings(cast))


def test_the_database_keeps_from_what_and_of_which(cast: Cast) -> None:
    reply, piece = reply_down(cast), piece_down(cast)
    for values in ({"medium": ""}, {"asked": ""}, {"reply": reply, "piece": piece}, {"reply": None, "piece": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            TakenDown.objects.filter(reply=reply).update(**values)


def test_who_may_at_all(cast: Cast) -> None:
    may = {who for who in (*cast.users, "public") if rules.can_take_down(cast.actor(who))}
    assert may == {"coordinator", "stranger"}  # the stranger in their own house


def test_being_written_is_nothing_to_reply_to(cast: Cast) -> None:
    drafted(cast, title="The next version")
    assert reply_down(cast).to_version == 1
