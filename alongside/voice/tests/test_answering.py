"""Acknowledge, answer with a reason, put off, hand on, tell."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from alongside.audit.models import Event
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.people.models import Consent
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Answer, Telling
from tests import make

from .factories import REASON, answered, for_them, fresh, said, said_by_nobody, told


def names() -> list[str]:
    return list(Event.objects.order_by("seq").values_list("name", flat=True))


def test_acknowledging_moves_on_to_the_day_of_the_answer(cast) -> None:
    contribution = said(cast)
    found = services.acknowledge(contribution=contribution, by=cast.actor("staff"))
    assert (found.state, found.due_on) == ("acknowledged", contribution.answer_by)
    assert names()[-1] == "contribution_acknowledged"
    with pytest.raises(Refused, match="already"):
        services.acknowledge(contribution=contribution, by=cast.actor("staff"))


def test_an_answer_has_a_kind_a_reason_and_a_role(cast) -> None:
    contribution = said(cast)
    given = answered(contribution, cast)
    found = fresh(contribution)
    assert (found.state, found.answer_kind, found.answered_on) == ("answered", "adopted", given.answered_on)
    assert (given.reason, given.role) == (REASON, "Team manager, Crisis line")
    assert names()[-1] == "contribution_answered"
    assert REASON not in str(Event.objects.get(name="contribution_answered").content.facts)


def test_working_days_are_counted_from_received_to_answered(cast) -> None:
    received = make.days(-15)
    contribution = said(cast, received_on=received, by=for_them(cast))
    answered(contribution, cast)
    clock = organisations.clock_of(cast.org)
    assert fresh(contribution).answer_days == clock.working_days_between(received, clock.today())


@pytest.mark.parametrize(
    "reason",
    [
        *("Noted", "noted.", "  NOTED!  ", "Thank you for your feedback.", "Noted. Thank you for your comments."),
        *("Under review", "TBC", "Yes.", "?", "👍", "", "We will look into this.\n\nKind regards"),
        "We value your feedback. This has been passed on.",
    ],
)
def test_noted_is_not_an_answer(cast, reason) -> None:
    contribution = said(cast)
    with pytest.raises(Refused) as refused:
        answered(contribution, cast, reason=reason)
    assert refused.value.field == "reason"
    assert not Answer.objects.exists()


@pytest.mark.parametrize("gap", ["Dear [name], we will do this from May.", "Because {{ reason }} we cannot do this."])
def test_a_template_left_as_it_is_is_not_an_answer(cast, gap) -> None:
    with pytest.raises(Refused, match="gap"):
        answered(said(cast), cast, reason=gap)


@pytest.mark.parametrize("reason", ["We fixed the tap today.", "No: the law forbids it [see section 5].", "a" * 20_000])
def test_a_short_and_a_long_answer_are_answers(cast, reason) -> None:
    assert answered(said(cast), cast, reason=reason).reason == reason


def test_putting_off_keeps_the_clock(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast, kind="deferred", defer_until=make.days(90))
    found = fresh(contribution)
    assert (found.state, found.due_on, found.answer_by) == (
        "deferred",
        contribution.answer_by,
        contribution.answer_by,
    )
    assert (found.answered_on, found.answer_days) == (None, None)


@pytest.mark.parametrize(("kind", "days"), [("deferred", None), ("deferred", 0), ("deferred", -3), ("adopted", 5)])
def test_only_a_deferral_has_a_day_to_come(cast, kind, days) -> None:
    with pytest.raises(Refused) as refused:
        answered(said(cast), cast, kind=kind, defer_until=None if days is None else make.days(days))
    assert refused.value.field == "defer_until"


def test_the_second_of_two_who_answer_at_once_is_told(cast) -> None:
    contribution = said(cast)
    seen = contribution.version
    answered(contribution, cast, by=cast.actor("staff"), seen=seen)
    with pytest.raises(Refused) as refused:
        answered(contribution, cast, reason="Something else that I wrote at the same time.", seen=seen)
    assert refused.value.field == "seen"
    assert Answer.objects.count() == 1


def test_it_can_be_answered_once(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    with pytest.raises(Refused, match="has an answer"):
        answered(contribution, cast)


def test_an_answer_to_what_was_just_taken_back_is_refused_kindly(cast) -> None:
    contribution = said(cast)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    with pytest.raises(Refused, match="taken it back") as refused:
        answered(contribution, cast, seen=contribution.version)
    assert "still here" in refused.value.reason


@pytest.mark.parametrize("who", ["cora", "public", "board", "finance", "stranger"])
def test_who_may_not_answer(cast, who) -> None:
    contribution = said(cast)
    for verb in (
        lambda: answered(contribution, cast, by=cast.actor(who)),
        lambda: services.acknowledge(contribution=contribution, by=cast.actor(who)),
        lambda: services.hand_over(contribution=contribution, owner=cast.users["staff"], by=cast.actor(who)),
        lambda: services.tell(contribution=contribution, channel="phone", by=cast.actor(who)),
        lambda: services.write_rendering(contribution=contribution, rendering="Shorter.", by=cast.actor(who)),
    ):
        with pytest.raises(Refused):
            verb()
    assert names() == ["contribution_said"]


def test_staff_answer_only_what_was_said_to_their_unit(cast) -> None:
    with pytest.raises(Refused, match="part of the organisation"):
        answered(said(cast, unit=cast.units["other_team"]), cast)


def test_handing_over_moves_no_clock(cast) -> None:
    contribution = said(cast)
    found = services.hand_over(
        contribution=contribution,
        unit=cast.units["other_team"],
        owner=cast.users["coordinator"],
        by=cast.actor("coordinator"),
    )
    assert (found.unit, found.owner) == (cast.units["other_team"], cast.users["coordinator"])
    assert (found.due_on, found.answer_by, found.received_on) == (
        contribution.due_on,
        contribution.answer_by,
        contribution.received_on,
    )
    assert Message.objects.get().to_user == cast.users["coordinator"].pk
    assert names()[-1] == "contribution_handed_over"


def test_it_is_handed_only_to_somebody_who_can_answer_it(cast) -> None:
    contribution = said(cast)
    for owner in ("board", "cora", "stranger"):
        with pytest.raises(Refused) as refused:
            services.hand_over(contribution=contribution, owner=cast.users[owner], by=cast.actor("manager"))
        assert refused.value.field == "owner"
    with pytest.raises(Refused):
        services.hand_over(contribution=contribution, by=cast.actor("manager"))
    with pytest.raises((Refused, NotYours)):
        services.hand_over(contribution=contribution, unit=cast.units["elsewhere"], by=cast.actor("coordinator"))


def test_an_answer_goes_to_the_outbox_and_counts_once_it_is_sent(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    message = Message.objects.get(kind="answer_told")
    assert message.to_person == cast.people["cora"].pk
    assert REASON in message.body
    assert contribution.words not in message.body
    assert message.link == f"/me/said/{contribution.code}/"
    assert fresh(contribution).state == "answered"
    assert services.told_by_message(contribution.code, "email", make.days(0))
    found = fresh(contribution)
    assert (found.state, found.told_on) == ("told", make.days(0))
    assert not services.told_by_message(contribution.code, "email", make.days(0))
    assert Telling.objects.count() == 1


def test_nobody_is_written_to_who_did_not_allow_it(cast) -> None:
    Consent.objects.filter(person=cast.people["cora"], purpose="contact_email").update(withdrawn_on=make.days(-1))
    contribution = said(cast)
    answered(contribution, cast)
    assert not Message.objects.exists()
    assert fresh(contribution).state == "answered"  # on the list of those who are to be told


def test_whoever_took_a_code_home_is_told_when_they_open_the_page(cast, client_as) -> None:
    with time_machine.travel(make.days(-3), tick=False):
        contribution, code = said_by_nobody(cast)
        answered(contribution, cast)
    assert (fresh(contribution).state, fresh(contribution).told_on) == ("answered", None)
    assert list(queries.not_yet_told(cast.actor("coordinator"))) == []  # nobody here can tell them
    for who, state in (("staff", "answered"), ("public", "told"), ("public", "told")):
        assert client_as(who).get(f"/harbour/follow/{code}/").status_code == 200
        assert fresh(contribution).state == state
    assert fresh(contribution).told_on == make.days(0)
    assert Telling.objects.get().channel == "on_page"
    assert names()[-2:] == ["contribution_answered", "author_told"]


def test_a_code_tells_that_it_is_put_off_once_for_each_answer(cast, client_as) -> None:
    contribution, code = said_by_nobody(cast)
    answered(contribution, cast, kind="deferred", defer_until=make.days(90))
    for _look in range(2):
        client_as("public").get(f"/harbour/follow/{code}/")
    assert (fresh(contribution).state, Telling.objects.count()) == ("deferred", 1)
    answered(fresh(contribution), cast)
    client_as("public").get(f"/harbour/follow/{code}/")
    assert (fresh(contribution).state, Telling.objects.count()) == ("told", 2)


def test_what_was_written_down_for_a_group_waits_until_somebody_tells_them(cast) -> None:
    actor = for_them(cast)
    contribution, code = services.say(
        kind="idea",
        words="Open on Sundays.",
        unit=cast.units["team"],
        group_name="Tuesday group",
        via="written_down",
        by=type(actor)(**{**actor.__dict__, "on_behalf_of": None}),
    )
    assert code
    answered(contribution, cast)
    assert fresh(contribution).state == "answered"
    services.tell(contribution=contribution, channel="group", on=make.days(0), by=cast.actor("manager"))
    assert fresh(contribution).state == "told"


def test_somebody_rings_and_says_so(cast) -> None:
    with time_machine.travel(make.days(-3), tick=False):
        contribution = said(cast)
        answered(contribution, cast)
    telling = services.tell(contribution=contribution, channel="phone", on=make.days(-1), by=cast.actor("staff"))
    assert (telling.told_on, telling.recorded_by) == (make.days(-1), cast.users["staff"])
    with pytest.raises(Refused, match="no new answer"):
        services.tell(contribution=contribution, channel="phone", by=cast.actor("staff"))


@pytest.mark.parametrize("days", [-1, 1])
def test_a_telling_has_a_possible_day(cast, days) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    with pytest.raises(Refused) as refused:
        services.tell(contribution=contribution, channel="phone", on=make.days(days), by=cast.actor("staff"))
    assert refused.value.field == "on"


def test_the_author_says_that_they_have_read_it(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    with pytest.raises(Refused):
        services.tell(contribution=contribution, channel="phone", by=cast.actor("cora"))
    services.tell(contribution=contribution, channel="on_page", by=cast.actor("cora"))
    assert fresh(contribution).state == "told"


def test_they_are_told_that_it_is_put_off_and_it_stays_owed(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast, kind="deferred", defer_until=make.days(90))
    assert "later" in Message.objects.get().body
    services.tell(contribution=contribution, channel="phone", by=cast.actor("staff"))
    found = fresh(contribution)
    assert (found.state, found.told_on, found.due_on) == ("deferred", None, contribution.answer_by)


def test_an_unsent_message_about_an_earlier_answer_is_dropped(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast, kind="deferred", defer_until=make.days(90))
    answered(contribution, cast)
    states = list(Message.objects.order_by("id").values_list("state", flat=True))
    assert states == ["dropped", "queued"]


def test_an_edited_version_stands_beside_the_words(cast) -> None:
    contribution = said(cast)
    found = services.write_rendering(contribution=contribution, rendering="No car needed?", by=cast.actor("staff"))
    assert (found.words, found.rendering) == (contribution.words, "No car needed?")
    assert names()[-1] == "rendering_written"


def test_the_first_answer_is_the_one_that_is_timed(cast) -> None:
    with time_machine.travel(make.days(-10), tick=False):
        contribution = told(cast)
        services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
    answered(contribution, cast)
    found = fresh(contribution)
    assert found.answered_on == make.days(-10)
    assert found.due_on == contribution.answer_by
    assert found.answer_by - found.received_on >= timedelta(weeks=6)
