"""Board packs: what is asked of the board, what contributors write in them, and that it was given to the board."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.audit.models import Event
from alongside.config.commands import verify_
from alongside.core.errors import NotYours, Refused
from alongside.home.services import forgetting
from alongside.post.models import Message
from alongside.reports import personal, services
from alongside.reports.models import BoardAsk, BoardPack, PackPiece
from alongside.reports.models.packs import BOARD_ASK, BOARD_PACK, PACK_PIECE
from alongside.reports.queries import packs as queries
from alongside.reports.services import packs as preparing
from tests import make
from tests.cast import Cast

from .packing import PIECE, asked, issued, month, stands, wrote

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locks_in_order")]
NOBODY_ELSE = ["dev", "staff", "manager", "coordinator", "board", "finance", "safeguarding", "stranger"]


def findings(cast: Cast) -> list[Any]:
    return list(verify_.check(cast.org.pk, "harbour", "")["findings"])


def test_lifecycles() -> None:
    assert BOARD_PACK.ends() == ["issued"] and PACK_PIECE.ends() == ["taken_back"]
    assert BOARD_ASK.ends() == []  # what was refused can be agreed to, what was done can be undone


# What is asked of the board.


@pytest.mark.parametrize("who", ["cora", "staff", "manager", "board", "finance", "stranger"])
def test_only_the_coordinator_asks_and_gives(cast: Cast, who: str) -> None:
    with pytest.raises(NotYours):
        asked(cast, by=cast.actor(who))
    with pytest.raises(NotYours):
        services.issue_pack(organisation=cast.org, period=month(), by=cast.actor(who))
    assert not BoardPack.objects.exists()


@pytest.mark.parametrize("values", [{"what": " \u200b"}, {"who": ""}, {"by_day": make.days(-1)}])
def test_an_ask_says_what_who_and_by_when(cast: Cast, values: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        asked(cast, **values)
    assert not BoardAsk.objects.exists()


def test_an_ask_changes_until_the_board_has_it(cast: Cast) -> None:
    coordinator, ask = cast.actor("coordinator"), asked(cast)
    more = {"what": "Fill both seats.", "who": "The board", "by_day": make.days(9)}
    services.change_ask(ask=ask, seen=1, by=coordinator, **more)
    with pytest.raises(Refused, match="changed while"):
        services.change_ask(ask=ask, seen=1, by=coordinator, **more)
    left = services.leave_out_ask(ask=asked(cast, what="Another thing."), by=coordinator)
    with pytest.raises(Refused, match="left out already"):
        services.leave_out_ask(ask=left, by=coordinator)
    pack = issued(cast)
    for verb in (lambda: services.change_ask(ask=ask, by=coordinator, **more), lambda: asked(cast)):
        with pytest.raises(Refused, match="has this pack already"):
            verb()
    found = queries.asks_of(cast.org.pk, month(), pack)
    assert [each.ask.what for each in found.now] == ["Fill both seats."] and not found.others


def test_nothing_is_asked_in_a_pack_given_in_the_same_moment(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    issued(cast)
    there = preparing._locked
    looked = iter([None])  # it was not there yet when it was looked for
    monkeypatch.setattr(preparing, "_locked", lambda *of: next(looked, there(*of)))
    with pytest.raises(Refused, match="has this pack already"):
        asked(cast)


def test_what_came_of_it_stands_in_the_next_pack_until_it_is_settled(cast: Cast) -> None:
    board, ask = cast.actor("board"), asked(cast, month(2))
    with pytest.raises(Refused, match="not been asked yet"):
        services.say_what_came(ask=ask, state="agreed", words="Yes.", by=board)
    issued(cast, month(2))
    for state, words in (("done", "It is."), ("agreed", " "), ("agreed", "x" * 2001)):
        with pytest.raises(Refused):
            services.say_what_came(ask=ask, state=state, words=words, by=board)
    services.say_what_came(ask=ask, state="put_off", words="Not this month.", by=board)
    services.say_what_came(ask=ask, state="agreed", words="In May.", by=cast.actor("coordinator"))
    before = queries.asks_of(cast.org.pk, month(), None).came
    assert [(each.ask.state, each.came) for each in before] == [("agreed", "In May.")]
    assert [row.words for row in queries.came_of(ask)] == ["Not this month.", "In May."]
    services.say_what_came(ask=ask, state="done", words="She sits there.", by=board)
    issued(cast, month(1))
    assert not queries.asks_of(cast.org.pk, month(0), None).others  # settled, and told in the pack after it
    for who in ("cora", "manager", "stranger"):
        with pytest.raises((NotYours, Refused)):
            services.say_what_came(ask=ask, state="not_done", words="No.", by=cast.actor(who))


# Giving it to the board.


def test_given_once_and_not_before_the_days_are_over(cast: Cast) -> None:
    with pytest.raises(Refused, match="not over"):
        issued(cast, month(0))
    pack = issued(cast)
    assert (pack.state, pack.issued_on) == ("issued", make.days(0))
    with pytest.raises(Refused, match="already"):
        issued(cast)
    told = Message.objects.filter(kind="board_pack")
    assert [row.to_user for row in told] == [cast.users["board"].pk]


def test_who_reads_it_when(cast: Cast) -> None:
    for who in ("cora", "staff", "manager", "finance", "public"):
        with pytest.raises(NotYours):
            queries.pack_to_read(cast.actor(who), month())
    pack = issued(cast)
    for who in ("cora", "staff", "manager", "finance", "board", "safeguarding"):
        assert queries.pack_to_read(cast.actor(who), month()) == pack
        assert list(queries.packs_for(cast.actor(who))) == [pack]
    for who in ("public", "stranger"):
        assert pack not in queries.packs_for(cast.actor(who))
    with pytest.raises(NotYours):
        queries.pack_to_read(cast.actor("public"), month())


# What contributors write.


def test_private_until_its_author_says_that_it_is_ready(cast: Cast) -> None:
    piece = wrote(cast)
    assert not queries.pieces_of(piece.pack).there
    assert queries.own_piece(cast.actor("cora"), piece.pack) == piece
    services.say_piece_ready(piece=piece, seen=1, by=cast.actor("cora"))
    assert [row.words for row in queries.pieces_of(piece.pack).there] == [PIECE]
    assert [row.to_user for row in Message.objects.filter(kind="piece_to_read")] == [cast.users["safeguarding"].pk]
    assert findings(cast) == []


@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_nobody_else_touches_it(cast: Cast, who: str) -> None:
    piece, actor = stands(cast), cast.actor(who)
    for verb in (services.say_piece_ready, services.take_back_piece):
        with pytest.raises(NotYours):
            verb(piece=piece, by=actor)
    if who != "safeguarding":
        with pytest.raises(NotYours):
            services.hold_back_piece(piece=piece, why="I do not like it.", by=actor)
    piece.refresh_from_db()
    assert (piece.words, piece.state, piece.held_on) == (PIECE, "ready", None)


@pytest.mark.parametrize("who", ["staff", "manager", "coordinator", "board", "stranger", "public"])
def test_those_who_work_here_do_not_write_on_it(cast: Cast, who: str) -> None:
    with pytest.raises(NotYours):
        wrote(cast, by=cast.actor(who))


@pytest.mark.parametrize("words", ["", " \u200b\n", "x" * 20_001])
def test_bad_words(cast: Cast, words: str) -> None:
    with pytest.raises(Refused):
        wrote(cast, words=words)
    assert not PackPiece.objects.exists() and not BoardPack.objects.exists()


def test_twenty_thousand_letters_are_kept_as_they_are(cast: Cast) -> None:
    words = "Đ" * 19_999 + "ع"
    assert stands(cast, words=words).words == words and findings(cast) == []


def test_changed_is_private_again_and_two_windows_do_not_overwrite(cast: Cast) -> None:
    first = stands(cast)
    with pytest.raises(Refused, match="changed while"):
        wrote(cast, words="From another window.", seen=7)
    again = wrote(cast, words="Said better.", named=True, seen=1)
    first.refresh_from_db()
    assert again.pk != first.pk and (first.state, first.words, first.was_given) == ("taken_back", "", False)
    assert not queries.pieces_of(first.pack).there and not queries.pieces_of(first.pack).gone
    services.say_piece_ready(piece=again, by=cast.actor("cora"))
    assert [row.words for row in queries.pieces_of(first.pack).there] == ["Said better."]
    assert findings(cast) == []


def test_taken_back_after_the_board_had_it_is_gone_and_said(cast: Cast) -> None:
    piece, other = stands(cast), stands(cast, "dev")
    pack = issued(cast)
    with pytest.raises(Refused, match="has this pack already"):
        wrote(cast, "eoin")
    services.take_back_piece(piece=piece, by=cast.actor("cora"))
    found = queries.pieces_of(pack)
    assert (list(found.there), found.gone) == ([other], 1) and findings(cast) == []
    with pytest.raises(Refused, match="already"):
        services.take_back_piece(piece=piece, by=cast.actor("cora"))


def test_taken_back_before_is_said_to_nobody(cast: Cast) -> None:
    services.take_back_piece(piece=stands(cast), by=cast.actor("cora"))
    services.take_back_piece(piece=wrote(cast, "dev"), by=cast.actor("dev"))
    found = queries.pieces_of(issued(cast))
    assert not found.there and not found.gone and findings(cast) == []


def test_held_back_by_the_safeguarding_lead_alone_and_with_a_reason(cast: Cast) -> None:
    piece, lead = stands(cast), cast.actor("safeguarding")
    with pytest.raises(Refused, match="Say why"):
        services.hold_back_piece(piece=piece, why=" ", by=lead)
    with pytest.raises(NotYours):
        services.hold_back_piece(piece=wrote(cast, "dev"), why="A draft is nobody’s.", by=lead)
    services.hold_back_piece(piece=piece, why="It says where she lives now.", by=lead)
    found = queries.pieces_of(piece.pack)
    assert not found.there and found.held == 1
    own = queries.own_piece(cast.actor("cora"), piece.pack)
    assert own is not None and own.held_why == "It says where she lives now."
    assert Message.objects.filter(kind="piece_held_back", to_person=cast.people["cora"].pk).count() == 1
    services.let_piece_go(piece=piece, by=lead)
    assert [row.words for row in queries.pieces_of(piece.pack).there] == [PIECE] and findings(cast) == []


def test_a_changed_word_behind_the_application_is_found(cast: Cast) -> None:
    piece = stands(cast)
    PackPiece.objects.filter(pk=piece.pk).update(words="We are happy.")
    assert any("was changed after it was written" in finding["message"] for finding in findings(cast))


def test_forgotten_and_gone_from_a_pack_that_the_board_had(cast: Cast) -> None:
    piece, person = stands(cast, named=True), cast.people["cora"]
    pack = issued(cast)
    assert personal.export(person.pk)["written_for_the_board"][0]["words"] == PIECE
    forgetting.forget(person=person, by=cast.actor("cora"))
    found = queries.pieces_of(pack)
    assert not found.there and found.gone == 1
    piece.refresh_from_db()
    assert (piece.words, piece.person_id, piece.salt) == ("", None, "")
    assert personal.export(person.pk)["written_for_the_board"] == [] and findings(cast) == []
    assert not Event.objects.filter(target=piece.code, content__isnull=False, name="piece_ready").exists()


def test_the_database_keeps_one_of_each_and_a_seal_on_what_stands_there(cast: Cast) -> None:
    piece = wrote(cast)
    for values in ({"state": "ready"}, {"salt": "x"}, {"state": "taken_back"}, {"held_on": make.days(0)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PackPiece.objects.filter(pk=piece.pk).update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        PackPiece.objects.create(pack=piece.pack, person=piece.person, words="Twice.")
    with pytest.raises(IntegrityError), transaction.atomic():
        BoardPack.objects.filter(pk=piece.pack_id).update(state="issued")
