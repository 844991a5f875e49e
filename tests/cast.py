"""A named cast of invented people, a stranger included. Rows are made directly, so that a room's tests
need nothing but the tables of the rooms below it; `make.py` makes the things they work with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Membership, Organisation, ReservedKind, Settings, Unit
from alongside.people.models import Channel, Consent, Person, Purpose

LONG_AGO = date(2025, 1, 1)
STAFF = {  # role: (who, their job, the unit their role is limited to)
    "coordinator": ("Alma Reyes", "Co-production coordinator", None),
    "staff": ("Sam Okafor", "Support worker", "team"),
    "manager": ("Mo Haddad", "Team manager", "team"),
    "board": ("Bea Lindqvist", "Trustee", None),
    "finance": ("Fin Arkwright", "Finance officer", None),
    "safeguarding": ("Safiya Noor", "Safeguarding lead", None),
    "administrator": ("Ada Pryce", "Office manager", None),
}
CONTRIBUTORS = {"cora": "Cora Whitlock", "dev": "Dev Anand", "noor": "Noor", "eoin": "Eoin Ó Briain"}
WITH_ACCOUNT = {"cora", "dev", "eoin"}


@dataclass
class Cast:
    org: Organisation
    other: Organisation
    units: dict[str, Unit] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        """`who` is a role of STAFF, a key of CONTRIBUTORS, "stranger" (coordinator elsewhere) or "public"."""
        if who == "public":
            return organisations.actor_for(None, self.org.pk)
        home = self.other if who == "stranger" else self.org
        actor = organisations.actor_for(self.users[who], home.pk)
        person = self.people.get(who)
        return replace(actor, person_id=person.pk) if person else actor


def organisation(slug: str, name: str) -> Organisation:
    org = Organisation.objects.create(slug=slug, name=name, help_now="Ring 0113 496 0999, day or night.")
    Settings.objects.create(organisation=org, effective_on=LONG_AGO)
    return org


def unit(org: Organisation, name: str, level: str, parent: Unit | None = None) -> Unit:
    made = Unit(organisation=org, name=name, level=level, parent=parent)
    made.path = f"{parent.path if parent else '/'}{made.code}/"
    made.save()
    return made


def user(name: str, job: str = "") -> User:
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name=name, job=job)


def member(org: Organisation, who: User, role: str, where: Unit | None = None) -> Membership:
    return Membership.objects.create(organisation=org, user=who, called=who.name, role=role, unit=where, since=LONG_AGO)


def person(org: Organisation, name: str, who: User | None = None) -> Person:
    made = Person.objects.create(
        organisation=org, name=name, called=name.split()[0], user=who, state="active", joined_on=LONG_AGO
    )
    if who:
        member(org, who, "contributor")
        Channel.objects.create(person=made, kind="email", address=who.email, preferred=True)
        for purpose in (Purpose.CONTACT_EMAIL, Purpose.WORDS_INSIDE):
            Consent.objects.create(person=made, purpose=purpose, wording="Yes.", given_on=LONG_AGO)
    return made


def build() -> Cast:
    org, other = organisation("harbour", "Harbour House"), organisation("elsewhere", "Elsewhere")
    cast = Cast(org, other)
    board = unit(org, "Board", "board")
    services = unit(org, "Services", "service", board)
    cast.units = {
        "board": board,
        "services": services,
        "team": unit(org, "Crisis line", "team", services),
        "other_team": unit(org, "Peer support", "team", services),
        "elsewhere": unit(other, "Elsewhere board", "board"),
    }
    for slug, name in (("recruitment", "Recruitment"), ("policy", "Policy"), ("budget", "Budget")):
        cast.kinds[slug] = Kind.objects.create(organisation=org, slug=slug, name=name)
    cast.kinds["elsewhere"] = Kind.objects.create(organisation=other, slug="policy", name="Policy")
    ReservedKind.objects.create(kind=cast.kinds["recruitment"], from_day=LONG_AGO, why="People live with it.")
    for role, (name, job, where) in STAFF.items():
        cast.users[role] = user(name, job)
        member(org, cast.users[role], role, cast.units[where] if where else None)
    for key, name in CONTRIBUTORS.items():
        if key in WITH_ACCOUNT:
            cast.users[key] = user(name)
        cast.people[key] = person(org, name, cast.users.get(key))
    cast.users["stranger"] = user("Stella Strange", "Coordinator elsewhere")
    member(other, cast.users["stranger"], "coordinator")
    return cast
