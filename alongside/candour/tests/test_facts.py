"""What the record says becomes the facts that standards are read from: each from rows, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alongside.candour.queries.facts import facts_of
from alongside.candour.standards import Count, Facts, Few, Limits, People, Ref
from alongside.decisions.models import Decision, Forum, Seat
from alongside.decisions.queries.signs import Chosen
from alongside.involvement.models import AgendaItem, Arrangement, Opportunity, Paper, PlaceRole
from alongside.voice.models import Challenge
from alongside.voice.tests.factories import answered, said
from tests import make
from tests.cast import Cast
from tests.make import days

pytestmark = pytest.mark.django_db
LONG_AGO = {
    "opened_on": days(-400),
    "due_on": days(-210),
    "state": "decided",
    "decided_on": days(-210),
    "taken": "without",
}


def of(cast: Cast, decision: Decision | None = None, **limits: int) -> Facts:
    """Of one decision, or of everything of these years."""
    chosen = Chosen(cast.org.pk, days(0), days(-800), days(400), decision=decision.pk if decision else None)
    return facts_of(chosen, Limits(**limits))


def asked(cast: Cast, when: date, **decision: Any) -> Opportunity:
    return make.opportunity(cast, make.decision(cast, **decision), opened_on=when, state="done")


def test_nothing_is_known_of_nothing(cast) -> None:
    facts = of(cast)
    assert facts.asked == Count(0, 0, 0) and facts.answers == Count(0, 0, 0)
    assert facts.few is None and facts.bids is None and facts.payments is None


@pytest.mark.parametrize(
    ("asked_on", "found"),
    [(-230, 0), (-211, 0), (-210, 1), (-100, 1)],
    ids=["before", "the day before", "that day", "after"],
)
def test_asked_before_it_was_decided_or_not(cast, asked_on: int, found: int) -> None:
    opportunity = asked(cast, days(asked_on), **LONG_AGO)
    refs = (Ref("decision", opportunity.decision.code),) if found else ()
    assert of(cast).asked == of(cast, opportunity.decision).asked == Count(1, found, refs=refs)


def test_a_place_that_was_offered_is_asking_too(cast) -> None:
    opportunity = make.opportunity(cast, opened_on=None, state="draft")
    make.place(cast, "cora", opportunity, offered_on=days(-3))
    assert of(cast).asked == Count(1, 0)


@pytest.mark.parametrize("blank", ["fixed_part", "decider", "can_change"])
def test_a_part_of_the_scope_that_is_missing(cast, blank: str) -> None:
    opportunity = make.opportunity(cast, cleared_reason="So it is.")
    assert (of(cast).scope or Count()).found == 0
    if blank == "fixed_part":
        Decision.objects.update(fixed_part="")
        type(opportunity.request).objects.update(fixed_part="")
    else:
        Opportunity.objects.update(**{blank: ""})
    assert (of(cast).scope or Count()).found == 1


def test_what_has_only_begun_is_counted_as_young(cast) -> None:
    young, old = asked(cast, days(-20)), asked(cast, days(-120))
    for opportunity in (young, old):
        meeting = make.meeting(cast, opportunity, held_on=days(-10))
        AgendaItem.objects.create(meeting=meeting, position=1, title="Rota", raised_by_person=cast.people["cora"])
        AgendaItem.objects.create(meeting=meeting, position=2, title="Money", raised_by_user=cast.users["staff"])
        AgendaItem.objects.create(meeting=meeting, position=3, title="Nobody wrote who raised this")
        make.attended(meeting, make.place(cast, "cora", opportunity))
        Paper.objects.create(meeting=meeting, title="The plan", sent_on=days(-12), same_for_everyone=False)
    facts = of(cast)
    assert (facts.agenda, facts.came) == (Count(2, 1, young=1), Count(1, 1, young=1))
    session = (Ref("session", old.meetings.get().code),)
    assert facts.papers == facts.same_papers == Count(1, 1, 1, session)
    assert of(cast, early_days=10).agenda == Count(4, 2)


def test_what_was_needed_and_what_they_say_themselves(cast) -> None:
    meeting = make.meeting(cast, asked(cast, days(-20)), held_on=days(-10))
    for state, own in (("met", False), ("not_met", False), ("not_met", True), ("to_do", False)):
        Arrangement.objects.create(
            meeting=meeting,
            person=cast.people["cora"],
            what="A taxi",
            state=state,
            said_by_person=own,
            due_on=days(-10),
        )
    facts = of(cast)
    assert facts.arranged is not None and (facts.arranged.all, facts.arranged.found) == (3, 2)
    assert facts.accounts.not_met == Count(1, 1, refs=(Ref("session", meeting.code),))


def test_what_was_needed_counts_by_the_day_of_the_session_as_in_the_figures(cast) -> None:
    """Whatever the day of the decision that it was for; of one decision, all its sessions."""
    at = asked(cast, days(-20))
    for on, state in ((-10, "not_met"), (-40, "not_met"), (-12, "met")):
        meeting = make.meeting(cast, at, held_on=days(on))
        Arrangement.objects.create(
            meeting=meeting, person=cast.people["cora"], what="A taxi", state=state, due_on=days(on)
        )
    chosen = Chosen(cast.org.pk, days(0), days(-15), days(-1))
    arranged = facts_of(chosen, Limits()).arranged or Count()
    assert (arranged.all, arranged.found) == (2, 1)
    one = of(cast, at.decision).arranged or Count()
    assert (one.all, one.found) == (3, 2)


def test_seats_and_votes_of_the_body_that_decides(cast) -> None:
    forum = Forum.objects.create(organisation=cast.org, name="Board", kind="board", unit=cast.units["team"])
    for lived, votes in ((True, True), (False, True), (False, True), (False, False)):
        Seat.objects.create(
            organisation=cast.org,
            forum=forum,
            capacity="member",
            lived_experience=lived,
            voting=votes,
            filled_by="election",
            since=days(-100),
        )
    decision = make.decision(cast, forum=forum)
    for facts in (of(cast), of(cast, decision)):
        assert (facts.lone, facts.votes) == (
            Count(1, 1, refs=(Ref("body", forum.code),)),
            Count(1, 1, refs=(Ref("body", forum.code),)),
        )


def test_said_answered_told_and_disputed(cast) -> None:
    decision = make.decision(cast)
    waits, fine, doubted = (said(cast, decision=decision) for _ in range(3))
    type(waits).objects.filter(pk=waits.pk).update(
        said_on=days(-90), received_on=days(-90), acknowledge_by=days(-80), answer_by=days(-40), due_on=days(-40)
    )
    answered(fine, cast)
    answer = answered(doubted, cast)
    Challenge.objects.create(
        contribution=doubted, answer=answer, kind="not_true", salt="0" * 32, made_on=days(0), person=cast.people["cora"]
    )
    type(doubted).objects.filter(pk=doubted.pk).update(state="challenged", disputed=True)
    for facts in (of(cast), of(cast, decision)):
        assert facts.answers == Count(3, 1, refs=(Ref("voice", waits.code),))
        assert facts.taken_up == 2
        assert facts.told == Count(1, 0, young=1)
        assert facts.accounts.not_answered == Count(1, 1, refs=(Ref("voice", doubted.code),))
        assert facts.accounts.not_said == Count()


def test_what_is_before_the_safeguarding_lead_is_in_no_fact(cast) -> None:
    secret = said(cast, decision=make.decision(cast))
    type(secret).everything.filter(pk=secret.pk).update(restricted=True)
    facts = of(cast)
    assert facts.answers == Count(0, 0) and facts.taken_up == 0


@pytest.mark.parametrize(
    ("trigger", "asked_on", "notice", "counted"),
    [
        ("planned", -230, 20, Count(0, 0)),
        ("funding_bid", -230, 20, Count(1, 0)),
        ("funding_bid", -230, 14, Count(1, 1)),
        ("funding_bid", None, 20, Count(1, 1)),
    ],
)
def test_bids(cast, trigger: str, asked_on: int | None, notice: int, counted: Count) -> None:
    decision = make.decision(cast, **{**LONG_AGO, "trigger": trigger})
    request = make.request(cast, decision, notice_days=notice)
    if asked_on is not None:
        make.opportunity(cast, request=request, opened_on=days(asked_on), state="done")
    found = of(cast).bids or Count()
    assert (found.all, found.found) == (counted.all, counted.found)


def test_a_bid_that_nobody_was_asked_about_yet_is_young(cast) -> None:
    make.decision(cast, trigger="funding_bid")
    assert of(cast).bids == Count(0, 0, young=1)


def test_planning_and_doing(cast) -> None:
    opportunity = asked(cast, days(-300), **LONG_AGO)
    for who in ("cora", "dev"):
        place = make.place(cast, who, opportunity)
        place.roles.all().delete()
        PlaceRole.objects.create(place=place, stage="design", role=4)
    assert (of(cast).stayed or Count()).found == 1
    PlaceRole.objects.create(place=place, stage="deliver", role=3)
    assert (of(cast).stayed or Count()).found == 0
    assert of(cast, stayed_percent=60).stayed == Count(1, 1, refs=(Ref("decision", opportunity.decision.code),))


def test_hours_without_names_and_without_how_many(cast) -> None:
    opportunity = asked(cast, days(-50))
    meeting = make.meeting(cast, opportunity, held_on=days(-20))
    for who in ("cora", "dev", "noor"):
        make.attended(meeting, make.place(cast, who, opportunity))
    few = of(cast).few
    assert few == Few(people=People(0, 10), hours=12, of_three=12, first_timers=People(0, 10))


def test_the_neighbour_is_in_no_fact(cast) -> None:
    asked(cast, days(-20), organisation=cast.other, unit=cast.units["elsewhere"], kind=cast.kinds["elsewhere"])
    Opportunity.objects.update(organisation=cast.other)
    assert of(cast).asked == Count(0, 0, 0)
