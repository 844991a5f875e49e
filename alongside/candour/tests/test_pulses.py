"""Everybody who was there is asked once, and nothing that they answered leads to them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from alongside.audit.models import Content, Event
from alongside.candour import queries, services
from alongside.candour.models import (
    OpenPulse,
    Pulse,
    PulseBox,
    PulseMark,
    PulseRound,
    PulseSheet,
    PulseWords,
)
from alongside.core.actor import Medium, system
from alongside.core.errors import Refused
from alongside.core.models import Once
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

from .pulsing import ALL_NO, ALL_YES, acting, answer, asked, attend, close, people

pytestmark = pytest.mark.django_db


def refused(act: Any, says: str) -> None:
    with pytest.raises(Refused) as why:
        act()
    assert says in str(why.value.reason)


def test_everybody_who_was_there_is_asked_and_nobody_twice(cast: Cast) -> None:
    pulse, who = asked(cast, 6)
    told = Message.objects.filter(kind="pulse_asked")
    assert sorted(told.values_list("to_person", flat=True)) == [each.pk for each in who]
    assert pulse.closes_on.weekday() == 6 and (pulse.closes_on - pulse.opened_on).days >= 14
    with pytest.raises(IntegrityError), transaction.atomic():
        services.ask_how_it_was(opportunity=pulse.opportunity, meeting=pulse.meeting, by=system(cast.org.pk))


def test_the_task_asks_by_itself_after_a_session_and_at_the_end(cast: Cast) -> None:
    at = make.opportunity(cast)
    held, empty = make.meeting(cast, at), make.meeting(cast, at, on=make.days(-2))
    attend(cast, at, held, people(cast, 2))
    make.meeting(cast, at, on=make.days(3))
    asked = services.ask_what_is_due(organisation=cast.org, by=system(cast.org.pk))
    assert asked == 1 and PulseRound.objects.get().meeting == held != empty
    at.state = "done"
    at.save()
    at.statuses.create(state="done", effective_on=make.days(0))
    assert services.ask_what_is_due(organisation=cast.org, by=system(cast.org.pk)) == 1
    assert services.ask_what_is_due(organisation=cast.org, by=system(cast.org.pk)) == 0
    assert PulseRound.objects.filter(meeting__isnull=True).get().could_answer == 2


def test_an_activity_without_contributors_asks_nobody(cast: Cast) -> None:
    at = make.opportunity(cast)
    meeting = make.meeting(cast, at)
    refused(
        lambda: services.ask_how_it_was(opportunity=at, meeting=meeting, by=system(cast.org.pk)),
        "Nobody who takes part",
    )
    assert not PulseRound.objects.exists() and not PulseBox.objects.exists()


def test_filled_in_twice(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    answer(cast, pulse, who[0], ALL_YES)
    refused(lambda: answer(cast, pulse, who[0], ALL_NO), "answers once")
    by = cast.actor("coordinator")
    phone = by.for_person(who[0].pk, Medium.PHONE)
    refused(lambda: services.answer_pulse(pulse=pulse, given=ALL_NO, by=phone), "answers once")
    refused(lambda: services.hand_out_sheets(pulse=pulse, people=who[:1], by=by), "had their turn")
    refused(lambda: services.answer_openly(pulse=pulse, given=ALL_NO, by=acting(cast, who[0])), "answers once")
    assert Pulse.objects.get().heard == 4


def test_by_somebody_who_was_not_there(cast: Cast) -> None:
    pulse, _who = asked(cast, 5)
    refused(lambda: services.answer_pulse(pulse=pulse, given=ALL_YES, by=cast.actor("cora")), "who were there")
    absent = make.place(cast, "dev", pulse.opportunity)
    make.attended(pulse.meeting, absent, came=False)  # type: ignore[arg-type]
    refused(lambda: services.answer_pulse(pulse=pulse, given=ALL_YES, by=cast.actor("dev")), "who were there")
    refused(
        lambda: services.answer_pulse(
            pulse=pulse, given=ALL_YES, by=cast.actor("manager").for_person(absent.person_id, Medium.PHONE)
        ),
        "Only the person themself",
    )
    assert not Pulse.objects.exists() and not PulseMark.objects.exists()


@pytest.mark.parametrize(
    "given, words, says",
    [
        ({}, "", "at least one"),
        ({"heard": 5}, "", "not in the list"),
        ({"heard": 0}, "", "not in the list"),
        ({"role_design": 7}, "", "not in the list"),
        ({"role_deliver": 3}, "", "not in the list"),  # a stage for which nothing was agreed
        ({"heard": 4}, "x" * 5001, "no more than"),
    ],
)
def test_what_is_no_answer(cast: Cast, given: dict[str, int], words: str, says: str) -> None:
    pulse, who = asked(cast, 5)
    refused(lambda: answer(cast, pulse, who[0], given, words), says)
    assert not PulseMark.objects.exists()


def test_after_its_last_day(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    PulseRound.objects.update(closes_on=make.days(-1))
    refused(lambda: answer(cast, pulse, who[0], ALL_YES), "This is over")


def test_a_sheet_answers_once_and_its_code_stands_nowhere(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    codes = services.hand_out_sheets(pulse=pulse, people=who[:3], by=cast.actor("coordinator"))
    assert len(set(codes)) == 3 and PulseSheet.objects.count() == 3
    assert not set(codes) & set(PulseSheet.objects.values_list("digest", flat=True))
    by = cast.actor("public")
    services.answer_on_sheet(code=codes[0].upper(), given=ALL_YES, by=by)
    refused(lambda: services.answer_on_sheet(code=codes[0], given=ALL_YES, by=by), "used already")
    refused(lambda: services.answer_on_sheet(code="nothing", given=ALL_YES, by=by), "No sheet")
    refused(lambda: services.answer_on_sheet(code=codes[1], given=ALL_YES, by=cast.actor("stranger")), "No sheet")
    refused(lambda: answer(cast, pulse, who[0], ALL_YES), "answers once")
    assert Pulse.objects.count() == 1


@pytest.mark.parametrize("number", [1, 4])
def test_a_group_of_one_and_of_four_stand_with_others_from_the_first_answer(cast: Cast, number: int) -> None:
    pulse, who = asked(cast, number)
    assert pulse.box.is_pool and pulse.box.quarter == queries.quarter_of(pulse.opened_on)
    for person in who:
        answer(cast, pulse, person, ALL_NO, "They did not listen.")
    close(cast, pulse)
    assert Pulse.objects.filter(box=pulse.box).count() == number  # nobody reads them before the quarter is over
    assert services.count_small_groups(pool=pulse.box, by=system(cast.org.pk)).sealed_on is None
    PulseBox.objects.update(quarter="2026-01-01")
    PulseRound.objects.update(opened_on="2026-02-01")
    pool = services.count_small_groups(pool=PulseBox.objects.get(), by=system(cast.org.pk))
    assert pool.sealed_on and pool.summary is None
    assert not Pulse.objects.exists() and not PulseWords.objects.exists()  # what is not shown is not kept


def test_a_group_of_five_is_shown_and_all_the_same_gives_nobody_away(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    for person in who:
        answer(cast, pulse, person, ALL_NO, "Nobody asked us.")
    pulse = close(cast, pulse)
    summary = PulseBox.objects.get().summary
    assert summary["answers"] == 5 and summary["said"]["heard"] == [5, 0, 1]
    assert summary["roles"]["design"] == {"of": 5, "counts": {"1": 4}}
    assert not Pulse.objects.exists() and not PulseMark.objects.exists() and PulseWords.objects.count() == 5


def test_four_of_six_answered_and_are_put_with_others_unread(cast: Cast) -> None:
    small, few = asked(cast, 2)
    pulse, who = asked(cast, 6)
    for person in few:
        answer(cast, small, person, ALL_YES)
    for person in who[:4]:
        answer(cast, pulse, person, ALL_NO, "Too late.")
    pulse = close(cast, pulse)
    assert pulse.box.is_pool and pulse.box_id == small.box_id and PulseBox.objects.count() == 1
    assert Pulse.objects.filter(box=pulse.box).count() == 6 and PulseWords.objects.filter(box=pulse.box).count() == 4
    facts = Content.objects.get(event__name="pulse_over").facts
    assert facts == {"opportunity": pulse.opportunity.code, "fewer_than": 5}
    close(cast, small)
    PulseBox.objects.update(quarter="2026-01-01")
    PulseRound.objects.update(opened_on="2026-02-01")
    pool = services.count_small_groups(pool=PulseBox.objects.get(), by=system(cast.org.pk))
    assert pool.summary["answers"] == 6 and pool.summary["said"]["heard"] == [6, 2, 2]


def test_a_pool_waits_until_every_round_of_it_is_over(cast: Cast) -> None:
    pulse, _who = asked(cast, 2)
    PulseBox.objects.update(quarter="2026-01-01")
    PulseRound.objects.update(opened_on="2026-02-01")
    assert services.count_small_groups(pool=PulseBox.objects.get(), by=system(cast.org.pk)).sealed_on is None
    close(cast, pulse)
    assert services.count_small_groups(pool=PulseBox.objects.get(), by=system(cast.org.pk)).sealed_on


def test_openly_is_instead_of_with_the_others_and_can_be_taken_back(cast: Cast) -> None:
    pulse, who = asked(cast, 6)
    by = acting(cast, who[0])
    account = services.answer_openly(pulse=pulse, given=ALL_NO, words="I was told.", by=by)
    assert not Pulse.objects.exists() and not PulseWords.objects.exists()
    refused(lambda: services.answer_pulse(pulse=pulse, given=ALL_NO, by=by), "answers once")
    refused(lambda: services.take_back(account=account, by=acting(cast, who[1])), "Only the one")
    services.take_back(account=account, by=by)
    account.refresh_from_db()
    assert account.words == "" and account.heard is None and account.role_design is None and account.taken_back_on
    told = cast.actor("coordinator").for_person(who[1].pk, Medium.PHONE)
    refused(lambda: services.answer_openly(pulse=pulse, given=ALL_NO, by=told), "themself")


def test_staff_answer_with_their_name_and_once(cast: Cast) -> None:
    pulse, _who = asked(cast, 5)
    by = cast.actor("manager")
    services.answer_as_staff(pulse=pulse, given=ALL_YES, by=by)
    refused(lambda: services.answer_as_staff(pulse=pulse, given=ALL_NO, by=by), "answers once")
    refused(lambda: services.answer_as_staff(pulse=pulse, given=ALL_NO, by=cast.actor("board")), "as staff")
    assert OpenPulse.objects.get().user == cast.users["manager"] and not PulseMark.objects.exists()


def test_another_ladder_half_way_through_a_year_changes_no_answer(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    for person in who:
        answer(cast, pulse, person, ALL_NO)
    close(cast, pulse)
    before = PulseBox.objects.get().summary
    by = cast.actor("coordinator")
    services.choose_ladder(ladder="arnstein", from_day=make.days(0), by=by)
    services.choose_ladder(ladder="matrix", from_day=make.days(30), by=by)
    assert queries.ladder_on(cast.org.pk, make.days(-1)) == "ours"
    assert queries.ladder_on(cast.org.pk, make.days(0)) == "arnstein"
    assert queries.ladder_on(cast.org.pk, make.days(31)) == "matrix"
    assert PulseBox.objects.get().summary == before
    refused(lambda: services.choose_ladder(ladder="none", from_day=make.days(0), by=by), "one of the ladders")
    refused(lambda: services.choose_ladder(ladder="ours", from_day=make.days(-1), by=by), "today or a later")
    refused(lambda: services.choose_ladder(ladder="ours", from_day=make.days(0), by=cast.actor("cora")), "coordinator")


# Nothing joins them.

TABLES = (Pulse, PulseWords, PulseMark, PulseSheet)


def test_no_table_has_a_time_a_counter_or_a_way_to_the_other() -> None:
    for model in TABLES:
        names = {field.name for field in model._meta.concrete_fields}
        assert not names & {"recorded_at", "recorded_by", "medium", "person", "user", "on"}
        assert not any(isinstance(field, models.DateField | models.TimeField) for field in model._meta.concrete_fields)
        assert [relation.name for relation in model._meta.related_objects] == []
    assert {field.name for field in Pulse._meta.concrete_fields} & {"round", "person"} == set()


def test_no_event_no_message_and_no_form_is_left_of_an_answer(cast: Cast) -> None:
    pulse, who = asked(cast, 5)
    rows = (Event, Content, Message, Once)
    before = [model._default_manager.count() for model in rows]
    for person in who:
        answer(cast, pulse, person, ALL_YES, "Good.")
    assert [model._default_manager.count() for model in rows] == before


def test_every_answer_writes_all_of_them_anew(cast: Cast) -> None:
    pulse, who = asked(cast, 6)
    answer(cast, pulse, who[0], ALL_YES, "One.")
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in TABLES}
    answer(cast, pulse, who[1], ALL_NO, "Two.")
    for model in TABLES:
        assert not before[model] & set(model._default_manager.values_list("pk", flat=True))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (Pulse, PulseWords, PulseMark):
                cursor.execute(f"SELECT count(DISTINCT xmin::text) FROM {model._meta.db_table}")  # noqa: S608
                assert cursor.fetchone() == (1,)
