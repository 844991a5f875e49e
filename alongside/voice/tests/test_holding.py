"""A change is looked at again. What did not hold is owed again, and nobody who works here can take that away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.audit.models import Event
from alongside.core.dates import add_months
from alongside.core.errors import NotYours, Refused
from alongside.post.models import Message
from alongside.voice import queries, rules, services
from alongside.voice.models import Change, CheckDay, Contribution, Reopening
from alongside.voice.shapes import Recheck, Wherein
from tests import make

from .factories import answered, for_them, fresh, said, said_by_nobody, told
from .test_changes import changed

pytestmark = pytest.mark.usefixtures("locks_in_order")

SEEN = "I stood at the door on Monday: it was open, and the new hours hang beside it."


def recheck(first: int = 30, **values: Any) -> Recheck:
    return Recheck(first=make.days(first), **values)


def checked(cast, *contributions, **values: Any) -> tuple[Change, CheckDay]:
    change = changed(cast, *contributions, recheck=recheck(**values))
    return change, change.check_days.get()


def look(cast, day: CheckDay, result: str = "gone", **values: Any):
    facts = {"result": result, "words": SEEN, "role": "Team manager, Crisis line", "by": cast.actor("manager")}
    return services.look(check_day=day, **{**facts, **values})


def messages(kind: str) -> list[Any]:
    return list(Message.objects.filter(kind=kind))


def test_a_day_is_set_with_the_change_and_owed_by_its_unit(cast) -> None:
    change, day = checked(cast, told(cast), unit=cast.units["services"])
    assert (day.due_on, day.unit, day.done_on) == (make.days(30), cast.units["services"], None)
    assert Event.objects.latest("seq").name == "change_check_set"
    with pytest.raises(Refused, match="not put off"):
        services.plan_checks(change=change, recheck=recheck(60), by=cast.actor("manager"))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first": 0}, "check_on"),
        ({"first": -3}, "check_on"),
        ({"every": 3}, "until"),
        ({"every": 3, "until": make.days(30)}, "until"),
        ({"every": 61, "until": make.days(9000)}, "every"),
        ({"until": make.days(90)}, "until"),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        checked(cast, told(cast), **values)
    assert refused.value.field == field


def test_a_day_elsewhere_is_not_theirs(cast) -> None:
    with pytest.raises(NotYours):
        checked(cast, told(cast), unit=cast.units["elsewhere"])


@pytest.mark.parametrize(
    ("wherein", "field"),
    [
        (Wherein(kind="policy", thing="Lone working"), "thing"),
        (Wherein(kind="policy", thing_version="4"), "thing"),
        (Wherein(link="javascript:alert(1)"), "link"),
        (Wherein(before="x" * 20_001), "before"),
    ],
)
def test_in_what_it_is_different(cast, wherein, field) -> None:
    with pytest.raises(Refused) as refused:
        changed(cast, told(cast), wherein=wherein)
    assert refused.value.field == field


def test_a_policy_has_a_name_and_a_version(cast) -> None:
    wherein = Wherein(
        "policy", "Lone working", "4 of May 2026", "Nobody rang back.", "https://harbour.example/policies"
    )
    change = changed(cast, told(cast), wherein=wherein)
    assert (change.thing, change.thing_version, change.before) == ("Lone working", "4 of May 2026", "Nobody rang back.")


def test_what_held_is_told_and_nothing_opens(cast) -> None:
    contribution = told(cast)
    change, day = checked(cast, contribution)
    look(cast, day, "held")
    assert (fresh(change).state, fresh(contribution).state, fresh(day).done_on) == ("claimed", "told", make.days(0))
    assert SEEN in messages("change_checked")[0].body
    with pytest.raises(Refused, match="looked already"):
        look(cast, day, "held")


@pytest.mark.parametrize("result", ["gone", "partly"])
def test_what_did_not_hold_is_owed_again_to_everybody(cast, result) -> None:
    mine, theirs = told(cast), said(cast, person=cast.people["dev"], by=cast.actor("dev"))
    change, day = checked(cast, mine, theirs)
    services.give_verdict(change=change, contribution=mine, kind="confirmed", by=cast.actor("cora"))
    first = (mine.received_on, mine.answer_by)
    look(cast, day, result)
    mine, theirs = fresh(mine), fresh(theirs)
    assert (fresh(change).state, mine.state, theirs.state) == ("lapsed", "challenged", "received")
    assert (mine.received_on, mine.answer_by) == first and mine.due_on == mine.answer_by and mine.owed
    assert {row.cause for row in Reopening.objects.all()} == {result}
    assert {row.to_person for row in messages("change_reopened")} == {cast.people[who].pk for who in ("cora", "dev")}


def test_what_answered_them_answers_them_no_more_and_rises_from_the_bottom(cast) -> None:
    contribution = told(cast)
    services.mark_answered(contribution=contribution, by=cast.actor("cora"))
    Contribution.objects.filter(pk=contribution.pk).update(risen=3, board_since=make.days(0))
    _change, day = checked(cast, contribution)
    look(cast, day, "gone")
    row = fresh(contribution)
    assert (row.answers_me_on, row.risen, row.board_since) == (None, 0, None) and row.owed
    assert row.answers_me.exists()  # that they said so stays


def test_an_answer_that_was_not_sent_yet_is_not_sent_any_more(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    _change, day = checked(cast, contribution)
    assert messages("answer_told")[0].state == "queued"
    look(cast, day)
    assert fresh(contribution).state == "challenged"
    assert [row.state for row in messages("answer_told")] == ["dropped"]
    answered(fresh(contribution), cast, reason="The hours are back, and a second person opens when the first is ill.")
    assert fresh(contribution).state == "answered"


def test_a_dispute_opens_the_debt_to_the_one_who_disputes(cast) -> None:
    mine, theirs = told(cast), told(cast, person=cast.people["dev"], by=cast.actor("dev"))
    change = changed(cast, mine, theirs)
    services.give_verdict(change=change, contribution=theirs, kind="challenged", by=cast.actor("dev"))
    assert (fresh(mine).state, fresh(theirs).state) == ("told", "challenged")
    assert Reopening.objects.get().by_author


def test_what_its_author_sees_stands_beside_what_the_unit_saw(cast) -> None:
    contribution = told(cast)
    change, day = checked(cast, contribution)
    look(cast, day, "held")
    services.say_held(
        change=change, contribution=contribution, result="gone", words="Shut again.", by=cast.actor("cora")
    )
    assert (fresh(change).state, fresh(contribution).state) == ("challenged", "challenged")
    seen = queries.changes_for(cast.actor("coordinator")).get(pk=change.pk)
    assert fresh(change).stands == seen.stands == "lapsed"  # nobody says that it never was so
    assert "did not hold" in seen.get_state_display()
    assert list(day.sightings.order_by("id").values_list("result", "role")) == [
        ("held", "Team manager, Crisis line"),
        ("gone", ""),
    ]
    with pytest.raises(Refused, match="already"):
        services.say_held(change=change, contribution=contribution, result="gone", by=cast.actor("cora"))


def test_only_somebody_who_said_it_says_that_it_is_there_again(cast) -> None:
    contribution = told(cast)
    change, day = checked(cast, contribution, every=1, until=make.days(400))
    look(cast, day)
    again = change.check_days.get(done_on=None)
    look(cast, again, "held")
    assert fresh(change).state == "lapsed"
    services.say_held(change=change, contribution=contribution, result="held", by=cast.actor("cora"))
    assert fresh(change).state == "confirmed"


def test_by_code_and_on_behalf(cast) -> None:
    nameless, _code = said_by_nobody(cast)
    noors = said(cast, person=cast.people["noor"], by=for_them(cast, "noor"), via="written_down")
    change, _day = checked(cast, nameless, noors)
    services.say_held(change=change, contribution=nameless, result="held", by=queries.holder_of(nameless))
    made = services.say_held(change=change, contribution=noors, result="partly", by=for_them(cast, "noor"))
    assert (made.medium, made.person) == ("phone", cast.people["noor"])


@pytest.mark.parametrize("who", ["dev", "manager", "coordinator", "public"])
def test_nobody_else_says_for_them_whether_it_held(cast, who) -> None:
    contribution = told(cast)
    change, _day = checked(cast, contribution)
    with pytest.raises(Refused):
        services.say_held(change=change, contribution=contribution, result="held", by=cast.actor(who))


@pytest.mark.parametrize("who", ["cora", "board", "public", "safeguarding"])
def test_who_does_not_answer_there_does_not_look(cast, who) -> None:
    _change, day = checked(cast, told(cast))
    with pytest.raises(Refused):
        look(cast, day, by=cast.actor(who))
    assert not rules.can_look(cast.actor(who), day)


@pytest.mark.parametrize("words", ["", "  ", "Done.", "Noted"])
def test_a_check_says_what_was_seen(cast, words) -> None:
    _change, day = checked(cast, told(cast))
    with pytest.raises(Refused) as refused:
        look(cast, day, "held", words=words)
    assert refused.value.field == "words"


def test_without_a_day_there_is_nothing_to_look_at(cast) -> None:
    contribution = told(cast)
    with pytest.raises(Refused, match="No day"):
        services.say_held(
            change=changed(cast, contribution), contribution=contribution, result="gone", by=cast.actor("cora")
        )


def test_days_repeat_from_the_day_that_was_due_until_their_end(cast) -> None:
    change, day = checked(cast, told(cast), every=3, until=add_months(make.days(30), 7))
    with time_machine.travel(timezone.now() + timedelta(days=50)):  # late, and the next is not later for that
        look(cast, day, "held")
    second = change.check_days.get(done_on=None)
    assert second.due_on == add_months(day.due_on, 3)
    with time_machine.travel(timezone.now() + timedelta(days=300)):  # so late that one is left out
        look(cast, second, "held")
    assert not change.check_days.filter(done_on=None).exists()


def test_those_who_said_it_are_asked_once_when_the_day_has_come(cast) -> None:
    contribution, gone = told(cast), told(cast, person=cast.people["dev"], by=cast.actor("dev"))
    _change, day = checked(cast, contribution, gone)
    services.withdraw(contribution=gone, by=cast.actor("dev"))
    assert services.ask_whether_it_held(cast.org, make.days(29)) == 0
    assert [services.ask_whether_it_held(cast.org, make.days(30)) for _ in range(2)] == [1, 0]
    asked = messages("change_check")
    assert [row.to_person for row in asked] == [cast.people["cora"].pk] and fresh(day).asked_on == make.days(30)
    assert "shuts out" not in asked[0].body


def test_a_correction_stands_beside_and_asks_again(cast) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    by = cast.actor("cora")
    services.give_verdict(change=change, contribution=contribution, kind="confirmed", by=by)
    facts = {
        "why": "Only the first of the two adverts was changed.",
        "role": "Team manager",
        "by": cast.actor("manager"),
    }
    services.correct_change(change=change, what="One advert no longer asks for a car.", **facts)
    change = fresh(change)
    assert (change.state, change.what) == ("claimed", "The job description no longer asks for a car.")
    assert change.verdicts.get().on_earlier_text
    assert [row.change for row in queries.to_confirm([cast.people["cora"].pk])] == [change]
    assert "One advert no longer" in messages("change_corrected")[0].body
    services.give_verdict(change=change, contribution=contribution, kind="confirmed", by=by)
    assert fresh(change).state == "confirmed"
    assert list(queries.to_confirm([cast.people["cora"].pk])) == []


def test_a_correction_does_not_wash_away_a_dispute(cast) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    services.give_verdict(change=change, contribution=contribution, kind="challenged", by=cast.actor("cora"))
    assert queries.changes_for(cast.actor("coordinator")).get(pk=change.pk).stands == "challenged"
    facts = {"why": "The day was wrong in the first text.", "role": "Team manager", "by": cast.actor("manager")}
    services.correct_change(change=change, evidence="See the advert of 5 May on the page about jobs.", **facts)
    assert fresh(change).state == "challenged"


@pytest.mark.parametrize(
    ("values", "field"),
    [({}, "what"), ({"what": "New", "why": "Noted"}, "why"), ({"what": "x" * 20_001}, "what")],
)
def test_a_correction_without_its_facts_is_refused(cast, values, field) -> None:
    change = changed(cast, told(cast))
    facts = {"why": "The day was wrong in the first text.", "role": "Team manager", "by": cast.actor("manager")}
    with pytest.raises(Refused) as refused:
        services.correct_change(change=change, **{**facts, **values})
    assert refused.value.field == field
    with pytest.raises(Refused):
        services.correct_change(change=change, **{**facts, "what": "New text", "by": cast.actor("cora")})


def test_words_about_a_check_go_with_the_words(cast) -> None:
    contribution = told(cast)
    change, _day = checked(cast, contribution)
    services.say_held(change=change, contribution=contribution, result="gone", words="Shut.", by=cast.actor("cora"))
    services.withdraw(contribution=Contribution.objects.get(pk=contribution.pk), by=cast.actor("cora"))
    row = contribution.sightings.get()
    assert (row.words, row.salt, row.result) == ("", "", "gone")
    assert list(queries.broken_seals(cast.org.pk)) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_months_later_is_never_another_month(day, months) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
