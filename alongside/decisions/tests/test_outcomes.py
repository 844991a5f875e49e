"""What was decided, and how it was taken."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from alongside.audit.models import Content, Event
from alongside.core.errors import Refused
from alongside.decisions import queries, services
from alongside.decisions.models import Decision, TakenWithout
from alongside.decisions.taking import TakenWith, WithoutPeople
from alongside.organisation.models import ReservedKind, Settings
from alongside.post.models import Message
from tests import make

from .factories import decided, taken_with


def facts() -> dict:
    return Content.objects.get(event=Event.objects.order_by("-seq").first()).facts


def test_with_people(cast) -> None:
    decision = make.decision(cast)
    found = decided(cast, decision, "manager", taken=taken_with(decision, people=3))
    found.refresh_from_db()
    assert (found.state, found.taken, found.people_count, found.reserved) == ("decided", "with", 3, True)
    assert found.decided_on == make.days(-1)
    assert facts()["places"] == ["place0", "place1", "place2"]
    last = queries.history_of(found)[-1]
    assert (last.state, last.outcome, last.reason) == ("decided", "We hired two people.", "They scored highest.")


def test_without_people_where_that_is_allowed(cast) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    found = decided(cast, decision, "manager", taken=WithoutPeople("Not asked for here"))
    assert (found.taken, found.reserved, found.people_count) == ("without", False, 0)
    assert not TakenWithout.objects.exists()


def test_reserved_is_not_taken_without_people(cast) -> None:
    decision = make.decision(cast)
    with pytest.raises(Refused, match="may not be taken without") as refused:
        decided(cast, decision, "manager", taken=WithoutPeople("No time."))
    assert refused.value.field == "taken_without_reason"
    with pytest.raises(Refused, match="write why"):
        decided(cast, decision, "coordinator", taken=WithoutPeople("  "))
    assert Decision.objects.get().state == "planned"
    assert not Event.objects.exists()


def test_the_exception_is_kept_with_its_reason(cast) -> None:
    decision = make.decision(cast)
    found = decided(cast, decision, "coordinator", taken=WithoutPeople("The shift was empty."))
    assert (found.taken, found.reserved) == ("excepted", True)
    row = TakenWithout.objects.get()
    assert (row.reason, row.allowed_by, row.decision) == ("The shift was empty.", cast.users["coordinator"], found)


def test_the_coordinator_may_name_the_trustee_who_allowed_it(cast) -> None:
    decision = make.decision(cast)
    decided(cast, decision, taken=WithoutPeople("The shift was empty.", allowed_by=cast.users["board"].pk))
    assert TakenWithout.objects.get().allowed_by == cast.users["board"]


@pytest.mark.parametrize("who", ["manager", "stranger", "dev"])
def test_somebody_who_may_not_allow_it_cannot_be_named(cast, who) -> None:
    decision = make.decision(cast)
    with pytest.raises(Refused, match="may not allow"):
        decided(cast, decision, taken=WithoutPeople("Empty.", allowed_by=cast.users[who].pk))
    assert not TakenWithout.objects.exists()


def test_reserved_is_judged_by_the_day_it_was_decided(cast) -> None:
    ReservedKind.objects.create(kind=cast.kinds["policy"], from_day=make.days(-5))
    before = make.decision(cast, kind=cast.kinds["policy"])
    found = decided(cast, before, "manager", decided_on=make.days(-6))
    assert (found.taken, found.reserved) == ("without", False)
    with pytest.raises(Refused):
        decided(cast, make.decision(cast, kind=cast.kinds["policy"]), "manager", decided_on=make.days(-5))


def test_a_later_change_of_what_is_reserved_changes_nothing_that_was_decided(cast) -> None:
    found = decided(cast, make.decision(cast, kind=cast.kinds["policy"]))
    ReservedKind.objects.create(kind=cast.kinds["policy"], from_day=date(2020, 1, 1))
    found.refresh_from_db()
    assert not queries.reserved_now(found, make.days(0))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"people": 1, "places": ("a",)}, "at least 2"),
        ({"people": 2, "places": ("a", "a")}, "at least 2"),
        ({"on": make.days(0)}, "after it was decided"),
        ({"decision_id": 0}, "another decision"),
    ],
)
def test_a_pass_that_does_not_hold(cast, change, sentence) -> None:
    decision = make.decision(cast)
    whole = {"decision_id": decision.pk, "on": make.days(-3), "people": 2, "places": ("a", "b"), **change}
    with pytest.raises(Refused, match=sentence):
        decided(cast, decision, taken=TakenWith(**whole))


def test_an_organisation_may_ask_for_more_people(cast) -> None:
    Settings.objects.create(organisation=cast.org, effective_on=make.days(-10), least_people=3)
    decision = make.decision(cast)
    with pytest.raises(Refused, match="at least 3"):
        decided(cast, decision, taken=taken_with(decision, people=2))
    assert decided(cast, decision, taken=taken_with(decision, people=3)).taken == "with"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"decided_on": make.days(1)}, "decided_on"),
        ({"decided_on": make.days(-31)}, "decided_on"),
        ({"outcome": " "}, "outcome"),
        ({"reason": ""}, "reason"),
    ],
)
def test_outcomes_that_say_too_little_or_cannot_be(cast, wrong, field) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    with pytest.raises(Refused) as refused:
        decided(cast, decision, **wrong)
    assert refused.value.field == field


def test_staff_do_not_decide(cast) -> None:
    with pytest.raises(Refused, match="manager"):
        decided(cast, make.decision(cast, kind=cast.kinds["policy"]), "staff")


def test_closed_while_somebody_writes(cast) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    stale = Decision.objects.get()
    decided(cast, decision, outcome="The first")
    with pytest.raises(Refused, match="recorded what was decided while you were writing"):
        decided(cast, stale, outcome="The second")
    assert Decision.objects.get().outcome == "The first"
    with pytest.raises(Refused, match="while you were writing"):
        services.change_decision(decision=stale, seen=1, by=cast.actor("manager"), title="Too late")


def test_attendance_written_down_later(cast) -> None:
    decision = decided(cast, make.decision(cast, kind=cast.kinds["policy"]))
    services.restate_taken(decision=decision, taken=taken_with(decision), by=cast.actor("staff"))
    decision.refresh_from_db()
    assert (decision.taken, decision.people_count, decision.version) == ("with", 2, 3)
    assert facts()["before"] == "without"
    services.restate_taken(decision=decision, taken=taken_with(decision), by=cast.actor("staff"))
    assert Event.objects.filter(name="outcome_restated").count() == 1


def test_attendance_after_the_decision_does_not_count(cast) -> None:
    decision = decided(cast, make.decision(cast, kind=cast.kinds["policy"]), decided_on=make.days(-4))
    with pytest.raises(Refused, match="after it was decided"):
        services.restate_taken(decision=decision, taken=taken_with(decision), by=cast.actor("staff"))


def test_an_exception_stays_an_exception(cast) -> None:
    decision = decided(cast, make.decision(cast), taken=WithoutPeople("The shift was empty."))
    services.restate_taken(decision=decision, taken=taken_with(decision), by=cast.actor("coordinator"))
    decision.refresh_from_db()
    assert decision.taken == "excepted"
    assert TakenWithout.objects.count() == 1


def test_what_is_not_decided_cannot_be_restated(cast) -> None:
    decision = make.decision(cast)
    with pytest.raises(Refused):
        services.restate_taken(decision=decision, taken=taken_with(decision), by=cast.actor("coordinator"))


def test_drop_and_open_again(cast) -> None:
    decision = make.decision(cast)
    services.drop_decision(decision=decision, reason="No money.", seen=1, by=cast.actor("staff"))
    decision.refresh_from_db()
    assert (decision.state, decision.reason, decision.version) == ("dropped", "No money.", 2)
    services.reopen_decision(decision=decision, reason="Money came.", seen=2, by=cast.actor("staff"))
    decision.refresh_from_db()
    assert (decision.state, decision.reason) == ("planned", "")
    assert [(row.state, row.reason) for row in queries.history_of(decision)] == [
        ("dropped", "No money."),
        ("planned", "Money came."),
    ]
    assert [e.name for e in Event.objects.order_by("seq")] == ["decision_dropped", "decision_reopened"]


def test_dropping_and_opening_again_need_a_reason(cast) -> None:
    decision = make.decision(cast)
    with pytest.raises(Refused, match="Say why"):
        services.drop_decision(decision=decision, reason=" ", seen=1, by=cast.actor("staff"))
    decision = decided(cast, make.decision(cast, kind=cast.kinds["policy"]))
    with pytest.raises(Refused, match="Say why"):
        services.reopen_decision(decision=decision, reason="", seen=decision.version, by=cast.actor("manager"))


def test_an_exception_outlives_opening_again_and_a_second_one_stands_beside_it(cast) -> None:
    decision = decided(cast, make.decision(cast), taken=WithoutPeople("The shift was empty."))
    services.reopen_decision(decision=decision, reason="Wrong day.", seen=2, by=cast.actor("coordinator"))
    decision.refresh_from_db()
    assert (decision.taken, decision.decided_on, decision.reserved, decision.outcome) == ("", None, False, "")
    assert "We hired" in queries.history_of(decision)[0].outcome
    decided(cast, decision, taken=WithoutPeople("Still empty."))
    assert list(TakenWithout.objects.order_by("id").values_list("reason", flat=True)) == [
        "The shift was empty.",
        "Still empty.",
    ]


def test_who_raised_it_hears_every_step(cast) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"], raised_by=cast.people["cora"])
    decision = decided(cast, decision)
    services.reopen_decision(decision=decision, reason="Wrong day.", seen=2, by=cast.actor("manager"))
    decision.refresh_from_db()
    services.drop_decision(decision=decision, reason="No money.", seen=decision.version, by=cast.actor("manager"))
    bodies = Message.objects.filter(to_person=cast.people["cora"].pk).order_by("id").values_list("body", flat=True)
    assert [body.split(".")[0] for body in bodies] == [
        "What you raised was decided",
        "What you raised is open again",
        "What you raised is not going ahead",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "decided"},
        {"state": "decided", "decided_on": date(2026, 1, 1)},
        {"taken": "with", "people_count": 2},
        {"state": "dropped", "decided_on": make.days(0), "taken": "without"},
        {"state": "decided", "taken": "with", "decided_on": make.days(-1), "people_count": 1},
        {"state": "decided", "taken": "without", "decided_on": make.days(-31)},
    ],
)
def test_the_database_keeps_it_whole(cast, broken) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make.decision(cast, **broken)
