"""Who and when, as tables."""

from __future__ import annotations

import pytest
from django.utils import timezone

from alongside.core.actor import Medium
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.involvement import rules
from alongside.involvement.models import Arrangement
from tests import make
from tests.house.access import ROLES
from tests.make import days


def said(check, *args, **kwargs) -> str:
    """Why not; empty when it may be done."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return refused.reason
    return ""


WHO = [
    ("ask", {"staff", "manager", "coordinator"}),
    ("answer", {"coordinator"}),
    ("write", {"coordinator"}),
    ("open", {"coordinator"}),
    ("close", {"coordinator"}),
    ("offer", {"coordinator"}),
    ("set", {"coordinator"}),
]


@pytest.mark.parametrize(("what", "who"), WHO)
def test_who(cast, what, who) -> None:
    decision = make.decision(cast)
    asked, accepted = make.request(cast, decision), make.request(cast, decision, state="accepted")
    draft = make.opportunity(cast, request=accepted, state="draft")
    open_ = make.opportunity(cast, request=accepted)
    closed = make.opportunity(cast, request=accepted, state="closed")
    checks = {
        "ask": lambda actor: rules.check_can_ask(actor, decision),
        "answer": lambda actor: rules.check_can_answer(actor, asked),
        "write": lambda actor: rules.check_can_write(actor, accepted),
        "open": lambda actor: rules.check_can_open(actor, draft, days(0)),
        "close": lambda actor: rules.check_can_close(actor, open_),
        "offer": lambda actor: rules.check_can_offer(
            actor, closed, cast.people["cora"], held=0, interested=True, because="Your turn."
        ),
        "set": lambda actor: rules.check_can_set_meeting(actor, closed),
    }
    assert {role for role in ROLES if rules.allows(checks[what], cast.actor(role))} == who


def test_staff_ask_only_about_their_own_units(cast) -> None:
    elsewhere = make.decision(cast, unit=cast.units["other_team"])
    assert not rules.allows(rules.check_can_ask, cast.actor("staff"), elsewhere)
    assert rules.allows(rules.check_can_ask, cast.actor("coordinator"), elsewhere)


OPENING = [
    ({}, ""),
    ({"can_change": "", "hear_back": ""}, ""),  # with a clearance: candour/standards/face.py
    ({"decider": ""}, "who decides"),
    ({"pay": ""}, "what is paid"),
    ({"closes_on": None}, "the last day"),
    ({"closes_on": days(-1)}, "is over"),
    ({"closes_on": days(31)}, "before people have answered"),
    ({"closes_on": days(30)}, ""),
    ({"seats": 1, "lone_seat_reason": "The bank signs with one."}, ""),
    ({"state": "open"}, "open already"),
    ({"state": "done"}, "cannot be opened"),
    ({"state": "cancelled"}, "cannot be opened"),
]


@pytest.mark.parametrize(("values", "why"), OPENING)
def test_what_must_be_said_before_it_opens(cast, values, why) -> None:
    opportunity = make.opportunity(cast, state="draft")
    for name, value in values.items():
        setattr(opportunity, name, value)
    found = said(rules.check_can_open, cast.actor("coordinator"), opportunity, days(0))
    assert (why in found) if why else found == ""


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"state": "decided", "decided_on": days(-1), "taken": "without"}, "would change nothing"),
        ({"state": "dropped"}, "would change nothing"),
        ({"audience": "staff"}, "Only staff may see"),
        ({"audience": "public"}, ""),
    ],
)
def test_nothing_opens_about_what_is_settled_or_hidden(cast, values, why) -> None:
    opportunity = make.opportunity(cast, make.decision(cast, **values), state="draft")
    found = said(rules.check_can_open, cast.actor("coordinator"), opportunity, days(0))
    assert (why in found) if why else found == ""


@pytest.mark.parametrize(
    ("seats", "reason", "fine"), [(2, "", True), (1, "", False), (1, "Why.", True), (0, "Why.", False)]
)
def test_never_one_alone_without_a_reason(seats, reason, fine) -> None:
    assert rules.allows(rules.check_seats, seats, reason) is fine


@pytest.mark.parametrize(
    ("state", "opportunity", "fine"),
    [
        ("active", {}, True),
        ("paused", {}, False),
        ("enquired", {}, False),
        ("left", {}, False),
        ("active", {"state": "closed"}, False),
        ("active", {"closes_on": days(-1)}, False),
        ("active", {"closes_on": days(0)}, True),
    ],
)
def test_who_can_say_that_they_are_interested(cast, state, opportunity, fine) -> None:
    person = cast.people["cora"]
    person.state = state
    made = make.opportunity(cast, **opportunity)
    assert rules.allows(rules.check_can_say_interest, cast.actor("cora"), made, person, timezone.now()) is fine


@pytest.mark.parametrize(
    ("state", "own", "theirs"),
    [
        ("paused", "You are taking a break", "They are taking a break"),
        ("enquired", "once we have met you", "They are not active yet"),
        ("welcomed", "once we have met you", "They are not active yet"),
    ],
)
def test_why_not_yet_is_said_to_the_one_who_reads_it(cast, state, own, theirs) -> None:
    person, made = cast.people["cora"], make.opportunity(cast)
    person.state = state
    told = cast.actor("coordinator").for_person(person.pk, Medium.PHONE)
    for actor, words in ((cast.actor("cora"), own), (told, theirs)):
        with pytest.raises(Refused, match=words):
            rules.check_can_say_interest(actor, made, person, timezone.now())


@pytest.mark.parametrize(
    ("opportunity", "theirs"),
    [
        ({"closes_on": days(-1)}, f"The last day to answer was {long_day(days(-1))}, so it is too late"),
        ({"closes_on": days(-1), "state": "closed"}, "The last day to answer was"),
        ({"closes_on": days(9), "state": "cancelled"}, "This is closed, so it is too late"),
    ],
)
def test_why_it_is_too_late_is_said_to_the_one_who_reads_it(cast, opportunity, theirs) -> None:
    person, made = cast.people["cora"], make.opportunity(cast, **opportunity)
    told = cast.actor("coordinator").for_person(person.pk, Medium.LETTER)
    for actor, words in ((cast.actor("cora"), "Look at what else is open"), (told, theirs)):
        with pytest.raises(Refused, match=words):
            rules.check_can_say_interest(actor, made, person, timezone.now())


def test_nobody_speaks_for_somebody_else_unless_they_were_told(cast) -> None:
    cora, dev, org = cast.people["cora"].pk, cast.people["dev"].pk, cast.org.pk
    assert rules.speaks_for(cast.actor("cora"), cora, org)
    assert not rules.speaks_for(cast.actor("cora"), dev, org)
    assert not rules.speaks_for(cast.actor("coordinator"), cora, org)
    assert rules.speaks_for(cast.actor("coordinator").for_person(cora, Medium.PHONE), cora, org)
    assert not rules.speaks_for(cast.actor("coordinator").for_person(cora, Medium.PHONE), dev, org)
    assert not rules.speaks_for(cast.actor("stranger").for_person(cora, Medium.PHONE), cora, org)
    assert not rules.speaks_for(cast.actor("staff").for_person(cora, Medium.PHONE), cora, org)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, ""),
        ({"held": 2}, "Every seat"),
        ({"interested": False}, "have not said"),
        ({"because": ""}, "Write down why"),
    ],
)
def test_offering(cast, values, why) -> None:
    opportunity, person = make.opportunity(cast, state="closed"), cast.people["cora"]
    given = {"held": 1, "interested": True, "because": "Your turn.", **values}
    found = said(rules.check_can_offer, cast.actor("coordinator"), opportunity, person, **given)
    assert (why in found) if why else found == ""


def test_places_are_not_offered_before_it_closed(cast) -> None:
    found = said(
        rules.check_can_offer,
        cast.actor("coordinator"),
        make.opportunity(cast),
        cast.people["cora"],
        held=0,
        interested=True,
        because="Quick.",
    )
    assert "answering first" in found


@pytest.mark.parametrize(
    ("roles", "counts"),
    [({"design": 1, "deliver": 2}, False), ({"design": 3}, True), ({"assess": 6, "design": 1}, True), ({}, False)],
)
def test_which_roles_count(roles, counts) -> None:
    assert rules.counts_towards(roles) is counts


MOVES = [  # who says it, what it was, whether it is the person's word, what they say, allowed?
    ("coordinator", "to_do", False, "arranged", True),
    ("coordinator", "to_do", False, "met", True),
    ("coordinator", "met", False, "not_met", True),
    ("coordinator", "met", True, "not_met", False),
    ("coordinator", "met", False, "met", False),
    ("cora", "met", False, "not_met", True),
    ("cora", "met", False, "met", True),
    ("cora", "met", True, "not_met", True),
    ("cora", "to_do", False, "arranged", False),
    ("dev", "to_do", False, "met", False),
    ("staff", "to_do", False, "met", False),
    ("manager", "to_do", False, "met", True),  # asked to arrange it
]


@pytest.mark.parametrize(("who", "state", "own", "to", "fine"), MOVES)
def test_the_persons_word_stands(cast, who, state, own, to, fine) -> None:
    meeting = make.meeting(cast, make.opportunity(cast), days(-1))
    arrangement = Arrangement(
        meeting=meeting,
        person=cast.people["cora"],
        owner=cast.users["manager"],
        state=state,
        said_by_person=own,
        due_on=days(-3),
    )
    found = rules.allows(rules.check_can_move_arrangement, cast.actor(who), arrangement, to, meeting.ends_at)
    assert found is fine


def test_nothing_was_met_before_the_session(cast) -> None:
    meeting = make.meeting(cast, make.opportunity(cast), days(3))
    arrangement = Arrangement(meeting=meeting, person=cast.people["cora"], state="arranged", due_on=days(1))
    before = meeting.starts_at.replace(hour=0)
    assert not rules.allows(rules.check_can_move_arrangement, cast.actor("cora"), arrangement, "met", before)
