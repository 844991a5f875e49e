"""One question to many: the verbs, what is refused, what is kept of whom."""

from __future__ import annotations

import pytest

from alongside.audit.models import Event
from alongside.core.errors import NotYours, Refused
from alongside.voice import queries as voices
from alongside.voice.models import CommonGround, Contribution, Statement, Vote, Voter
from alongside.voice.queries import together as queries
from alongside.voice.services import together as services
from tests import make

from .together import FIRST, TOKEN, asked, nobody, said_there, shown, token, votes


def test_a_question_begins_with_the_organisations_own_statements(cast) -> None:
    ground = asked(cast, statements=[*FIRST, "  ", FIRST[0]])
    assert [row.words for row in queries.shown_in(ground)] == list(FIRST)
    assert all(row.by_staff for row in queries.shown_in(ground))


@pytest.mark.parametrize("who", ["board", "finance", "cora", "public"])
def test_only_whoever_answers_for_a_unit_asks_about_it(cast, who) -> None:
    with pytest.raises(Refused):
        asked(cast, by=cast.actor(who))


def test_it_needs_time(cast) -> None:
    with pytest.raises(Refused):
        asked(cast, closes_on=make.days(0))


def test_a_statement_is_read_before_others_answer_it_and_names_nobody(cast) -> None:
    ground = asked(cast)
    made = said_there(cast, ground, by=cast.actor("cora"))
    assert (made.state, made.recorded_by_id) == ("waiting", None)
    assert made not in queries.shown_in(ground)
    services.read_statement(statement=made, show=True, by=cast.actor("manager"))
    assert made in queries.shown_in(ground)
    assert (
        Event.objects.filter(target=made.code).exclude(name="statement_read").values_list("actor_id", flat=True)[0]
        is None
    )


def test_without_reading_it_is_there_at_once_unless_it_has_words_from_the_list(cast) -> None:
    ground = asked(cast, read_first=False)
    assert said_there(cast, ground).state == "shown"
    assert said_there(cast, ground, "Somebody here wants to kill himself and nobody listens.").state == "waiting"


@pytest.mark.parametrize("words", ["", "   ", "\u200b", "x" * 301])
def test_words_that_are_no_statement_are_refused(cast, words) -> None:
    with pytest.raises(Refused) as refused:
        said_there(cast, asked(cast), words)
    assert refused.value.field == "words"


@pytest.mark.parametrize("words", ["the waiting room is WARM enough", "The waiting room is warm enough!!"])
def test_what_stands_there_already_is_not_added_again(cast, words) -> None:
    with pytest.raises(Refused):
        said_there(cast, asked(cast), words)


def test_what_is_not_shown_has_a_reason_and_is_counted(cast) -> None:
    ground = asked(cast)
    made = said_there(cast, ground)
    with pytest.raises(Refused):
        services.read_statement(statement=made, show=False, by=cast.actor("manager"))
    services.read_statement(statement=made, show=False, why_not="two", by=cast.actor("manager"))
    assert [number for _why, number in queries.not_shown_by_reason(ground)] == [1]
    assert queries.result_of(ground).not_shown == 1


def test_everybody_counts_once_with_their_last_answer(cast) -> None:
    ground = asked(cast)
    row = queries.shown_in(ground)[0]
    votes(cast, ground, row, agree=3, disagree=0)
    votes(cast, ground, row, agree=0, disagree=1)  # the first of them thinks again
    found = queries.result_of(ground)
    assert (found.took_part, found.tallies[0].agree, found.tallies[0].disagree) == (3, 2, 1)


def test_no_answer_can_be_put_to_a_person_or_a_time(cast) -> None:
    ground = asked(cast)
    before = Event.objects.count()
    votes(cast, ground, queries.shown_in(ground)[0], agree=2, disagree=2)
    assert Event.objects.count() == before
    kept = {field.name for model in (Vote, Voter) for field in model._meta.get_fields() if field.concrete}
    assert kept == {"id", "ground", "digest", "voter", "statement", "choice"}
    digests = set(Voter.objects.values_list("digest", flat=True))
    assert digests.isdisjoint({queries.writer_digest(ground, token(n)) for n in range(4)})


def test_on_the_register_a_person_counts_once_from_every_browser(cast) -> None:
    ground = asked(cast, audience="register")
    cora = cast.actor("cora")
    assert queries.voter_digest(ground, cora, token(1)) == queries.voter_digest(ground, cora, token(2))
    with pytest.raises(NotYours):
        queries.ground_to_answer(nobody(cast), ground.code)
    assert list(queries.asked_now(nobody(cast), make.days(0))) == []
    assert list(queries.asked_now(cora, make.days(0))) == [ground]


def test_nobody_answers_what_is_not_shown_or_over(cast) -> None:
    ground = asked(cast)
    waiting = said_there(cast, ground)
    with pytest.raises(Refused):
        votes(cast, ground, waiting, 1, 0)
    row = queries.shown_in(ground)[0]
    services.close_ground(ground=ground, by=cast.actor("manager"))
    ground.refresh_from_db()
    with pytest.raises(Refused):
        votes(cast, ground, row, 1, 0)
    with pytest.raises(Refused):
        said_there(cast, ground, "Too late.")


def test_what_somebody_takes_back_is_gone_with_its_answers(cast) -> None:
    ground = asked(cast)
    made = shown(cast, ground)
    votes(cast, ground, made, 3, 1)
    with pytest.raises(NotYours):
        services.take_back_statement(statement=made, token=token(9), by=nobody(cast))
    services.take_back_statement(statement=made, token=TOKEN, by=nobody(cast))
    made.refresh_from_db()
    assert (made.words, made.salt, made.state) == ("", "", "taken_back")
    assert not Vote.objects.filter(statement=made).exists()
    assert list(voices.broken_seals(cast.org.pk)) == []


def test_an_edited_statement_breaks_its_seal(cast) -> None:
    made = said_there(cast, asked(cast))
    Statement.objects.filter(pk=made.pk).update(words="Everything is fine.")
    assert [finding.message for finding in voices.broken_seals(cast.org.pk)] == [
        f"statement {made.code} was changed after it was written"
    ]


def test_a_sheet_of_paper_counts_like_a_browser(cast) -> None:
    ground = asked(cast)
    first, second = queries.shown_in(ground)
    services.type_in_sheet(ground=ground, choices={first.code: 1, second.code: -1, "x": 1}, by=cast.actor("manager"))
    found = queries.result_of(ground)
    assert (found.took_part, [(row.agree, row.disagree) for row in found.tallies]) == (1, [(1, 0), (0, 1)])
    with pytest.raises(Refused):
        services.type_in_sheet(ground=ground, choices={}, by=cast.actor("manager"))
    with pytest.raises(Refused):
        services.type_in_sheet(ground=ground, choices={first.code: 1}, by=cast.actor("board"))


def test_what_came_out_is_a_voice_that_is_owed_an_answer(cast) -> None:
    ground = asked(cast)
    made = shown(cast, ground)
    votes(cast, ground, made, 9, 0)
    services.close_ground(ground=ground, by=cast.actor("manager"))
    ground.refresh_from_db()
    said = ground.result
    assert (said.unit, said.via, said.is_owed) == (ground.unit, "together", True)
    assert "9 people" in said.words
    assert made.words not in said.words  # by reference only: whoever takes it back has taken it back there too
    assert list(voices.broken_seals(cast.org.pk)) == []


def test_where_nobody_answered_nothing_is_owed(cast) -> None:
    ground = services.close_ground(ground=asked(cast), by=cast.actor("manager"))
    assert ground.result is None
    assert not Contribution.objects.exists()


def test_the_daily_task_closes_what_is_over_and_looks_for_groups_once(cast) -> None:
    ground = asked(cast)
    assert services.close_what_is_over(cast.org.pk, make.days(20)) == 0
    assert services.close_what_is_over(cast.org.pk, make.days(21)) == 1
    assert services.close_what_is_over(cast.org.pk, make.days(21)) == 0
    kept = CommonGround.objects.get(pk=ground.pk)
    assert (kept.groups["shut"], queries.groups_of(kept, queries.result_of(kept))) == ("few_voters", ([], "few_voters"))
