"""The organisation: what it is called, its units and kinds, who works there, what is reserved."""

from __future__ import annotations

from functools import partial

from alongside.accounts.roles import ROLES
from alongside.core.actor import Actor, system
from alongside.organisation import queries
from alongside.organisation import services as verbs

from ..words.shapes import Reserved, Staff
from .days import Stage
from .world import World

DAYS_IN_A_MONTH = 30.4


def plan(world: World) -> None:
    start = world.story.starts
    world.step(start, Stage.SET_UP, "", partial(found, world))
    for one in world.story.staff:
        world.step(start, Stage.STAFF, one.key, partial(employ, world, one))
    for kind in world.story.reserved:
        offset = -round(kind.since_months * DAYS_IN_A_MONTH)
        world.step(offset, Stage.RESERVED, kind.kind, partial(reserve, world, kind))


def found(world: World) -> None:
    words, keeper = world.story.organisation, world.staff[world.with_role("administrator")]
    world.organisation = verbs.make_organisation(
        name=words.name,
        slug=words.slug,
        nation=words.nation,
        administrator_email=keeper.email,
        administrator_name=keeper.name,
        by=system(),
        invite=False,
    )
    by = system(world.organisation.pk)
    verbs.describe(about=words.about, complain=words.complain, help_now=words.help_now, by=by)
    verbs.change_settings(person_word=words.word_singular, people_word=words.word_plural, by=by)
    _build_units(world)
    _name_kinds(world)


def _build_units(world: World) -> None:
    by = system(world.organisation.pk)
    for unit in world.story.units:
        if not unit.parent:
            top = queries.top_unit(world.organisation.pk)
            made = verbs.change_unit(unit=top, name=unit.name, level=unit.level, parent=None, by=by)
        else:
            made = verbs.add_unit(name=unit.name, level=unit.level, parent=world.units[unit.parent], by=by)
        world.units[unit.key] = made


def _name_kinds(world: World) -> None:
    by = system(world.organisation.pk)
    there = {kind.slug: kind for kind in queries.kinds_of(by)}
    for kind in world.story.kinds:
        if kind.slug not in there:
            there[kind.slug] = verbs.add_kind(name=kind.name, by=by)
        elif there[kind.slug].name != kind.name:
            there[kind.slug] = verbs.change_kind(kind=there[kind.slug], name=kind.name, in_use=True, by=by)
    world.kinds = there


def employ(world: World, one: Staff) -> None:
    by = system(world.organisation.pk)
    for role in one.roles:
        if role == "administrator":
            world.users[one.key] = verbs.change_own_name(name=one.name, job=one.job, by=_administrator(world))
            continue
        unit = None if ROLES[role].whole_organisation else world.units[one.unit]
        given = verbs.give_role(email=one.email, name=one.name, job=one.job, role=role, unit=unit, by=by, invite=False)
        world.users[one.key] = given.user


def _administrator(world: World) -> Actor:
    user = queries.users_with(world.organisation.pk, "administrator").get()
    return queries.actor_for(user, world.organisation.pk)


def reserve(world: World, kind: Reserved) -> None:
    verbs.reserve_kind(kind=world.kinds[kind.kind], why=kind.why, by=world.coordinator)
