"""Reads: the clock of each nation, and the actor as a table."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from alongside.accounts.roles import ROLES
from alongside.core.actor import Kind
from alongside.core.errors import NotYours
from alongside.organisation import queries
from alongside.organisation.models import ClosedDay, Membership, Organisation, Settings
from tests import cast as casting

# Clocks. New Year 2026 is a Thursday; 2 January is a holiday in Scotland only, 17 March in Northern Ireland only.


@pytest.mark.parametrize(
    ("nation", "start", "days", "end"),
    [
        ("england", date(2025, 12, 31), 1, date(2026, 1, 2)),
        ("wales", date(2025, 12, 31), 1, date(2026, 1, 2)),
        ("scotland", date(2025, 12, 31), 1, date(2026, 1, 5)),
        ("northern_ireland", date(2025, 12, 31), 1, date(2026, 1, 2)),
        ("england", date(2026, 3, 16), 1, date(2026, 3, 17)),
        ("northern_ireland", date(2026, 3, 16), 1, date(2026, 3, 18)),
        ("england", date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday and Easter Monday
        ("scotland", date(2026, 4, 2), 1, date(2026, 4, 6)),  # Easter Monday is a working day there
        ("northern_ireland", date(2026, 7, 10), 1, date(2026, 7, 14)),  # the 12th moves to Monday
        ("scotland", date(2026, 7, 31), 1, date(2026, 8, 4)),  # first Monday in August
        ("england", date(2026, 8, 28), 1, date(2026, 9, 1)),  # last Monday in August
        ("scotland", date(2026, 11, 27), 1, date(2026, 12, 1)),  # St Andrew's Day, a Monday
        ("england", date(2026, 11, 23), 5, date(2026, 11, 30)),
    ],
)
def test_working_days_of_each_nation(nation, start, days, end) -> None:
    clock = queries.Clock("Europe/London", nation, frozenset(), Settings())
    assert clock.after_working_days(start, days) == end
    assert clock.working_days_between(start, end) == days


def test_own_closures_count_too() -> None:
    closed = frozenset({date(2026, 11, 24), date(2026, 11, 25)})
    clock = queries.Clock("Europe/London", "england", closed, Settings())
    assert clock.after_working_days(date(2026, 11, 23), 1) == date(2026, 11, 26)
    assert clock.working_days_between(date(2026, 11, 23), date(2026, 11, 26)) == 1


def test_a_closure_as_long_as_a_summer() -> None:
    closed = frozenset(date(2026, 7, 1) + timedelta(days=n) for n in range(200))
    clock = queries.Clock("Europe/London", "england", closed, Settings())
    assert clock.after_working_days(date(2026, 6, 30), 1) == date(2027, 1, 18)


def test_what_is_due_when() -> None:
    clock = queries.Clock("Europe/London", "england", frozenset(), Settings())
    assert clock.acknowledge_by(date(2026, 11, 23)) == date(2026, 11, 30)
    assert clock.answer_by(date(2026, 11, 23)) == date(2027, 1, 4)
    assert clock.answer_by(date(2026, 11, 13)) == date(2026, 12, 29)  # six weeks end on Christmas Day


def test_today_is_the_organisations_own(time_machine) -> None:
    time_machine.move_to("2026-07-01 23:30:00+00:00")
    assert queries.Clock("Europe/London", "england", frozenset(), Settings()).today() == date(2026, 7, 2)
    assert queries.Clock("UTC", "england", frozenset(), Settings()).today() == date(2026, 7, 1)


def test_the_clock_of_an_organisation(cast) -> None:
    ClosedDay.objects.create(organisation=cast.org, day=date(2026, 12, 24), name="Eve")
    Organisation.objects.filter(pk=cast.org.pk).update(nation="scotland")
    cast.org.refresh_from_db()
    clock = queries.clock_of(cast.org)
    assert (clock.zone, clock.nation) == ("Europe/London", "scotland")
    assert clock.own_closures == {date(2026, 12, 24)}
    assert clock.settings.outcome_weeks == 6


def test_settings_of_a_day(cast) -> None:
    Settings.objects.create(organisation=cast.org, effective_on=date(2026, 1, 1), outcome_weeks=4)
    Settings.objects.create(organisation=cast.org, effective_on=date(2026, 1, 1), outcome_weeks=3)
    assert queries.settings_of(cast.org.pk, date(2025, 6, 1)).outcome_weeks == 6
    assert queries.settings_of(cast.org.pk, date(2026, 6, 1)).outcome_weeks == 3  # the later of the same day
    assert queries.settings_of(cast.org.pk, date(2020, 1, 1)).outcome_weeks == 6  # before the first: the first


def test_an_organisation_without_settings_has_the_usual_ones(db) -> None:
    bare = Organisation.objects.create(slug="bare", name="Bare")
    assert queries.settings_of(bare.pk).acknowledge_days == 5


# Actors: role × permission × unit.

TEAM, OUTSIDE, INNER = "team", "other_team", "inner"


@pytest.fixture
def town(cast):
    cast.units["inner"] = casting.unit(cast.org, "Inner", "team", cast.units["team"])
    return cast


@pytest.mark.parametrize("role", [role for role in ROLES if role != "contributor"])
def test_each_role_has_its_permissions_and_no_others(town, role) -> None:
    if role not in town.users:  # somebody from outside, who is in no team
        town.users[role] = casting.user("Rhoda Penhale")
        casting.member(town.org, town.users[role], role)
    actor = town.actor(role)
    assert {grant.permission for grant in actor.grants} == ROLES[role].permissions


@pytest.mark.parametrize(
    ("role", "permission", "where", "may"),
    [
        ("manager", "decide", TEAM, True),
        ("manager", "decide", INNER, True),
        ("manager", "decide", OUTSIDE, False),
        ("manager", "decide", "services", False),
        ("manager", "decide", "elsewhere", False),
        ("staff", "answer", TEAM, True),
        ("staff", "answer", OUTSIDE, False),
        ("staff", "decide", TEAM, False),
        ("coordinator", "decide", OUTSIDE, True),
        ("coordinator", "roles", None, False),
        ("administrator", "roles", None, True),
        ("administrator", "answer", TEAM, False),
        ("board", "allow_without", OUTSIDE, True),
        ("finance", "see_register", None, False),
        ("cora", "say", None, True),
        ("cora", "see_decisions", None, False),
        ("public", "say", None, False),
    ],
)
def test_what_somebody_may_do_where(town, role, permission, where, may) -> None:
    assert town.actor(role).can(permission, town.units[where].pk if where else None) is may


def test_a_stranger_is_the_public_here(town) -> None:
    actor = queries.actor_for(town.users["stranger"], town.org.pk)
    assert (actor.kind, actor.user_id, actor.roles, actor.grants) == (Kind.PUBLIC, None, frozenset(), frozenset())
    assert not actor.is_member


def test_nobody_is_the_public(town) -> None:
    assert queries.actor_for(None, town.org.pk) == queries.actor_for(town.users["stranger"], town.org.pk)


def test_somebody_switched_off_is_the_public(town) -> None:
    town.users["manager"].is_active = False
    assert queries.actor_for(town.users["manager"], town.org.pk).kind == Kind.PUBLIC
    assert queries.actors_for(town.users["manager"]) == []


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(-5, None, True), (0, None, True), (1, None, False), (-5, 1, True), (-5, 0, False), (-5, -1, False)],
)
def test_a_role_holds_between_its_days(town, since, until, holds) -> None:
    today = timezone.localdate()
    Membership.objects.filter(user=town.users["manager"]).update(
        since=today + timedelta(days=since), until=None if until is None else today + timedelta(days=until)
    )
    assert queries.actor_for(town.users["manager"], town.org.pk).is_member is holds


def test_one_user_in_two_organisations(town) -> None:
    casting.member(town.other, town.users["manager"], "board")
    here, there = (queries.actor_for(town.users["manager"], org.pk) for org in (town.org, town.other))
    assert (here.roles, there.roles) == ({"manager"}, {"board"})
    assert here.units_for("decide") == {town.units[TEAM].pk, town.units[INNER].pk}
    assert there.units_for("decide") is None
    assert not there.can("keep_decisions")
    assert queries.actors_for(town.users["manager"]) == [here, there]


def test_two_roles_add_up(town) -> None:
    casting.member(town.org, town.users["staff"], "manager", town.units[OUTSIDE])
    actor = town.actor("staff")
    assert actor.roles == {"staff", "manager"}
    assert actor.units_for("answer") == {town.units[name].pk for name in (TEAM, INNER, OUTSIDE)}
    assert actor.units_for("decide") == {town.units[OUTSIDE].pk}


def test_actors_cost_the_same_however_many(town, django_assert_num_queries) -> None:
    user = town.users["manager"]
    for number in range(5):
        org = casting.organisation(f"more-{number}", "More")
        casting.member(org, user, "manager", casting.unit(org, "Top", "board"))
    with django_assert_num_queries(2):
        assert len(queries.actors_for(user)) == 6


# Units, kinds, people.


def test_units_in_the_order_of_the_tree(town) -> None:
    names = [unit.name for unit in queries.units_of(town.actor("coordinator"))]
    assert names[:2] == ["Board", "Services"]
    assert names.index("Inner") == names.index("Crisis line") + 1
    limited = [unit.name for unit in queries.units_of(town.actor("manager"), "decide")]
    assert limited == ["Crisis line", "Inner"]
    assert list(queries.units_of(town.actor("manager"), "roles")) == []


def test_what_is_elsewhere_is_not_there(town) -> None:
    by = town.actor("coordinator")
    with pytest.raises(NotYours):
        queries.unit_for(by, town.units["elsewhere"].code)
    with pytest.raises(NotYours):
        queries.kind_for(by, town.kinds["elsewhere"].code)
    with pytest.raises(NotYours):
        queries.membership_for(by, Membership.objects.get(user=town.users["stranger"]).code)
    with pytest.raises(NotYours):
        queries.top_unit(0)
    with pytest.raises(NotYours):
        queries.organisation_of(casting.organisations.actor_for(None, 0))
    assert queries.top_unit(town.org.pk) == town.units["board"]


def test_kinds_and_their_reservations(town, django_assert_num_queries) -> None:
    by = town.actor("coordinator")
    with django_assert_num_queries(2):
        rows = queries.kinds_with_reservations(by)
    assert [(row.kind.slug, row.in_force) for row in rows] == [
        ("budget", False),
        ("policy", False),
        ("recruitment", True),
    ]


def test_users_by_role(town) -> None:
    assert set(queries.users_with(town.org.pk, "manager", "board")) == {town.users["manager"], town.users["board"]}
    everybody = set(queries.users_with(town.org.pk))
    assert town.users["cora"] in everybody
    assert town.users["stranger"] not in everybody
    Membership.objects.filter(user=town.users["board"]).update(until=date(2026, 1, 1))
    assert town.users["board"] not in queries.users_with(town.org.pk, "board")


@pytest.mark.parametrize(("also", "works"), [("", False), ("contributor", False), ("finance", True)])
def test_whoever_reads_concerns_from_outside_does_not_work_here(town, also, works) -> None:
    user = town.users["stranger"]
    for role in filter(None, ("concerns_contact", also)):
        casting.member(town.org, user, role)
    assert queries.staff_now(town.org.pk).filter(pk=user.pk).exists() == works
    assert queries.staff_on(town.org.pk, date(2026, 1, 1)).filter(user=user).exists() == works


@pytest.mark.parametrize(
    ("also", "takes_part"), [((), True), (("concerns_contact",), True), (("finance", "concerns_contact"), False)]
)
def test_whoever_takes_part_and_reads_concerns_is_known_as_one_who_takes_part(town, also, takes_part) -> None:
    for role in also:
        casting.member(town.org, town.users["cora"], role)
    reader = town.users["stranger"]
    casting.member(town.org, reader, "concerns_contact")
    known = queries.known_here(town.org.pk, [town.users["cora"].pk, reader.pk])
    assert known[town.users["cora"].pk].takes_part is takes_part and not known[reader.pk].takes_part
