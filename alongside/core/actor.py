"""Who is acting. Built once per request (or command) in `config`; rules ask it and never the database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    USER = "user"
    PUBLIC = "public"  # somebody without an account, on a public page
    CODE_HOLDER = "code"  # somebody who follows their words with a code
    SYSTEM = "system"  # a command or a scheduled task


class Medium(StrEnum):
    """From what somebody else's words or wishes were taken down."""

    PAPER = "paper"
    PHONE = "phone"
    IN_PERSON = "in_person"
    EMAIL = "email"
    LETTER = "letter"


@dataclass(frozen=True)
class Grant:
    """A permission, and where it holds: `unit_ids` None means in the whole organisation."""

    permission: str
    unit_ids: frozenset[int] | None = None


@dataclass(frozen=True)
class Actor:
    """Opaque numbers only: an actor can be logged, pickled and compared, and names nobody."""

    kind: Kind
    organisation_id: int | None = None
    user_id: int | None = None
    person_id: int | None = None
    roles: frozenset[str] = frozenset()
    grants: frozenset[Grant] = field(default_factory=frozenset)
    on_behalf_of: int | None = None  # the person whose wish this is, when somebody else records it
    medium: Medium | None = None

    @property
    def is_member(self) -> bool:
        """Somebody this organisation knows: staff, or a contributor on its register."""
        return self.kind == Kind.USER and bool(self.roles)

    def can(self, permission: str, unit_id: int | None = None) -> bool:
        """May this actor do it, in this unit (or anywhere, when no unit is named)?"""
        return any(
            g.permission == permission and (unit_id is None or g.unit_ids is None or unit_id in g.unit_ids)
            for g in self.grants
        )

    def units_for(self, permission: str) -> frozenset[int] | None:
        """The units in which the permission holds; None means all of them, an empty set none."""
        units: set[int] = set()
        for grant in self.grants:
            if grant.permission == permission:
                if grant.unit_ids is None:
                    return None
                units |= grant.unit_ids
        return frozenset(units)

    def for_person(self, person_id: int, medium: Medium) -> Actor:
        """The same actor, writing down what somebody else said or wants."""
        return replace(self, on_behalf_of=person_id, medium=medium)


def system(organisation_id: int | None = None) -> Actor:
    return Actor(kind=Kind.SYSTEM, organisation_id=organisation_id)
