"""Rules as tables: who may, and what may never be."""

import pytest

from alongside.core.actor import Actor, system
from alongside.core.actor import Kind as ActorKind
from alongside.core.errors import NotYours, Refused
from alongside.organisation import rules
from alongside.organisation.models import Kind, Membership, ReservedKind, Unit
from tests.house.access import ROLES as EVERYBODY

GOOD = {
    "least_people": 2,
    "pulse_threshold": 5,
    "inside_threshold": 8,
    "outside_threshold": 10,
    "year_starts_month": 4,
    "acknowledge_days": 5,
    "read_days": 1,
    "contact_days": 1,
    "safeguarding_days": 1,
    "outcome_weeks": 6,
    "note_weeks": 13,
    "chase_weeks": 4,
    "manager_days": 7,
    "board_days": 21,
    "pay_days": 10,
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_set_up(cast, who) -> None:
    actor = cast.actor(who)
    assert rules.can_set_up(actor) is (who in {"coordinator", "administrator", "stranger"})


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_give_roles(cast, who) -> None:
    actor = cast.actor(who)
    assert rules.can_give_role(actor, "staff") is (who == "administrator")
    assert rules.can_give_role(actor, "contributor") is (who in {"administrator", "coordinator", "stranger"})


def test_a_stranger_finds_nothing_here(cast) -> None:
    with pytest.raises(NotYours):
        rules.check_here(cast.actor("stranger"), cast.units["team"])


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_on_a_page_makes_an_organisation(cast, who) -> None:
    assert not rules.can_make_organisation(cast.actor(who))


def test_the_system_makes_one() -> None:
    assert rules.can_make_organisation(system())


@pytest.mark.parametrize(
    ("slug", "taken", "fine"),
    [
        ("harbour-house", False, True),
        ("abc", False, True),
        ("a1-b2", False, True),
        ("ab", False, False),
        ("a" * 41, False, False),
        ("Harbour", False, False),
        ("harbour house", False, False),
        ("1harbour", False, False),
        ("harbour-", False, False),
        ("hârbour", False, False),
        ("harbour\n", False, False),
        ("", False, False),
        ("accounts", False, False),
        ("me", False, False),
        ("static", False, False),
        ("start", False, False),
        ("harbour-house", True, False),
    ],
)
def test_slugs(slug, taken, fine) -> None:
    if fine:
        rules.check_slug(slug, taken)
        return
    with pytest.raises(Refused) as refused:
        rules.check_slug(slug, taken)
    assert refused.value.field == "slug"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, None),
        ({"least_people": 1}, "least_people"),
        ({"pulse_threshold": 2}, "pulse_threshold"),
        ({"inside_threshold": 4}, "inside_threshold"),
        ({"outside_threshold": 7}, "outside_threshold"),
        ({"year_starts_month": 0}, "year_starts_month"),
        ({"year_starts_month": 13}, "year_starts_month"),
        ({"acknowledge_days": 0}, "acknowledge_days"),
        ({"read_days": 0}, "read_days"),
        ({"contact_days": 0}, "contact_days"),
        ({"safeguarding_days": 0}, "safeguarding_days"),
        ({"outcome_weeks": 0}, "outcome_weeks"),
        ({"note_weeks": 0}, "note_weeks"),
        ({"chase_weeks": 0}, "chase_weeks"),
        ({"manager_days": 22}, "board_days"),
        ({"pay_days": 0}, "pay_days"),
        ({"pulse_threshold": 8, "inside_threshold": 8, "outside_threshold": 8}, None),
    ],
)
def test_settings_that_would_mean_nothing(change, field) -> None:
    values = {**GOOD, **change}
    if field is None:
        rules.check_settings(values)
        return
    with pytest.raises(Refused) as refused:
        rules.check_settings(values)
    assert refused.value.field == field


def unit(path: str, parent: Unit | None = None, **values) -> Unit:
    return Unit(pk=abs(hash(path)), organisation_id=1, path=path, parent=parent, **values)


TOP = unit("/top/")
SERVICE = unit("/top/service/", TOP)
TEAM = unit("/top/service/team/", SERVICE)
OTHER = unit("/top/other/", TOP)
DEEP = unit("/" + "u/" * 16, OTHER)


@pytest.mark.parametrize(
    ("moved", "parent", "below", "fine"),
    [
        (None, SERVICE, 0, True),
        (None, None, 0, False),
        (TEAM, OTHER, 0, True),
        (TEAM, TOP, 0, True),
        (SERVICE, TEAM, 1, False),
        (SERVICE, SERVICE, 1, False),
        (TOP, None, 2, True),
        (TOP, TEAM, 2, False),
        (TEAM, None, 0, False),
        (None, DEEP, 0, False),
        (SERVICE, unit("/" + "u/" * 15, OTHER), 1, False),
        (TEAM, unit("/top/closed/", TOP, closed_on="2026-01-01"), 0, False),
    ],
)
def test_where_a_unit_may_stand(moved, parent, below, fine) -> None:
    if fine:
        rules.check_can_place(moved, parent, below)
        return
    with pytest.raises(Refused) as refused:
        rules.check_can_place(moved, parent, below)
    assert refused.value.field == "parent"


SETTER = system(1)


@pytest.mark.parametrize(
    ("which", "below", "fine"),
    [
        (TEAM, 0, True),
        (SERVICE, 1, False),
        (TOP, 0, False),
        (unit("/top/gone/", TOP, closed_on="2026-01-01"), 0, False),
    ],
)
def test_what_may_be_closed(which, below, fine) -> None:
    assert rules.can_close_unit(SETTER, which, below) is fine
    assert not rules.can_close_unit(Actor(kind=ActorKind.PUBLIC, organisation_id=1), which, below)
    assert not rules.can_close_unit(system(2), which, below)


@pytest.mark.parametrize(("in_use", "standing"), [(True, False), (True, True), (False, False), (False, True)])
def test_reserving_and_releasing(in_use, standing) -> None:
    kind = Kind(organisation_id=1, in_use=in_use)
    reserved = ReservedKind() if standing else None
    assert rules.can_reserve(SETTER, kind, reserved) is (in_use and not standing)
    assert rules.can_release(SETTER, kind, reserved) is standing
    assert not rules.can_reserve(system(2), kind, reserved)
    assert not rules.can_release(system(2), kind, reserved)


def test_a_reserved_kind_is_not_quietly_put_away() -> None:
    rules.check_can_put_away(Kind(), reserved=False)
    with pytest.raises(Refused):
        rules.check_can_put_away(Kind(), reserved=True)


@pytest.mark.parametrize(
    ("role", "where", "fine"),
    [
        ("staff", None, True),
        ("staff", TEAM, True),
        ("manager", TEAM, True),
        ("board", TEAM, False),
        ("coordinator", TEAM, False),
        ("staff", unit("/top/shut/", TOP, closed_on="2026-01-01"), False),
        ("emperor", None, False),
        ("", None, False),
    ],
)
def test_which_role_where(role, where, fine) -> None:
    assert rules.can_give_role(SETTER, role, where) is fine


@pytest.mark.parametrize(
    ("role", "others", "until", "fine"),
    [
        ("staff", 0, None, True),
        ("administrator", 1, None, True),
        ("administrator", 0, None, False),
        ("staff", 3, "2026-01-01", False),
    ],
)
def test_ending_a_role(role, others, until, fine) -> None:
    membership = Membership(organisation_id=1, role=role, until=until)
    assert rules.can_end_role(SETTER, membership, others) is fine
    assert not rules.can_end_role(system(2), membership, others)
