"""Reading organisations, units, clocks, and what somebody may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.accounts.models import User
from alongside.accounts.roles import ROLES
from alongside.core import dates
from alongside.core.actor import Actor, Grant, Kind
from alongside.core.errors import NotYours

from .models import ClosedDay, Membership, Organisation, ReservedKind, Settings, Unit
from .models import Kind as DecisionKind


def by_slug(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def all_organisations() -> QuerySet[Organisation]:
    """Everybody on this installation, for its public first page."""
    return Organisation.objects.order_by("name")


def organisation_of(actor: Actor) -> Organisation:
    found = Organisation.objects.filter(pk=actor.organisation_id).first()
    if found is None:
        raise NotYours
    return found


def settings_of(organisation_id: int, on: date | None = None) -> Settings:
    """The settings in force on a day; before the first of them, the first."""
    rows = Settings.objects.filter(organisation=organisation_id)
    found = rows.filter(effective_on__lte=on or timezone.localdate()).order_by("-effective_on", "-id").first()
    return found or rows.order_by("effective_on", "id").first() or Settings(organisation_id=organisation_id)


def memberships_of(user_id: int, on: date | None = None) -> QuerySet[Membership]:
    """What somebody is, in every organisation, on a day."""
    day = on or timezone.localdate()
    return (
        Membership.objects.filter(user=user_id, since__lte=day)
        .filter(Q(until__isnull=True) | Q(until__gt=day))
        .select_related("unit")
        .order_by("id")
    )


def actor_for(user: User | None, organisation_id: int) -> Actor:
    """The actor that `user` is in this organisation; somebody unknown to it is the public."""
    if user is None or not user.is_active:
        return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)
    rows = list(memberships_of(user.pk).filter(organisation=organisation_id))
    if not rows:
        return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)
    return Actor(
        kind=Kind.USER,
        organisation_id=organisation_id,
        user_id=user.pk,
        roles=frozenset(row.role for row in rows),
        grants=frozenset(_grants(rows, organisation_id)),
    )


def _grants(rows: Iterable[Membership], organisation_id: int) -> Iterable[Grant]:
    below = _units_below([row.unit for row in rows if row.unit], organisation_id)
    for row in rows:
        role = ROLES[row.role]
        everywhere = role.whole_organisation or row.unit_id is None
        units = None if everywhere else below[row.unit_id or 0]
        for permission in role.permissions:
            yield Grant(permission, units)


def _units_below(tops: list[Unit], organisation_id: int) -> dict[int, frozenset[int]]:
    """For each unit, itself and every unit under it."""
    if not tops:
        return {}
    paths = list(Unit.objects.filter(organisation=organisation_id).values_list("id", "path"))
    return {top.pk: frozenset(pk for pk, path in paths if path.startswith(top.path)) for top in tops}


def units_of(actor: Actor, permission: str | None = None) -> QuerySet[Unit]:
    """The open units of the actor's organisation in tree order; with a permission, only where it holds."""
    units = Unit.objects.filter(organisation=actor.organisation_id, closed_on__isnull=True)
    allowed = actor.units_for(permission) if permission else None
    if allowed is not None:
        units = units.filter(pk__in=allowed)
    return units.order_by("path")


def unit_for(actor: Actor, code: str) -> Unit:
    found = Unit.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return found


def top_unit(organisation_id: int) -> Unit:
    """The unit that owes an answer when nobody nearer is named: the first without a parent."""
    found = Unit.objects.filter(organisation=organisation_id, parent=None).order_by("id").first()
    if found is None:
        raise NotYours
    return found


def kinds_of(actor: Actor) -> QuerySet[DecisionKind]:
    return DecisionKind.objects.filter(organisation=actor.organisation_id, in_use=True).order_by("name")


def reserved_kind_ids(organisation_id: int, on: date) -> frozenset[int]:
    """The kinds of decision that may not be taken without people on that day."""
    rows = ReservedKind.objects.filter(kind__organisation=organisation_id, from_day__lte=on)
    rows = rows.filter(Q(until_day__isnull=True) | Q(until_day__gt=on))
    return frozenset(rows.values_list("kind_id", flat=True))


def users_with(organisation_id: int, *roles: str) -> QuerySet[User]:
    """Everybody who has one of the roles today; with none named, everybody who belongs here."""
    today = timezone.localdate()
    rows = Membership.objects.filter(organisation=organisation_id, since__lte=today)
    rows = rows.filter(Q(until__isnull=True) | Q(until__gt=today))
    if roles:
        rows = rows.filter(role__in=roles)
    return User.objects.filter(pk__in=rows.values("user"), is_active=True).order_by("job", "id")


@dataclass(frozen=True)
class Clock:
    """Days as this organisation counts them. Read once, then ask it as often as needed."""

    zone: str
    nation: str
    closed_days: frozenset[date]
    settings: Settings

    def today(self) -> date:
        return timezone.now().astimezone(ZoneInfo(self.zone)).date()

    def closed(self, start: date, end: date) -> frozenset[date]:
        """Every day between the two, by year, on which nobody works: bank holidays and own closures."""
        years = range(start.year, end.year + 1)
        return dates.bank_holidays(self.nation, years) | self.closed_days

    def after_working_days(self, start: date, days: int) -> date:
        return dates.add_working_days(start, days, self.closed(start, start + timedelta(days=2 * days + 30)))

    def working_days_between(self, start: date, end: date) -> int:
        return dates.working_days_between(start, end, self.closed(start, max(start, end)))

    def acknowledge_by(self, received: date) -> date:
        return self.after_working_days(received, self.settings.acknowledge_days)

    def answer_by(self, received: date) -> date:
        """Six weeks, by default; a day nobody works moves to the next working day."""
        day = received + timedelta(weeks=self.settings.outcome_weeks)
        return self.after_working_days(day - timedelta(days=1), 1)


def clock_of(organisation: Organisation, on: date | None = None) -> Clock:
    days = ClosedDay.objects.filter(organisation=organisation).values_list("day", flat=True)
    return Clock(
        zone=organisation.time_zone,
        nation=organisation.nation,
        closed_days=frozenset(days),
        settings=settings_of(organisation.pk, on),
    )
