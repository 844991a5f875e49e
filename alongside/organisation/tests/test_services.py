"""The verbs that make and describe an organisation, its settings and its closed days."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.audit import queries as audit
from alongside.core.actor import system
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries, services
from alongside.organisation.models import ClosedDay, Kind, Membership, Organisation, ReservedKind, Settings, Unit
from alongside.post.models import Message

TODAY = date(2026, 11, 23)
NEW = {
    "name": "Lantern Yard",
    "slug": "lantern-yard",
    "nation": "scotland",
    "administrator_email": "Ada@Example.ORG ",
    "administrator_name": "Ada Pryce",
}


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-23 10:00:00+00:00", tick=False)


def events(organisation: Organisation) -> list[str]:
    return [event.name for event in audit.events_for(system(organisation.pk)).order_by("seq")]


# Making one.


def test_a_new_organisation_can_be_used_at_once(db) -> None:
    made = services.make_organisation(**NEW, by=system())
    membership = Membership.objects.get(organisation=made)
    actor = queries.actor_for(membership.user, made.pk)
    assert (made.slug, made.nation) == ("lantern-yard", "scotland")
    assert membership.user.email == "ada@example.org"
    assert membership.user.name == "Ada Pryce"
    assert actor.roles == {"administrator"}
    assert queries.top_unit(made.pk).level == "board"
    assert queries.settings_of(made.pk).pk is not None
    assert queries.kinds_of(actor).count() == len(services.organisations.STARTER_KINDS) == 14
    assert {"recruitment", "job-role-design", "other"} <= set(queries.kinds_of(actor).values_list("slug", flat=True))
    assert events(made) == ["organisation_made", "role_given"]
    assert Message.objects.get(to_user=membership.user_id).organisation_number == made.pk


@pytest.mark.parametrize(
    ("change", "field"),
    [({"slug": "me"}, "slug"), ({"slug": "harbour"}, "slug"), ({"nation": "france"}, "nation")],
)
def test_what_cannot_be_an_organisation(cast, change, field) -> None:
    before = Organisation.objects.count()
    with pytest.raises(Refused) as refused:
        services.make_organisation(**{**NEW, **change}, by=system())
    assert refused.value.field == field
    assert Organisation.objects.count() == before


def test_nobody_else_makes_one(cast) -> None:
    with pytest.raises(Refused):
        services.make_organisation(**NEW, by=cast.actor("administrator"))


def test_the_first_one_once(db) -> None:
    first = services.make_first_organisation(**NEW, by=system())
    assert first.role == "administrator"
    assert first.organisation.slug == "lantern-yard"
    with pytest.raises(Refused, match="Somebody else has just made"):
        services.make_first_organisation(**{**NEW, "slug": "second-one"}, by=system())
    assert Organisation.objects.count() == 1
    assert not Message.objects.exists()  # they are signed in already


# Describing it.


def test_describing(cast) -> None:
    by = cast.actor("coordinator")
    changed = services.describe(about="We listen.", help_now="Ring 116 123.", seen=1, by=by)
    assert (changed.about, changed.help_now, changed.version) == ("We listen.", "Ring 116 123.", 2)
    content = audit.events_for(by).first().content
    assert content.facts == {"changed": ["about", "help_now"]}
    services.describe(about="We listen.", by=by)
    assert events(cast.org) == ["organisation_described"]


def test_two_who_describe_at_once(cast) -> None:
    services.describe(about="First.", seen=1, by=cast.actor("coordinator"))
    with pytest.raises(Refused) as refused:
        services.describe(about="Second.", seen=1, by=cast.actor("administrator"))
    assert refused.value.field == "seen"
    cast.org.refresh_from_db()
    assert cast.org.about == "First."


def test_describing_is_for_those_who_set_up(cast) -> None:
    for who in ("staff", "manager", "cora", "board"):
        with pytest.raises(Refused):
            services.describe(about="Mine.", by=cast.actor(who))
    with pytest.raises(TypeError):
        services.describe(slug="other", by=cast.actor("coordinator"))
    with pytest.raises(Refused):
        services.describe(nation="atlantis", by=cast.actor("coordinator"))


# Settings.


def test_settings_hold_from_a_day(cast) -> None:
    by = cast.actor("coordinator")
    later = TODAY + timedelta(days=10)
    made = services.change_settings(by=by, from_day=later, acknowledge_days=3, person_word="person")
    assert queries.settings_of(cast.org.pk).acknowledge_days == 5
    assert queries.settings_of(cast.org.pk, later) == made
    assert (made.person_word, made.outcome_weeks, made.recorded_by_id) == ("person", 6, by.user_id)
    facts = audit.events_for(by).first().content.facts
    assert facts == {
        "from": "2026-12-03",
        "changed": {"acknowledge_days": [5, 3], "person_word": ["contributor", "person"]},
    }


def test_a_change_builds_on_what_holds_that_day(cast) -> None:
    by = cast.actor("coordinator")
    services.change_settings(by=by, acknowledge_days=3)
    made = services.change_settings(by=by, outcome_weeks=4)
    assert (made.acknowledge_days, made.outcome_weeks) == (3, 4)
    assert Settings.objects.filter(organisation=cast.org).count() == 3


def test_no_change_leaves_no_trace(cast) -> None:
    services.change_settings(by=cast.actor("coordinator"), acknowledge_days=5)
    assert Settings.objects.filter(organisation=cast.org).count() == 1
    assert events(cast.org) == []


def test_settings_refused(cast) -> None:
    by = cast.actor("coordinator")
    seen = queries.settings_rows(by).first().pk
    services.change_settings(by=by, seen=seen, acknowledge_days=4)
    with pytest.raises(Refused) as stale:
        services.change_settings(by=by, seen=seen, acknowledge_days=3)
    assert stale.value.field == "seen"
    with pytest.raises(Refused) as past:
        services.change_settings(by=by, from_day=TODAY - timedelta(days=1), acknowledge_days=3)
    assert past.value.field == "from_day"
    with pytest.raises(Refused):
        services.change_settings(by=cast.actor("manager"), acknowledge_days=3)
    with pytest.raises(TypeError):
        services.change_settings(by=by, colour="red")
    assert Settings.objects.filter(organisation=cast.org).count() == 2


def test_the_database_keeps_the_floors(cast) -> None:
    for wrong in ({"least_people": 1}, {"pulse_threshold": 2}, {"year_starts_month": 13}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Settings.objects.create(organisation=cast.org, **wrong)


# Closed days.


def test_closed_days(cast) -> None:
    by = cast.actor("coordinator")
    day = date(2026, 12, 24)
    services.add_closed_day(day=day, name="Christmas Eve", by=by)
    assert queries.clock_of(cast.org).own_closures == {day}
    with pytest.raises(Refused) as twice:
        services.add_closed_day(day=day, name="Again", by=by)
    assert twice.value.field == "day"
    services.remove_closed_day(day=day, by=by)
    services.remove_closed_day(day=day, by=by)
    assert queries.clock_of(cast.org).own_closures == frozenset()
    assert events(cast.org) == ["closed_day_added", "closed_day_removed"]


def test_a_closed_day_that_is_over_stays(cast) -> None:
    by = cast.actor("coordinator")
    services.add_closed_day(day=TODAY - timedelta(days=3), name="Snow", by=by)
    with pytest.raises(Refused):
        services.remove_closed_day(day=TODAY - timedelta(days=3), by=by)
    with pytest.raises(Refused):
        services.add_closed_day(day=TODAY, name="No", by=cast.actor("staff"))
    assert ClosedDay.objects.count() == 1


def test_one_cannot_touch_another_organisation(cast) -> None:
    stranger = cast.actor("stranger")
    for verb, values in (
        (services.change_unit, {"unit": cast.units["team"], "name": "X", "level": "team", "parent": None}),
        (services.close_unit, {"unit": cast.units["team"]}),
        (services.add_unit, {"name": "X", "level": "team", "parent": cast.units["team"]}),
        (services.change_kind, {"kind": cast.kinds["policy"], "name": "X", "in_use": True}),
        (services.reserve_kind, {"kind": cast.kinds["policy"]}),
        (services.release_kind, {"kind": cast.kinds["recruitment"]}),
        (services.end_role, {"membership": Membership.objects.get(user=cast.users["staff"])}),
    ):
        with pytest.raises(NotYours):
            verb(**values, by=stranger)
    assert not Unit.objects.filter(name="X").exists()
    assert not Kind.objects.filter(name="X").exists()
    assert ReservedKind.objects.filter(until_day__isnull=False).count() == 0
