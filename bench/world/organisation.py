"""One organisation with its tree of units, its kinds of decision, and everybody who works there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from alongside.accounts.models import User
from alongside.organisation.models import Kind, Membership, Organisation, ReservedKind, Settings, Unit

from .. import words
from ..bulk import Numbers
from ..sizes import Size

LEVELS = (("board", 1), ("leadership", 3), ("service", 9), ("team", 24), ("one_to_one", 3))
KINDS = (
    *("Recruitment", "Board business", "Job-role design", "Policy", "Budget", "Procurement", "Service design"),
    *("Commissioning", "Training", "Complaints", "Quality audit", "Research", "Partnership"),
)
RESERVED = ("Recruitment", "Policy", "Service design")
LONG_AGO = timedelta(days=4000)


@dataclass
class World:
    """What the rooms above need to know of what was made below them."""

    org: Organisation
    size: Size
    today: date
    random: Random
    numbers: Numbers
    units: list[Unit] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    reserved: set[int] = field(default_factory=set)
    staff: list[User] = field(default_factory=list)
    cast: dict[str, User] = field(default_factory=dict)
    people: list[int] = field(default_factory=list)
    meetings: list[int] = field(default_factory=list)

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)


def organisation(slug: str, size: Size, today: date, numbers: Numbers) -> World:
    org = Organisation.objects.create(slug=slug, name=slug.replace("-", " ").title(), help_now="Ring 0113 496 0999.")
    world = World(org, size, today, Random(slug), numbers)
    Settings.objects.create(organisation=org, effective_on=today - LONG_AGO)
    world.units = list(_units(world))
    for name in KINDS:
        world.kinds.append(Kind.objects.create(organisation=org, slug=name.lower().replace(" ", "-"), name=name))
    for kind in world.kinds:
        if kind.name in RESERVED:
            world.reserved.add(kind.pk)
            ReservedKind.objects.create(kind=kind, from_day=today - LONG_AGO, why="People live with it.")
    _staff(world)
    return world


def _units(world: World) -> list[Unit]:
    """A tree of five levels, each unit under one of the level above."""
    made: list[Unit] = []
    above: list[Unit] = []
    for level, number in LEVELS:
        here = []
        for n in range(number):
            parent = above[n % len(above)] if above else None
            unit = Unit(organisation=world.org, name=f"{level.title()} {n + 1}", level=level, parent=parent)
            unit.path = f"{parent.path if parent else '/'}{unit.code}/"
            unit.save()
            here.append(unit)
        made += here
        above = here
    return made


def _staff(world: World) -> None:
    slug, units = world.org.slug, world.units
    service = next(unit for unit in units if unit.level == "service")
    roles = (("coordinator", None), ("manager", service), ("board", None), ("administrator", None))
    for role, unit in roles:
        world.cast[role] = _user(world, f"{role}@{slug}.example.org", role.title())
        _member(world, world.cast[role], role, unit)
    for n in range(world.size.staff):
        user = _user(world, f"staff{n}@{slug}.example.org", words.title(world.random))
        _member(world, user, "manager" if n % 5 == 0 else "staff", units[n % len(units)])
        world.staff.append(user)


def _user(world: World, email: str, job: str) -> User:
    return User.objects.create_user(email, name=words.name(world.random), job=job)


def _member(world: World, user: User, role: str, unit: Unit | None) -> None:
    Membership.objects.create(organisation=world.org, user=user, role=role, unit=unit, since=world.ago(3000))
