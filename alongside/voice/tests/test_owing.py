"""Holding notes and what is passed on: the author is told, the debt stays, and no clock begins again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.post.models import Message
from alongside.voice import personal, queries, services, story
from alongside.voice.models import AnswerKind, Passing
from tests import make

from .factories import answered, fresh, said, told
from .owing_factories import ASKED, NEXT, SO_FAR, THEY_SAID, came_back, noted, passed_on

pytestmark = pytest.mark.usefixtures("locks_in_order")

QUARTER = timedelta(weeks=13)


def later(**span: float):
    return time_machine.travel(make.days(0) + timedelta(**span), tick=False)


@pytest.mark.parametrize(
    ("written", "quarters"),
    [(-40, 0), (-15, 0), (-14, 1), (0, 1), (1, 1), (76, 1), (77, 2), (91, 2), (400, 5)],
)
def test_the_next_note_is_counted_from_the_day_of_the_answer(cast, written, quarters) -> None:
    clock, answer_by = organisations.clock_of(cast.org), date(2026, 3, 2)
    assert clock.note_by(answer_by, answer_by + timedelta(days=written)) == answer_by + quarters * QUARTER


@pytest.mark.parametrize(("asked", "times"), [(0, 1), (27, 1), (28, 2), (100, 4)])
def test_the_next_chase_is_counted_from_the_day_on_which_it_was_passed(cast, asked, times) -> None:
    clock, passed = organisations.clock_of(cast.org), date(2026, 3, 2)
    assert clock.chase_by(passed, passed + timedelta(days=asked)) == passed + times * timedelta(weeks=4)


def test_a_note_is_told_as_an_answer_is_and_restarts_nothing(cast) -> None:
    contribution = said(cast)
    before = contribution.answer_by
    with later(days=41):
        note = noted(contribution, cast, until=make.days(60))
        row = fresh(contribution)
        assert (row.state, row.answer_by, row.due_on) == ("deferred", before, before + QUARTER)
        assert row.answered_on is None and row.owed
        body = Message.objects.get(kind="answer_told").body
        assert SO_FAR in body and NEXT in body and "That day still counts" in body
        assert services.told_by_message(contribution.code, "email", make.days(41))
        assert fresh(contribution).state == "deferred" and note.tellings.count() == 1
        with pytest.raises(Refused, match="There is no answer to question yet"):
            services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))


def test_what_was_due_stands_where_its_day_was(cast) -> None:
    contribution = said(cast)
    with later(days=50):
        noted(contribution, cast, until=make.days(14))
        found = queries.contribution_for(cast.actor("manager"), contribution.code)
        shown = story.of(found, queries.history_of(found), make.days(0))
    titles = [str(moment.title) for moment in shown]
    assert titles == ["It reached us", "The answer was due", "Not yet: this is where it stands"]
    assert [moment.at for moment in shown] == sorted(moment.at for moment in shown)


def test_an_early_note_buys_nothing(cast) -> None:
    contribution = said(cast)
    noted(contribution, cast)
    assert fresh(contribution).due_on == contribution.answer_by


def test_putting_it_off_after_a_note_moves_no_day_either(cast) -> None:
    contribution = said(cast)
    with later(days=41):
        noted(contribution, cast, until=make.days(60))
        due = fresh(contribution).due_on
        answered(contribution, cast, kind="deferred", defer_until=make.days(90))
        assert fresh(contribution).due_on == due


def test_a_mark_of_the_author_takes_the_cover_of_a_note_away(cast) -> None:
    contribution = said(cast)
    with later(days=41):
        noted(contribution, cast, until=make.days(60))
        answered(contribution, cast)
        services.challenge(contribution=contribution, kind="not_an_answer", by=cast.actor("cora"))
        assert fresh(contribution).due_on == contribution.answer_by
        noted(contribution, cast, until=make.days(60))
        row = fresh(contribution)
        assert row.due_on == contribution.answer_by + QUARTER
        assert row.disputed  # a note answers no mark


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"so_far": "Noted."}, "so_far"),
        ({"next_step": "We will look into it."}, "next_step"),
        ({"so_far": "We asked [name of the landlord] for the plans twice."}, "so_far"),
        ({"so_far": "   "}, "so_far"),
        ({"until": make.days(0)}, "until"),
    ],
)
def test_a_note_that_says_nothing_is_refused(cast, change, field) -> None:
    with pytest.raises(Refused) as refused:
        noted(said(cast), cast, **change)
    assert refused.value.field == field


def test_no_note_after_an_answer_nor_after_the_words_were_taken_back(cast) -> None:
    contribution = told(cast)
    with pytest.raises(Refused, match="This has an answer"):
        noted(contribution, cast)
    other = said(cast)
    services.withdraw(contribution=other, by=cast.actor("cora"))
    for verb in (noted, passed_on):
        with pytest.raises(Refused, match="has just taken it back"):
            verb(other, cast)
    with pytest.raises(Refused, match="Somebody changed this"):
        noted(said(cast), cast, seen=99)
    with pytest.raises(Refused, match="Only those who answer"):
        noted(said(cast), cast, by=cast.actor("finance"))


def test_a_note_is_no_answer_that_can_be_chosen(cast) -> None:
    for kind in (AnswerKind.HOLDING, AnswerKind.PASSED_ON, AnswerKind.OUTSIDE, "nonsense"):
        with pytest.raises(Refused) as refused:
            answered(said(cast), cast, kind=kind)
        assert refused.value.field == "kind"


def test_what_is_passed_on_stays_owed_and_is_chased(cast) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    row = fresh(contribution)
    assert row.owed and row.answered_on is None and row.answer_by == contribution.answer_by
    assert row.due_on == passing.chase_by == make.days(28)
    body = Message.objects.get(kind="answer_told").body
    assert "Harbour Council" in body and ASKED in body
    assert not queries.answering.to_chase(cast.actor("manager"), make.days(27))
    assert list(queries.answering.to_chase(cast.actor("manager"), make.days(28))) == [passing]
    with later(days=30):
        services.chase(passing=passing, by=cast.actor("manager"))
        assert fresh(passing).chase_by == passing.passed_on + timedelta(days=56)
        assert fresh(contribution).due_on == contribution.answer_by  # by then they hear of it from us again
        assert fresh(contribution).answer_by == contribution.answer_by


def test_whoever_was_told_of_it_is_not_told_again_and_a_day_that_passed_is_not_to_come(cast, client_as) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    page, own = f"/harbour/voices/{contribution.code}/", f"/me/said/{contribution.code}/"
    assert "Write down that they were told" in client_as("manager").get(page).content.decode()
    assert "I have read it: nobody needs to ring me" in client_as("cora").get(own).content.decode()
    services.tell(contribution=contribution, channel="phone", by=cast.actor("manager"))
    with later(days=29):
        shown = client_as("manager").get(page).content.decode()
        assert "Write down that they were told" not in shown
        assert "They were to be asked again by this day" in shown and "They are to be asked again" not in shown
        theirs = client_as("cora").get(own).content.decode()
        assert "I have read it: nobody needs to ring me" not in theirs
        assert "They passed it on" in theirs and "What they say until there is an answer" in theirs
        assert "You were promised an answer by" in theirs
    assert fresh(passing).version == 1


def test_their_answer_is_told_and_can_be_questioned(cast) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    came_back(passing, cast)
    assert (fresh(passing).end, fresh(passing).ended_on) == ("came", make.days(0))
    row = fresh(contribution)
    assert (row.state, row.answer_kind, row.answered_on) == ("answered", "outside", make.days(0))
    assert THEY_SAID in Message.objects.filter(kind="answer_told").latest("id").body
    services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
    assert fresh(contribution).state == "challenged"


def test_giving_up_needs_a_reason_and_happens_once(cast) -> None:
    passing = passed_on(said(cast), cast)
    with pytest.raises(Refused, match="not an answer yet"):
        came_back(passing, cast, end="given_up", words="No comment.")
    with pytest.raises(Refused, match="Choose how it ended"):
        came_back(passing, cast, end="ourselves")
    came_back(passing, cast, end="given_up", words="They have not replied to five letters, and nobody can make them.")
    for act in (lambda: came_back(passing, cast), lambda: services.chase(passing=passing, by=cast.actor("manager"))):
        with pytest.raises(Refused, match="We do not wait for them any more"):
            act()


def test_that_it_is_not_ours_can_be_questioned_at_once(cast) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    services.challenge(contribution=contribution, kind="not_true", words="It is yours.", by=cast.actor("cora"))
    assert fresh(contribution).state == "challenged" and fresh(passing).ended_on is None
    answered(contribution, cast)
    assert fresh(passing).end == "ourselves"


def test_it_is_with_one_body_at_a_time_and_two_at_once_are_told_so(cast) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    with pytest.raises(Refused, match="with somebody already"):
        passed_on(contribution, cast)
    services.chase(passing=passing, by=cast.actor("manager"), seen=1)
    with pytest.raises(Refused, match="Somebody changed this"):
        services.chase(passing=passing, by=cast.actor("staff"), seen=1)


def test_nobody_is_chased_for_what_was_taken_back(cast) -> None:
    contribution = said(cast)
    passing = passed_on(contribution, cast)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    assert fresh(passing).end == "taken_back"
    assert not queries.answering.to_chase(cast.actor("manager"), make.days(100))
    with pytest.raises(Refused, match="has just taken it back"):
        came_back(passing, cast)


def test_a_stranger_chases_nothing(cast) -> None:
    contribution = said(cast)
    passed_on(contribution, cast)
    with pytest.raises(NotYours):
        queries.answering.passing_here(cast.actor("stranger"), contribution)
    assert not queries.answering.to_chase(cast.actor("stranger"), make.days(100))


def test_notes_and_what_was_asked_are_sealed_exported_and_erased(cast) -> None:
    contribution, other = said(cast), said(cast)
    noted(contribution, cast)
    passed_on(other, cast)
    assert not list(queries.broken_seals(cast.org.pk))
    Passing.objects.update(asked="Something else.")
    assert "was changed" in list(queries.broken_seals(cast.org.pk))[0].message
    Passing.objects.update(asked=ASKED)
    copy = repr(personal.export(cast.people["cora"].pk))
    assert NEXT in copy and ASKED in copy
    personal.erase(cast.people["cora"].pk, cast.actor("coordinator"))
    assert not list(queries.broken_seals(cast.org.pk))
    copy = repr(personal.export(cast.people["cora"].pk))
    assert NEXT not in copy and ASKED not in copy and "Harbour Council" not in copy
