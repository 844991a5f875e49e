"""Organisations, their units, and the kinds of decision they know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import Kind, Organisation, ReservedKind, Unit


def by_slug(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def all_organisations() -> QuerySet[Organisation]:
    """Everybody on this installation, for its public first page."""
    return Organisation.objects.order_by("name")


def organisation_of(actor: Actor) -> Organisation:
    found = Organisation.objects.filter(pk=actor.organisation_id or 0).first()
    if found is None:
        raise NotYours
    return found


def units_of(actor: Actor, permission: str | None = None) -> QuerySet[Unit]:
    """The open units of the actor's organisation in tree order; with a permission, only where it holds."""
    units = all_units_of(actor).filter(closed_on__isnull=True)
    allowed = actor.units_for(permission) if permission else None
    return units if allowed is None else units.filter(pk__in=allowed)


def all_units_of(actor: Actor) -> QuerySet[Unit]:
    """Closed ones too, in tree order."""
    return Unit.objects.filter(organisation=actor.organisation_id).order_by("path")


def unit_for(actor: Actor, code: str) -> Unit:
    found = Unit.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return found


def open_units_below(unit: Unit) -> int:
    rows = Unit.objects.filter(organisation=unit.organisation_id, path__startswith=unit.path, closed_on__isnull=True)
    return rows.exclude(pk=unit.pk).count()


def top_unit(organisation_id: int) -> Unit:
    """The unit that owes an answer when nobody nearer is named: the one without a parent."""
    found = Unit.objects.filter(organisation=organisation_id, parent=None).order_by("id").first()
    if found is None:
        raise NotYours
    return found


def kinds_of(actor: Actor) -> QuerySet[Kind]:
    return Kind.objects.filter(organisation=actor.organisation_id, in_use=True).order_by("name")


def kind_for(actor: Actor, code: str) -> Kind:
    found = Kind.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return found


def reserved_kind_ids(organisation_id: int, on: date) -> frozenset[int]:
    """The kinds of decision that may not be taken without people on that day."""
    rows = ReservedKind.objects.filter(kind__organisation=organisation_id, from_day__lte=on)
    rows = rows.filter(Q(until_day__isnull=True) | Q(until_day__gt=on))
    return frozenset(rows.values_list("kind_id", flat=True))


def kinds_marked(organisation_id: int, on: date) -> list[tuple[Kind, bool]]:
    """Every kind by name, and whether it may not be taken without people on that day."""
    reserved = ReservedKind.objects.filter(kind=OuterRef("pk"), from_day__lte=on)
    reserved = reserved.filter(Q(until_day__isnull=True) | Q(until_day__gt=on))
    kinds = Kind.objects.filter(organisation=organisation_id).annotate(reserved_now=Exists(reserved))
    return [(kind, kind.reserved_now) for kind in kinds.order_by("name")]


@dataclass(frozen=True)
class KindNow:
    """A kind of decision, and its reservation: the one in force or, failing that, the next one."""

    kind: Kind
    reserved: ReservedKind | None
    in_force: bool


def kinds_with_reservations(actor: Actor, on: date | None = None) -> list[KindNow]:
    """Every kind of decision, those out of use too."""
    day = on or timezone.localdate()
    ahead = ReservedKind.objects.filter(Q(until_day__isnull=True) | Q(until_day__gt=day)).order_by("from_day")
    kinds = Kind.objects.filter(organisation=actor.organisation_id).order_by("name")
    kinds = kinds.prefetch_related(Prefetch("reserved", ahead, to_attr="ahead"))
    return [_kind_now(kind, day) for kind in kinds]


def _kind_now(kind: Kind, day: date) -> KindNow:
    nearest: ReservedKind | None = next(iter(kind.ahead), None)  # type: ignore[attr-defined]
    return KindNow(kind, nearest, nearest is not None and nearest.from_day <= day)


def open_reservation(kind: Kind) -> ReservedKind | None:
    """The reservation of a kind that has no end yet."""
    return ReservedKind.objects.filter(kind=kind, until_day__isnull=True).first()
