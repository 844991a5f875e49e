"""What has been made so far, found by the keys that the words use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from alongside.accounts.models import User
from alongside.core.actor import Actor, Medium
from alongside.decisions.models import Decision, Forum
from alongside.involvement.models import Arrangement, InvolvementRequest, Meeting, Opportunity, Place, Role
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Organisation, Unit
from alongside.people.models import AccessNeed, Person
from alongside.voice.models import Change, Concern, Contribution

from ..words.shapes import Contributor, Staff, Story
from .days import Days, Stage
from .plan import Plan

MEDIA = {
    "phone": Medium.PHONE,
    "paper": Medium.PAPER,
    "in_person": Medium.IN_PERSON,
    "letter": Medium.LETTER,
    "email": Medium.EMAIL,
}


ROLES = {
    "told": Role.TOLD,
    "asked": Role.ASKED,
    "involved": Role.INVOLVED,
    "advises": Role.ADVISES,
    "shares": Role.SHARES,
    "decides": Role.DECIDES,
}


@dataclass(repr=False)
class World:
    story: Story
    days: Days
    plan: Plan
    organisation: Organisation = field(init=False)  # made by the first step
    units: dict[str, Unit] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    needs: dict[str, list[AccessNeed]] = field(default_factory=dict)
    forums: dict[str, Forum] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    requests: dict[str, InvolvementRequest] = field(default_factory=dict)
    opportunities: dict[str, Opportunity] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    arrangements: dict[tuple[str, int], Arrangement] = field(default_factory=dict)
    contributions: dict[str, Contribution] = field(default_factory=dict)
    concerns: dict[str, Concern] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def step(self, offset: int, stage: Stage, key: str, do: Any) -> None:
        self.plan.add(self.days.moment(offset, stage, key), f"{self.story.organisation.slug}: {stage.name} {key}", do)

    @property
    def roles(self) -> dict[str, Role]:
        """By the words that the story uses."""
        return ROLES

    @cached_property
    def staff(self) -> dict[str, Staff]:
        return {one.key: one for one in self.story.staff}

    @cached_property
    def register(self) -> dict[str, Contributor]:
        return {one.key: one for one in self.story.contributors}

    def with_role(self, role: str) -> str:
        return next(one.key for one in self.story.staff if role in one.roles)

    def actor(self, key: str) -> Actor:
        """A member of staff. What they may do does not change after the organisation was set up."""
        if key not in self._actors:
            self._actors[key] = organisations.actor_for(self.users[key], self.organisation.pk)
        return self._actors[key]

    @property
    def coordinator(self) -> Actor:
        return self.actor(self.with_role("coordinator"))

    @property
    def administrator(self) -> Actor:
        return self.actor(self.with_role("administrator"))

    def able(self, key: str, permission: str, unit_id: int) -> Actor:
        """The one whom the words name, if they may; else the coordinator does it for them."""
        named = self.actor(key) if key in self.staff else self.coordinator
        return named if named.can(permission, unit_id) else self.coordinator

    def voice_of(self, key: str) -> Actor:
        """Somebody on the register, signed in; or the coordinator, writing down what they wish."""
        person = self.people[key]
        if person.user_id is None:
            medium = MEDIA.get(self.register[key].on_behalf, Medium.IN_PERSON)
            return self.coordinator.for_person(person.pk, medium)
        if key not in self._actors:
            actor = organisations.actor_for(person.user, self.organisation.pk)
            self._actors[key] = replace(actor, person_id=person.pk)
        return self._actors[key]
