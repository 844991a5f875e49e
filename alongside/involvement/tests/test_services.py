"""Each verb: it does its work, writes its event, and refuses to do it twice."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from alongside.accounts.models import User
from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.involvement import queries, services
from alongside.involvement.models import Interest, InvolvementRequest, PlaceRole, PlaceStatus, RequestStatus
from alongside.post.models import Message
from tests import make
from tests.make import days

from . import steps


def last_event() -> tuple[str, str, str]:
    event = Event.objects.order_by("-seq").first()
    return (event.room, event.name, event.medium)


def told(kind: str) -> set[int]:
    rows = Message.objects.filter(kind=kind)
    return {message.to_person or message.to_user for message in rows}


def refused(verb, **values) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(**values)
    return caught.value


# The front door.


def test_asking_counts_the_notice_and_tells_the_coordinator(cast) -> None:
    request = steps.asked(cast, decide_by=days(7))
    assert request.short_notice
    assert 3 <= request.notice_days <= 5
    assert request.answer_due_on > request.asked_on
    assert told("involvement_asked") == {cast.users["coordinator"].pk}
    assert last_event() == ("involvement", "involvement_asked", "")
    assert RequestStatus.objects.get().state == "asked"


def test_enough_notice_is_not_short(cast) -> None:
    assert not steps.asked(cast, decide_by=days(60)).short_notice


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"why": "  "}, "why"),
        ({"decide_by": days(0)}, "decide_by"),
        ({"decide_by": days(-1)}, "decide_by"),
        ({"sponsor": "stranger"}, "sponsor"),
        ({"sponsor": "cora"}, "sponsor"),
    ],
)
def test_what_a_request_must_say(cast, values, field) -> None:
    if "sponsor" in values:
        values = {"sponsor": cast.users[values["sponsor"]]}
    assert refused(steps.asked, cast=cast, **values).field == field
    assert not InvolvementRequest.objects.exists()


def test_nobody_is_asked_in_to_what_is_decided(cast) -> None:
    decided = make.decision(cast, state="decided", decided_on=days(-1), taken="without")
    refused(steps.asked, cast=cast, decision=decided)


def test_accepting_tells_those_who_asked(cast) -> None:
    request = steps.accepted(cast)
    assert (request.state, request.answered_on) == ("accepted", timezone.localdate())
    assert told("request_accepted") == {cast.users["staff"].pk, cast.users["manager"].pk}
    assert last_event()[1] == "request_accepted"
    refused(services.accept, request=request, by=cast.actor("coordinator"))
    refused(services.refuse, request=request, reason="Late.", by=cast.actor("coordinator"))


def test_refusing_needs_a_reason_and_is_told(cast) -> None:
    request = steps.asked(cast)
    assert refused(services.refuse, request=request, reason=" ", by=cast.actor("coordinator")).field == "reason"
    request = services.refuse(request=request, reason="Two days is too short.", by=cast.actor("coordinator"))
    assert (request.state, request.reason) == ("refused", "Two days is too short.")
    assert "Two days is too short." in Message.objects.filter(kind="request_refused").first().body
    assert last_event()[1] == "request_refused"
    refused(services.refuse, request=request, reason="Again.", by=cast.actor("coordinator"))


def test_a_request_is_not_taken_back_while_people_are_being_asked(cast) -> None:
    opportunity = steps.opened(cast)
    refused(services.withdraw_request, request=opportunity.request, by=cast.actor("staff"))
    services.cancel(opportunity=opportunity, by=cast.actor("coordinator"))
    request = services.withdraw_request(request=opportunity.request, by=cast.actor("staff"))
    assert request.state == "withdrawn"
    assert last_event()[1] == "request_withdrawn"
    refused(services.withdraw_request, request=request, by=cast.actor("staff"))


# The opportunity.


def test_an_advert_needs_an_accepted_request(cast) -> None:
    words = {**steps.ADVERT}
    refused(services.write_opportunity, request=steps.asked(cast), words=words, by=cast.actor("coordinator"))


def test_a_lone_seat_needs_a_reason_even_in_a_draft(cast) -> None:
    assert refused(steps.written, cast=cast, seats=1).field == "lone_seat_reason"
    assert steps.written(cast, seats=1, lone_seat_reason="The bank signs with one.").seats == 1


def test_from_draft_to_done(cast) -> None:
    by = cast.actor("coordinator")
    opportunity = steps.closed(cast, "cora", "dev", "eoin")
    refused(services.mark_filled, opportunity=opportunity, by=by)
    for who in ("cora", "dev"):
        steps.taken(cast, opportunity, who)
    opportunity = services.mark_filled(opportunity=opportunity, by=by)
    assert told("not_chosen") == {cast.people["eoin"].pk}
    meeting = steps.session(cast, opportunity)
    refused(services.mark_done, opportunity=opportunity, by=by)
    steps.past(meeting)
    opportunity = services.mark_done(opportunity=opportunity, by=by)
    assert opportunity.state == "done"
    states = list(opportunity.statuses.order_by("id").values_list("state", flat=True))
    assert states == ["draft", "open", "closed", "filled", "done"]
    refused(services.cancel, opportunity=opportunity, by=by)


def test_closed_by_hand_the_last_day_is_moved(cast) -> None:
    opportunity = steps.opened(cast)
    closed = services.close_opportunity(opportunity=opportunity, by=cast.actor("coordinator"))
    assert (closed.state, closed.closes_on) == ("closed", timezone.localdate())
    refused(services.close_opportunity, opportunity=closed, by=cast.actor("coordinator"))


def test_the_daily_task_closes_what_is_over_once(cast) -> None:
    over, going_on = steps.opened(cast), steps.opened(cast)
    decided = steps.opened(cast)
    type(over).objects.filter(pk=over.pk).update(closes_on=days(-1))
    type(decided.decision).objects.filter(pk=decided.decision_id).update(state="dropped")
    assert services.close_what_is_over(timezone.localdate()) == 2
    assert services.close_what_is_over(timezone.localdate()) == 0
    for opportunity, state in ((over, "closed"), (decided, "closed"), (going_on, "open")):
        opportunity.refresh_from_db()
        assert opportunity.state == state
    over.refresh_from_db()
    assert over.closes_on == days(-1)


def test_a_change_is_told_to_whom_it_concerns(cast) -> None:
    opportunity, by = steps.opened(cast), cast.actor("coordinator")
    steps.interested(cast, opportunity, "cora", "dev")
    services.withdraw_interest(interest=Interest.objects.get(person=cast.people["dev"]), by=cast.actor("dev"))
    opportunity.refresh_from_db()
    changed = services.change_opportunity(
        opportunity=opportunity, words={"when": "Tuesday"}, seen=opportunity.version, by=by
    )
    assert told("opportunity_changed") == {cast.people["cora"].pk}
    stale = {"opportunity": changed, "words": {"when": "Friday"}, "seen": changed.version - 1, "by": by}
    assert refused(services.change_opportunity, **stale).field == "seen"
    emptied = {"opportunity": changed, "words": {"can_change": ""}, "seen": changed.version, "by": by}
    assert "must stay filled in" in refused(services.change_opportunity, **emptied).reason


def test_cancelling_tells_everybody_and_cancels_the_sessions(cast) -> None:
    steps.need(cast, "cora")
    opportunity = steps.closed(cast, "cora", "dev")
    steps.taken(cast, opportunity, "cora")
    meeting = steps.session(cast, opportunity)
    services.cancel(opportunity=opportunity, by=cast.actor("coordinator"))
    meeting.refresh_from_db()
    assert meeting.cancelled_on == timezone.localdate()
    assert meeting.arrangements.get().state == "not_needed"
    assert told("opportunity_cancelled") == {cast.people["cora"].pk, cast.people["dev"].pk}


def test_seats_follow_the_places(cast) -> None:
    by = cast.actor("coordinator")
    opportunity = steps.closed(cast, "cora", "dev", "eoin")
    for who in ("cora", "dev"):
        steps.taken(cast, opportunity, who)
    opportunity = services.mark_filled(opportunity=opportunity, by=by)
    fewer: services.Advert = {"seats": 1, "lone_seat_reason": "Why."}
    change = {"opportunity": opportunity, "seen": opportunity.version, "by": by}
    assert refused(services.change_opportunity, words=fewer, **change).field == "seats"
    assert services.change_opportunity(words={"seats": 3}, **change).state == "closed"
    steps.offered(cast, opportunity, "eoin")


# Interest.


def test_interest_is_said_once_however_often(cast) -> None:
    opportunity = steps.opened(cast)
    for note in ("First", "Second"):
        services.say_interest(opportunity=opportunity, person=cast.people["cora"], note=note, by=cast.actor("cora"))
    assert Interest.objects.get().note == "Second"
    assert last_event()[1] == "interest_said"
    gone = services.withdraw_interest(interest=Interest.objects.get(), by=cast.actor("cora"))
    assert gone.note == ""
    refused(services.withdraw_interest, interest=gone, by=cast.actor("cora"))
    steps.interested(cast, opportunity, "cora")
    assert Interest.objects.get().withdrawn_on is None


def test_written_down_for_somebody_it_says_from_what(cast) -> None:
    opportunity = steps.opened(cast)
    steps.interested(cast, opportunity, "noor")
    assert Interest.objects.get().written_down.endswith("from a phone call")
    assert last_event()[2] == "phone"


def test_nobody_is_listed_by_order_of_arrival(cast) -> None:
    opportunity = steps.opened(cast)
    steps.interested(cast, opportunity, "eoin", "dev", "cora", "noor")
    rows = queries.interested_in(cast.actor("coordinator"), opportunity)
    codes = [row.person.code for row in rows]
    assert codes == sorted(codes)


# Places.


def test_a_place_is_offered_with_its_reason_and_roles(cast) -> None:
    place = steps.offered(cast, steps.closed(cast, "cora"), "cora")
    assert dict(PlaceRole.objects.values_list("stage", "role")) == {"design": 2, "deliver": 5}
    assert told("place_offered") == {cast.people["cora"].pk}
    assert last_event()[1] == "place_offered"
    assert place.chosen_because == "You have not had a turn this year."


def test_no_more_places_than_seats(cast) -> None:
    opportunity = steps.closed(cast, "cora", "dev", "eoin")
    steps.taken(cast, opportunity, "cora")
    steps.offered(cast, opportunity, "dev")
    assert "Every seat" in refused(steps.offered, cast=cast, opportunity=opportunity, who="eoin").reason


def test_a_place_needs_a_role(cast) -> None:
    opportunity = steps.closed(cast, "cora")
    values = {
        "opportunity": opportunity,
        "person": cast.people["cora"],
        "because": "You.",
        "by": cast.actor("coordinator"),
    }
    for roles in ({}, {"design": 7}, {"dance": 3}):
        refused(services.offer_place, roles=roles, **values)


def test_turned_down_and_offered_again(cast) -> None:
    opportunity = steps.closed(cast, "cora")
    place = steps.offered(cast, opportunity, "cora")
    services.decline_place(place=place, by=cast.actor("cora"))
    assert last_event()[1] == "place_declined"
    refused(services.accept_place, place=place, by=cast.actor("cora"))
    again = steps.offered(cast, opportunity, "cora", role=4)
    assert again.pk == place.pk
    assert dict(PlaceRole.objects.values_list("stage", "role")) == {"design": 2, "deliver": 4}
    services.accept_place(place=again, by=cast.actor("cora"))
    states = list(PlaceStatus.objects.order_by("id").values_list("state", flat=True))
    assert states == ["offered", "declined", "offered", "accepted"]


def test_accepting_twice_changes_nothing(cast) -> None:
    place = steps.taken(cast, steps.closed(cast, "cora"), "cora")
    assert "already" in refused(services.accept_place, place=place, by=cast.actor("cora")).reason


def test_the_coordinator_cannot_answer_for_somebody_out_of_thin_air(cast) -> None:
    place = steps.offered(cast, steps.closed(cast, "cora"), "cora")
    for verb in (services.accept_place, services.decline_place, services.withdraw_place):
        refused(verb, place=place, by=cast.actor("coordinator"))
    assert services.accept_place(place=place, by=steps.told_by(cast, "cora")).state == "accepted"
    assert PlaceStatus.objects.order_by("-id").first().medium == "phone"


def test_given_back_at_any_moment(cast) -> None:
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora", "dev", "eoin")
    place, _other = (steps.taken(cast, opportunity, who) for who in ("cora", "dev"))
    opportunity = services.mark_filled(opportunity=opportunity, by=cast.actor("coordinator"))
    meeting = steps.session(cast, opportunity)
    services.mark_arranged(arrangement=meeting.arrangements.get(), by=cast.actor("coordinator"))
    services.withdraw_place(place=place, by=cast.actor("cora"))
    assert last_event()[1] == "place_withdrawn"
    assert meeting.arrangements.get().state == "not_needed"
    body = Message.objects.filter(kind="place_answered").order_by("-id").first().body
    assert "booked for them already" in body
    opportunity.refresh_from_db()
    assert opportunity.state == "closed"
    steps.offered(cast, opportunity, "eoin")


def test_an_unanswered_offer_goes_to_somebody_else_after_its_day(cast) -> None:
    place, by = steps.offered(cast, steps.closed(cast, "cora"), "cora"), cast.actor("coordinator")
    refused(services.take_back_offer, place=place, by=by)
    type(place).objects.filter(pk=place.pk).update(offered_on=days(-30))
    taken_back = services.take_back_offer(place=place, by=by)
    assert (taken_back.state, taken_back.withdrawn_on) == ("withdrawn", None)
    assert told("offer_taken_back") == {cast.people["cora"].pk}


# A stranger's rights end at their own door.


def test_a_coordinator_elsewhere_can_do_nothing_here(cast) -> None:
    stranger = cast.actor("stranger")
    request, opportunity = steps.asked(cast), steps.opened(cast)
    place = steps.offered(cast, steps.closed(cast, "cora"), "cora")
    meeting = make.meeting(cast, opportunity, days(5))
    words = {"title": "X", "starts_at": steps.at(days(9)), "ends_at": steps.at(days(9), 11), "place": "X"}
    for verb, values in (
        (services.accept, {"request": request}),
        (services.refuse, {"request": request, "reason": "No."}),
        (services.withdraw_request, {"request": request}),
        (services.close_opportunity, {"opportunity": opportunity}),
        (services.cancel, {"opportunity": opportunity}),
        (services.set_meeting, {"opportunity": opportunity, **words}),
        (services.cancel_meeting, {"meeting": meeting}),
        (services.add_paper, {"meeting": meeting, "title": "X", "file": None}),
        (services.record_attendance, {"meeting": meeting, "rows": []}),
        (services.accept_place, {"place": place}),
        (services.take_back_offer, {"place": place}),
    ):
        refused(verb, by=stranger, **values)
    told_by_nobody = stranger.for_person(cast.people["cora"].pk, "phone")
    refused(services.accept_place, place=place, by=told_by_nobody)


def test_money_is_exact(cast) -> None:
    request = steps.asked(cast, budget=Decimal("0.10"))
    request.refresh_from_db()
    assert request.budget == Decimal("0.10")
    assert User.objects.filter(pk=request.sponsor_id).exists()
    assert request.answer_due_on - request.asked_on >= timedelta(days=5)
