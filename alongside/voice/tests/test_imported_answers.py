"""A file in which some of what was said has its answer already: on the days from which it is, and known to be from a
file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.audit.models import Event
from alongside.core.actor import system
from alongside.organisation import queries as organisations
from alongside.post.models import Message
from alongside.voice import personal, queries, services, story
from alongside.voice.models import Answer, AnswerTemplate, Challenge, Contribution, ContributionStatus, Telling
from alongside.voice.personal import ERASED_REASON
from alongside.voice.services.searching import not_in_step
from alongside.voice.tests.factories import fresh
from tests import make

from .test_imports import bring, file

HEAD = [
    *("Comment", "Team", "Received on", "Ref", "Author"),
    *("Our answer", "Kind of answer", "Answered on", "Answered by", "Told on", "Told how"),
]
WORDS = "The door is too heavy for me."
REASON = "A lighter door was put in, because nobody could open the old one."
GOT, GAVE, TOLD = make.days(-200), make.days(-190), make.days(-185)


def row(number: str = "1", **values: str) -> list[str]:
    """Said, answered and told, but for what is said otherwise."""
    facts = {
        "Comment": WORDS,
        "Team": "Crisis line",
        "Received on": GOT.isoformat(),
        "Ref": number,
        "Our answer": REASON,
        "Kind of answer": "Adopted",
        "Answered on": GAVE.isoformat(),
        "Answered by": "Manager, crisis line",
        "Told on": TOLD.isoformat(),
        "Told how": "letter",
        **{name.replace("_", " "): value for name, value in values.items()},
    }
    return [facts.get(name, "") for name in HEAD]


def unanswered(number: str, **values: str) -> list[str]:
    empty = dict.fromkeys(["Our_answer", "Kind_of_answer", "Answered_on", "Answered_by", "Told_on", "Told_how"], "")
    return row(number, **{**empty, **values})


def answers(cast, tmp_path, *rows, **values):
    return bring(cast, file(tmp_path, rows, HEAD), **values)


def test_some_rows_have_an_answer_and_the_others_are_owed_one(cast, tmp_path) -> None:
    untold = row("2", Kind_of_answer="not adopted", Told_on="", Told_how="", Answered_by="")
    report = answers(cast, tmp_path, row("1"), untold, unanswered("3", Kind_of_answer="pending"))
    assert report.done, report.problems
    assert (report.counts["new"], report.counts["answered"], report.counts["told"]) == (3, 2, 1)
    assert report.notes == ["1 answer does not say when its author was told. Telling them is owed."]
    told, waits, owed = Contribution.objects.order_by("id")
    assert [(each.state, each.owed) for each in (told, waits, owed)] == [
        ("told", False),
        ("answered", True),
        ("received", True),
    ]
    days = organisations.clock_of(cast.org).working_days_between(GOT, GAVE)
    assert (told.answer_kind, told.answered_on, told.answer_days, told.told_on) == ("adopted", GAVE, days, TOLD)
    assert (waits.answer_kind, waits.answered_on, waits.told_on) == ("not_adopted", GAVE, None)
    assert (owed.answer_kind, owed.answered_on, owed.answer_days) == ("", None, None)
    assert told.due_on == told.answer_by
    assert owed.due_on == owed.acknowledge_by
    assert [answer.role for answer in Answer.objects.order_by("id")] == ["Manager, crisis line", "Crisis line"]
    steps = ContributionStatus.objects.filter(contribution=told).order_by("id").values_list("state", "effective_on")
    assert list(steps) == [("received", GOT), ("answered", GAVE), ("told", TOLD)]
    assert ContributionStatus.objects.count() == 6


def test_it_says_that_it_is_from_a_file_and_when_that_was_written_down(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1", Told_how=""), unanswered("2"))
    brought, by_hand = Contribution.objects.order_by("id")
    given = services.answer(
        contribution=by_hand, kind="adopted", reason=REASON, role="Manager", by=cast.actor("manager")
    )
    answer, telling = brought.answers.get(), Telling.objects.get()
    today = organisations.clock_of(cast.org).today()
    says = f"Brought in from a file on {today.day} {today:%B %Y}"
    assert (answer.answered_on, answer.brought_in, telling.brought_in, given.brought_in) == (GAVE, says, says, "")
    assert answer.recorded_at == brought.recorded_at
    found = Contribution.objects.prefetch_related("answers__tellings").get(pk=brought.pk)
    moments = story.of(found, [], today)
    assert [(one.at, one.by) for one in moments if says in one.by] == [
        (GAVE, f"Manager, crisis line. {says}"),
        (TOLD, says),
    ]
    assert telling.get_channel_display() == "nobody wrote down how"


def test_nobody_is_written_to_and_the_log_seals_every_answer(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1"), row("2", Told_on="", Told_how=""), unanswered("3"))
    assert not Message.objects.exists()
    names = list(Event.objects.order_by("seq").values_list("name", flat=True))
    assert names == ["contributions_imported", "answers_imported"]
    assert list(queries.broken_seals(cast.org.pk)) == []
    assert not_in_step() == []
    Answer.objects.filter(contribution__uid=Contribution.objects.first().uid).update(answered_on=GOT)
    assert [one.seq for one in queries.broken_seals(cast.org.pk)] == [2]


def test_the_same_file_again_changes_nothing_and_says_what_it_leaves(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1"), unanswered("2"))
    before = (Answer.objects.count(), Telling.objects.count(), Event.objects.count())
    again = answers(cast, tmp_path, row("1"), unanswered("2"))
    assert (again.counts["new"], again.counts["unchanged"], again.counts["answered"], again.notes) == (0, 2, 0, [])
    later = answers(cast, tmp_path, row("1", Our_answer=f"{REASON} At last."), row("2"))
    assert later.notes == [
        "2 rows came in before without these answers. Nothing is changed: give each answer on its page."
    ]
    assert (Answer.objects.count(), Telling.objects.count(), Event.objects.count()) == before


def test_a_rehearsal_writes_nothing(cast, tmp_path) -> None:
    report = answers(cast, tmp_path, row("1"), dry_run=True)
    assert (report.counts["answered"], Answer.objects.count(), Event.objects.count()) == (1, 0, 0)


def test_it_is_in_the_figures_of_the_day_on_which_it_was_given(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1"))
    given = Contribution.objects.get().answer_days
    assert queries.answer_times(cast.org.pk, make.days(0)).worst == given
    assert queries.answer_times(cast.org.pk, GAVE - timedelta(days=1)).answered == 0


def test_whoever_said_it_can_question_it_as_any_other(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1", Author=cast.people["cora"].code))
    services.challenge(contribution=Contribution.objects.get(), kind="not_true", by=cast.actor("cora"))
    found = Contribution.objects.get()
    assert (found.state, found.disputed, found.owed, found.answered_on) == ("challenged", True, True, GAVE)
    assert Challenge.objects.get().answer == found.answers.get()
    again = services.answer(
        contribution=found, kind="adapted", reason=f"{REASON} It is lighter.", role="Manager", by=cast.actor("manager")
    )
    assert (fresh(found).answered_on, again.brought_in) == (GAVE, "")


def test_several_comments_of_a_row_have_the_answer_of_the_row(cast, tmp_path) -> None:
    head = ["Good?", "Bad?", *HEAD[2:3], *HEAD[5:8]]
    rows = [["The tea.", "The chairs.", GOT.isoformat(), REASON, "no", GAVE.isoformat()]]
    assert bring(cast, file(tmp_path, rows, head), mapping={"Good?": "words", "Bad?": "words"}).done
    assert set(Contribution.objects.values_list("words", "answer_kind")) == {
        ("The tea.", "not_adopted"),
        ("The chairs.", "not_adopted"),
    }


def test_own_headings_are_matched_and_two_that_could_be_the_words_are_asked(cast, tmp_path) -> None:
    head = ["Comment", "Answer", "Came", "Outcome", "Replied"]
    path = file(tmp_path, [[WORDS, REASON, GOT.isoformat(), "in part", GAVE.isoformat()]], head)
    report = bring(cast, path)
    assert (len(report.problems), list(report.unknown_columns)) == (1, ["Comment", "Answer"])
    mapping = {"Answer": "our_answer", "Came": "received_on", "Outcome": "answer_kind", "Replied": "answered_on"}
    assert bring(cast, path, mapping=mapping).done
    assert Contribution.objects.values_list("state", "answer_kind").get() == ("answered", "adapted")


TOMORROW = make.days(1).isoformat()
WRONG = {
    "no kind": ({"Kind_of_answer": ""}, "Kind of answer", "Write one of these"),
    "an unknown kind": ({"Kind_of_answer": "perhaps"}, "Kind of answer", "Write one of these"),
    "no answer yet": ({"Kind_of_answer": "Deferred"}, "Kind of answer", "no answer yet"),
    "no day": ({"Answered_on": "", "Told_on": "", "Told_how": ""}, "Answered on", "on which day"),
    "a day that is none": ({"Answered_on": "31/02/2026"}, "Answered on", "31 February"),
    "a day to come": ({"Answered_on": TOMORROW, "Told_on": "", "Told_how": ""}, "Answered on", "not come yet"),
    "before it came": ({"Answered_on": make.days(-201).isoformat()}, "Answered on", "before it was received"),
    "nobody says when it came": ({"Received_on": ""}, "Answered on", "it had reached you"),
    "a century": ({"Received_on": "01/01/1901"}, "Answered on", "hundred years"),
    "told before": ({"Told_on": make.days(-191).isoformat()}, "Told on", "before the answer was written"),
    "told tomorrow": ({"Told_on": TOMORROW}, "Told on", "not come yet"),
    "how, and no day": ({"Told_on": ""}, "Told on", "on which day they were told"),
    "an unknown way": ({"Told_how": "pigeon"}, "Told how", "is not one of"),
    "a phrase": ({"Our_answer": "Noted. Thank you for your feedback."}, "Our answer", "not an answer yet"),
    "a gap": ({"Our_answer": f"{REASON} [insert name]"}, "Our answer", "gap from a template"),
    "too long": ({"Our_answer": "We did. " * 2600}, "Our answer", "20,000"),
    "a day without an answer": ({"Our_answer": " ", "Kind_of_answer": ""}, "Answered on", "no answer in this row"),
    "a kind without an answer": ({"Our_answer": ""}, "Kind of answer", "no answer in this row"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_by_row_and_nothing_is_kept(cast, tmp_path, what) -> None:
    values, column, says = WRONG[what]
    report = answers(cast, tmp_path, row("1"), row("2", **values))
    assert [(one.row, one.column) for one in report.problems] == [(3, column)], report.problems
    assert says in report.problems[0].message
    assert not Contribution.objects.exists()
    assert not Answer.objects.exists()


def test_a_template_as_it_stands_is_no_answer(cast, tmp_path) -> None:
    AnswerTemplate.objects.create(organisation=cast.org, name="Doors", text=REASON)
    assert "template" in answers(cast, tmp_path, row("1")).problems[0].message


def test_taken_back_or_forgotten_the_log_still_fits(cast, tmp_path) -> None:
    answers(cast, tmp_path, row("1", Author=cast.people["cora"].code))
    services.withdraw(contribution=Contribution.objects.get(), by=cast.actor("cora"))
    assert list(queries.broken_seals(cast.org.pk)) == []
    personal.erase(cast.people["cora"].pk, system(cast.org.pk))
    assert Answer.objects.get().reason == ERASED_REASON
    assert list(queries.broken_seals(cast.org.pk)) == []
    assert answers(cast, tmp_path, row("1", Author=cast.people["cora"].code)).notes == []


def test_the_pages_of_staff_and_of_its_author_say_so(cast, tmp_path, client_as) -> None:
    answers(cast, tmp_path, row("1", Author=cast.people["cora"].code))
    code = Contribution.objects.get().code
    for who, address in (("coordinator", f"/harbour/voices/{code}/"), ("cora", f"/me/said/{code}/")):
        page = client_as(who).get(address)
        assert page.status_code == 200, address
        assert "Brought in from a file on" in page.content.decode()
