"""Words are kept as said; a debt begins; nobody can tell who spoke without a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.audit.models import Event
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Contribution
from alongside.voice.shapes import Uses
from tests import make

from .factories import WORDS, for_them, said, said_by_nobody


def test_words_are_kept_as_they_were_said(cast) -> None:
    words = "  <b>Two</b> spaces,\ttabs\n\nand 🫶 مرحبا بكم \u202eand a turn.  "
    assert said(cast, words=words).words == words


def test_only_what_nobody_can_see_is_taken_out(cast) -> None:
    assert said(cast, words="a\x00b\x07c\r\nd\ud800").words == "abc\nd"


@pytest.mark.parametrize("words", ["", "   ", "\n\t\u200b\u2060", "\x00"])
def test_nothing_is_not_something(cast, words) -> None:
    with pytest.raises(Refused) as refused:
        said(cast, words=words)
    assert refused.value.field == "words"
    assert not Contribution.objects.exists()


def test_too_much_is_refused_and_the_most_is_kept(cast) -> None:
    with pytest.raises(Refused, match="20,000"):
        said(cast, words="x" * 40_000)
    assert len(said(cast, words="x" * 20_000).words) == 20_000


def test_the_debt_runs_from_the_day_it_reached_us(cast) -> None:
    clock = organisations.clock_of(cast.org)
    received = make.days(-20)
    found = said(cast, said_on=make.days(-50), received_on=received, by=for_them(cast), via="written_down")
    assert found.acknowledge_by == clock.acknowledge_by(received)
    assert found.answer_by == clock.answer_by(received)
    assert found.due_on == found.acknowledge_by
    assert (found.said_on, found.received_on, found.state) == (make.days(-50), received, "received")


@pytest.mark.parametrize(("said_on", "received_on", "field"), [(1, 1, "received_on"), (0, -1, "said_on")])
def test_impossible_days_are_refused(cast, said_on, received_on, field) -> None:
    with pytest.raises(Refused) as refused:
        said(cast, said_on=make.days(said_on), received_on=make.days(received_on))
    assert refused.value.field == field


def test_without_a_name_there_is_a_code_and_nobody_to_find(cast) -> None:
    contribution, code = said_by_nobody(cast)
    assert len(code) == 16
    assert contribution.person is None
    assert contribution.recorded_by is None
    assert code not in str(list(Contribution.objects.values()))
    assert queries.contribution_by_follow(cast.org, code.upper(), "::1") == contribution
    event = Event.objects.get(name="contribution_said")
    assert (event.actor_id, event.actor_kind) == (None, "public")


def test_somebody_on_the_register_needs_no_code(cast) -> None:
    contribution, code = services.say(
        kind="idea", words=WORDS, person=cast.people["cora"], by=cast.actor("cora"), via="signed_in"
    )
    assert code is None
    assert contribution.follow_digest == ""
    assert contribution.unit == cast.units["board"]  # nobody nearer was named


def test_about_a_decision_its_unit_and_owner_owe_the_answer(cast) -> None:
    decision = make.decision(cast)
    found = said(cast, unit=None, decision=decision)
    assert (found.unit, found.owner, found.decision) == (decision.unit, cast.users["manager"], decision)
    message = Message.objects.get()
    assert message.to_user == cast.users["manager"].pk
    assert WORDS not in message.body


def test_about_a_session_its_decision_owes_the_answer(cast) -> None:
    session = make.meeting(cast, make.opportunity(cast))
    found = said(cast, unit=None, meeting=session)
    assert (found.unit, found.decision, found.meeting) == (cast.units["team"], None, session)
    assert found.owner == cast.users["manager"]


def test_written_down_for_somebody_says_so(cast) -> None:
    found = said(cast, person=cast.people["noor"], by=for_them(cast, "noor"), via="written_down")
    assert (found.person, found.medium, found.recorded_by) == (
        cast.people["noor"],
        "phone",
        cast.users["coordinator"],
    )
    event = Event.objects.get(name="contribution_said")
    assert (event.on_behalf_of, event.medium) == (cast.people["noor"].pk, "phone")


@pytest.mark.parametrize("who", ["dev", "staff", "public"])
def test_nobody_puts_words_into_the_mouth_of_another(cast, who) -> None:
    with pytest.raises(Refused):
        said(cast, by=cast.actor(who))


def test_staff_write_down_only_for_their_own_units(cast) -> None:
    actor = replace(cast.actor("staff"), medium=Medium.PAPER)
    services.say(kind="idea", words=WORDS, unit=cast.units["team"], group_name="Tuesday group", by=actor)
    with pytest.raises(Refused, match="this part"):
        services.say(kind="idea", words=WORDS, unit=cast.units["other_team"], by=actor)


def test_a_person_or_a_group_not_both(cast) -> None:
    with pytest.raises(Refused):
        said(cast, group_name="Tuesday group")


def test_nothing_of_another_organisation_can_be_named(cast) -> None:
    with pytest.raises(NotYours):
        said(cast, unit=cast.units["elsewhere"])


def test_credit_is_only_for_somebody_with_a_name(cast) -> None:
    contribution, _code = said_by_nobody(cast, uses=Uses(public=True, credit=True))
    assert (contribution.use_public, contribution.credit) == (True, False)
    assert said(cast, uses=Uses(credit=True)).credit


def test_what_is_written_to_the_log_holds_no_words(cast) -> None:
    said(cast)
    event = Event.objects.select_related("content").get(name="contribution_said")
    assert WORDS not in str(event.content.facts)
    assert len(event.content.facts["sealed"]) == 64


def test_a_bank_holiday_moves_the_clock(cast) -> None:
    """By the organisation's own closed days."""
    before = said(cast).acknowledge_by
    cast.org.closed_days.create(day=before, name="Team day")
    assert said(cast).acknowledge_by > before
    assert said(cast).answer_by - said(cast).received_on >= timedelta(weeks=6)
