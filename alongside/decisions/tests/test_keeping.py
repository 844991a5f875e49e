"""Adding, raising and changing."""

from __future__ import annotations

import pytest

from alongside.audit.models import Content, Event
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries, services
from alongside.decisions.models import Decision
from alongside.post.models import Message
from tests import cast as casting
from tests import make


def add(cast, who="coordinator", **values):
    found = {"title": "Support worker", "kind": cast.kinds["recruitment"], "unit": cast.units["team"], **values}
    return services.add_decision(by=cast.actor(who), **found)


def raise_it(cast, by=None, **values):
    found = {"title": "A quiet room", "open_part": "Where we wait.", "kind": cast.kinds["policy"], **values}
    return services.raise_decision(by=by or cast.actor("cora"), **found)


def last_event() -> Event:
    return Event.objects.order_by("-seq").first()


def test_add(cast) -> None:
    decision = add(cast, due_on=make.days(20), owner=cast.users["manager"], open_part="Who we choose.")
    assert (decision.state, decision.trigger, decision.audience) == ("planned", "planned", "contributors")
    assert decision.opened_on == make.days(0)
    assert decision.recorded_by == cast.users["coordinator"]
    assert [(s.state, s.effective_on) for s in decision.statuses.all()] == [("planned", make.days(0))]
    assert (last_event().name, last_event().target) == ("decision_added", decision.code)


def test_the_event_proves_the_words_and_does_not_hold_them(cast) -> None:
    decision = add(cast, title="Very unusual title", open_part="Very unusual words")
    facts = Content.objects.get(event=last_event()).facts
    assert "unusual" not in str(facts)
    assert facts["unit"] == decision.unit.code


def test_add_in_another_unit_is_refused_and_nothing_is_kept(cast) -> None:
    with pytest.raises(Refused, match="your own unit"):
        add(cast, "staff", unit=cast.units["other_team"])
    assert not Decision.objects.exists()
    assert not Event.objects.exists()


def test_add_with_another_organisations_kind_or_unit(cast) -> None:
    with pytest.raises(Refused):
        add(cast, kind=cast.kinds["elsewhere"])
    with pytest.raises(Refused):
        add(cast, unit=cast.units["elsewhere"])


@pytest.mark.parametrize("who", ["stranger", "cora"])
def test_add_for_an_owner_who_does_not_work_here(cast, who) -> None:
    if who == "stranger":
        casting.member(cast.org, cast.users["stranger"], "concerns_contact")  # from outside
    with pytest.raises(Refused, match="does not work here"):
        add(cast, owner=cast.users[who])
    assert cast.users[who] not in queries.choosable(cast.actor("coordinator")).owners


def test_add_in_a_closed_unit_or_of_a_kind_that_is_out_of_use(cast) -> None:
    cast.units["team"].closed_on = make.days(-1)
    with pytest.raises(Refused, match="closed"):
        add(cast)
    cast.kinds["policy"].in_use = False
    with pytest.raises(Refused, match="not in use"):
        add(cast, unit=cast.units["board"], kind=cast.kinds["policy"])


def test_add_that_is_due_before_it_opens(cast) -> None:
    with pytest.raises(Refused) as refused:
        add(cast, opened_on=make.days(0), due_on=make.days(-1))
    assert refused.value.field == "due_on"


def test_raise(cast) -> None:
    decision = raise_it(cast)
    assert decision.raised_by == cast.people["cora"]
    assert (decision.trigger, decision.audience) == ("contributor_led", "staff")
    assert decision.unit == cast.units["board"]
    assert not decision.medium
    assert last_event().name == "decision_raised"


def test_the_coordinator_is_told_and_the_message_says_nothing_personal(cast) -> None:
    decision = raise_it(cast, title="Something about Cora")
    message = Message.objects.get()
    assert message.to_user == cast.users["coordinator"].pk
    assert "Cora" not in message.subject + message.body
    assert message.link == f"/harbour/decisions/{decision.code}/"


def test_raise_on_behalf(cast) -> None:
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE)
    decision = raise_it(cast, by=by)
    assert decision.raised_by == cast.people["noor"]
    assert (decision.medium, decision.recorded_by) == ("phone", cast.users["coordinator"])
    assert last_event().on_behalf_of == cast.people["noor"].pk


@pytest.mark.parametrize("who", ["staff", "board", "public", "stranger"])
def test_who_is_not_on_the_register_does_not_raise(cast, who) -> None:
    with pytest.raises(Refused):
        raise_it(cast, by=cast.actor(who))


def test_change(cast) -> None:
    decision = add(cast)
    services.change_decision(
        decision=decision, seen=1, by=cast.actor("staff"), title="Night worker", due_on=make.days(9)
    )
    decision.refresh_from_db()
    assert (decision.title, decision.due_on, decision.version) == ("Night worker", make.days(9), 2)
    assert last_event().name == "decision_changed"
    assert Content.objects.get(event=last_event()).facts["changed"] == ["due_on", "title"]


def test_change_of_nothing_leaves_no_trace(cast) -> None:
    decision = add(cast)
    services.change_decision(decision=decision, seen=1, by=cast.actor("staff"), title=decision.title)
    assert Event.objects.count() == 1
    assert Decision.objects.get().version == 1


def test_two_people_change_it_at_once(cast) -> None:
    decision = add(cast)
    services.change_decision(decision=decision, seen=1, by=cast.actor("manager"), title="First")
    with pytest.raises(Refused, match="while you were writing") as refused:
        services.change_decision(decision=decision, seen=1, by=cast.actor("staff"), title="Second")
    assert refused.value.field == "seen"
    assert Decision.objects.get().title == "First"


def test_change_to_a_unit_that_is_not_theirs(cast) -> None:
    decision = add(cast)
    with pytest.raises(Refused, match="your own unit"):
        services.change_decision(decision=decision, seen=1, by=cast.actor("staff"), unit=cast.units["other_team"])


def test_a_stranger_does_not_even_learn_that_it_exists(cast) -> None:
    decision = add(cast)
    with pytest.raises(NotYours):
        services.change_decision(decision=decision, seen=1, by=cast.actor("stranger"), title="Mine")


def test_who_raised_it_hears_when_it_gets_a_day(cast) -> None:
    decision = raise_it(cast)
    services.change_decision(decision=decision, seen=1, by=cast.actor("coordinator"), due_on=make.days(30))
    message = Message.objects.get(to_person=cast.people["cora"].pk)
    assert "will be decided by" in message.body


def test_other_changes_tell_nobody(cast) -> None:
    decision = raise_it(cast)
    services.change_decision(decision=decision, seen=1, by=cast.actor("coordinator"), decider="The board")
    assert not Message.objects.filter(to_person=cast.people["cora"].pk).exists()
