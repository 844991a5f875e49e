"""Who somebody is in an organisation, and who has which role there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import CONTRIBUTOR, ROLES, STAFF_ROLES
from alongside.core.actor import Actor, Grant, Kind
from alongside.core.errors import NotYours

from ..models import Membership, Organisation, Unit


def held_on(day: date) -> Q:
    """Memberships that hold on a day: the day on which one ends is the first without it."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def memberships_of(user_id: int, on: date | None = None) -> QuerySet[Membership]:
    """What somebody is, in every organisation, on a day."""
    rows = Membership.objects.filter(held_on(on or timezone.localdate()), user=user_id)
    return rows.select_related("unit", "organisation").order_by("id")


def memberships_in(actor: Actor) -> QuerySet[Membership]:
    """Every role that somebody has in the actor's organisation today, or will have."""
    rows = Membership.objects.filter(organisation=actor.organisation_id)
    rows = rows.filter(Q(until__isnull=True) | Q(until__gt=timezone.localdate()))
    return rows.select_related("user", "unit")


def substitutes_seen_by(actor: Actor) -> QuerySet[Membership]:
    """Who stands in for whom, now or soon: for me and by me; all of it for whoever sets up the organisation."""
    rows = memberships_in(actor).filter(instead_of__isnull=False).select_related("instead_of")
    if not actor.can(P.SETTINGS):
        rows = rows.filter(Q(instead_of=actor.user_id) | Q(user=actor.user_id))
    return rows.order_by("since", "id")


def substitute_for(actor: Actor, code: str) -> Membership:
    """One that the actor may end: their own absence, or anybody's for whoever sets up the organisation."""
    found = substitutes_seen_by(actor).filter(code=code).first()
    if found is None or not (actor.can(P.SETTINGS) or found.instead_of_id == actor.user_id):
        raise NotYours
    return found


@dataclass(frozen=True)
class Known:
    """Somebody who signs in, as this organisation knows them. `takes_part`: they do not work here."""

    name: str
    job: str
    takes_part: bool


def known_here(organisation_id: int, user_ids: Collection[int]) -> dict[int, Known]:
    """Those of them who have or had a role here; nobody else has a name on a page of this organisation."""
    rows = Membership.objects.filter(organisation=organisation_id, user__in=user_ids).select_related("user")
    held = list(rows.order_by("id"))
    takes_part = {row.user_id for row in held if row.role == CONTRIBUTOR}
    takes_part -= {row.user_id for row in held if row.role in STAFF_ROLES}
    return {row.user_id: Known(row.user.get_full_name(), row.user.job, row.user_id in takes_part) for row in held}


def staff_on(organisation_id: int, day: date) -> QuerySet[Membership]:
    """By what roles people work here. Nobody does by taking part, or by reading concerns from outside."""
    return Membership.objects.filter(held_on(day), organisation=organisation_id, role__in=STAFF_ROLES)


def membership_for(actor: Actor, code: str) -> Membership:
    found = memberships_in(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def actor_for(user: User | None, organisation_id: int) -> Actor:
    """The actor that `user` is in this organisation; somebody unknown to it is the public."""
    if user is None or not user.is_active:
        return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)
    mine = memberships_of(user.pk).filter(organisation=organisation_id).select_related(None).select_related("unit")
    rows = list(mine.only("role", "organisation_id", "unit__path", "unit__organisation_id"))  # on every page
    return _actor(user, organisation_id, rows, _units_below(rows))


def belongings_of(user: User | None) -> list[tuple[Organisation, Actor]]:
    """Each organisation to which the user belongs, and who they are there, in two queries however many they are."""
    if user is None or not user.is_active:
        return []
    rows = list(memberships_of(user.pk))
    below = _units_below(rows)
    return [
        (there, _actor(user, there.pk, [row for row in rows if row.organisation_id == there.pk], below))
        for there in {row.organisation_id: row.organisation for row in rows}.values()
    ]


def actors_for(user: User | None) -> list[Actor]:
    return [actor for _there, actor in belongings_of(user)]


def _actor(user: User, organisation_id: int, rows: list[Membership], below: dict[int, frozenset[int]]) -> Actor:
    if not rows:
        return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)
    return Actor(
        kind=Kind.USER,
        organisation_id=organisation_id,
        user_id=user.pk,
        roles=frozenset(row.role for row in rows),
        grants=frozenset(_grants(rows, below)),
    )


def _grants(rows: Iterable[Membership], below: dict[int, frozenset[int]]) -> Iterable[Grant]:
    for row in rows:
        role = ROLES[row.role]
        everywhere = role.whole_organisation or row.unit_id is None
        units = None if everywhere else below[row.unit_id or 0]
        for permission in role.permissions:
            yield Grant(permission, units)


def _units_below(rows: Iterable[Membership]) -> dict[int, frozenset[int]]:
    """For each unit that a role is limited to, itself and every unit under it."""
    tops = [row.unit for row in rows if row.unit]
    if not tops:
        return {}
    units = Unit.objects.filter(organisation__in={top.organisation_id for top in tops})
    paths = list(units.values_list("id", "path"))
    return {top.pk: frozenset(pk for pk, path in paths if path.startswith(top.path)) for top in tops}


def users_with(organisation_id: int, *roles: str) -> QuerySet[User]:
    """Everybody who has one of the roles today; with none named, everybody who belongs here."""
    rows = Membership.objects.filter(held_on(timezone.localdate()), organisation=organisation_id)
    if roles:
        rows = rows.filter(role__in=roles)
    return User.objects.filter(pk__in=rows.values("user"), is_active=True).order_by("job", "id")


def nearest_with(unit: Unit, *roles: str) -> User | None:
    """Who has one of the roles at a unit or nearest above it; `roles` in the order in which they are preferred."""
    rows = Membership.objects.filter(held_on(timezone.localdate()), organisation=unit.organisation_id, role__in=roles)
    rows = rows.filter(user__is_active=True).select_related("unit", "user").order_by("id")
    above = [row for row in rows if row.unit is None or unit.path.startswith(row.unit.path)]
    found = min(above, key=lambda row: (roles.index(row.role), -len(row.unit.path) if row.unit else 0), default=None)
    return found.user if found else None


def who_answers_for(unit: Unit) -> list[int]:
    """The users to tell when a unit is late: those who manage it or a unit above it, and the coordinators."""
    rows = Membership.objects.filter(held_on(timezone.localdate()), organisation=unit.organisation_id)
    managers = rows.filter(role="manager").select_related("unit")
    above = [row.user_id for row in managers if row.unit is None or unit.path.startswith(row.unit.path)]
    standing_in = rows.filter(instead_of__in=above).values_list("user", flat=True)
    coordinators = rows.filter(role="coordinator").values_list("user", flat=True)
    return sorted({*above, *standing_in, *coordinators})
