"""Kinds of decision, and which of them may not be taken without the people they affect."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import OrganisationEvent as Event
from ..models import Kind, ReservedKind
from .locks import locked


@transaction.atomic
def add_kind(*, name: str, by: Actor) -> Kind:
    organisation = locked(by)
    rules.check_can_set_up(by)
    _check_name(organisation.pk, name)
    kind = Kind.objects.create(organisation=organisation, name=name, slug=_free_slug(organisation.pk, name))
    audit.record(Event.KIND_ADDED, by=by, target=kind, facts={"slug": kind.slug})
    return kind


@transaction.atomic
def change_kind(*, kind: Kind, name: str, in_use: bool, by: Actor) -> Kind:
    """Its slug stays: imports know it by that."""
    organisation = locked(by)
    rules.check_can_set_up(by)
    kind = queries.kind_for(by, kind.code)
    changed = [word for word, new in (("name", name), ("in_use", in_use)) if getattr(kind, word) != new]
    if not changed:
        return kind
    if "name" in changed:
        _check_name(organisation.pk, name, other_than=kind)
    if "in_use" in changed and not in_use:
        rules.check_can_put_away(kind, _reserved_now_or_later(kind))
    kind.name, kind.in_use = name, in_use
    kind.save(update_fields=["name", "in_use"])
    audit.record(Event.KIND_CHANGED, by=by, target=kind, facts={"changed": changed, "in_use": in_use})
    return kind


def _reserved_now_or_later(kind: Kind) -> bool:
    ended = ReservedKind.objects.filter(kind=kind, until_day__lte=timezone.localdate())
    return ReservedKind.objects.filter(kind=kind).exclude(pk__in=ended.values("pk")).exists()


def _check_name(organisation_id: int, name: str, other_than: Kind | None = None) -> None:
    same = Kind.objects.filter(organisation=organisation_id, name__iexact=name)
    if other_than is not None:
        same = same.exclude(pk=other_than.pk)
    if same.exists():
        raise Refused(_("There is a kind with this name, in use or not. Choose another name."), field="name")


def _free_slug(organisation_id: int, name: str) -> str:
    """From the name; a name without Latin letters still gets one."""
    base = slugify(name)[:30].strip("-")
    base = base if len(base) > 2 and base[0].isalpha() else f"kind-{base}".strip("-")
    taken = set(Kind.objects.filter(organisation=organisation_id).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


@transaction.atomic
def reserve_kind(*, kind: Kind, by: Actor, from_day: date | None = None, why: str = "") -> ReservedKind:
    """From a day on, decisions of this kind may not be taken without the people they affect."""
    locked(by)
    kind = queries.kind_for(by, kind.code)
    rules.check_can_reserve(by, kind, queries.open_reservation(kind))
    today = timezone.localdate()
    day = from_day or today
    rules.check_from_day(by, day, today)
    if ReservedKind.objects.filter(kind=kind, until_day__gt=day).exists():
        raise Refused(_("This kind is still reserved on that day. Choose the day on which it ends."), field="from_day")
    made = ReservedKind.objects.create(kind=kind, from_day=day, why=why, **byline(by))
    audit.record(Event.RESERVED, by=by, target=kind, facts={"from": day.isoformat()})
    return made


@transaction.atomic
def release_kind(*, kind: Kind, by: Actor, from_day: date | None = None) -> ReservedKind:
    """From a day on the kind is no longer reserved. What was reserved before stays so."""
    locked(by)
    kind = queries.kind_for(by, kind.code)
    standing = queries.open_reservation(kind)
    rules.check_can_release(by, kind, standing)
    assert standing is not None  # noqa: S101  the rule above
    today = timezone.localdate()
    day = from_day or today
    rules.check_from_day(by, day, today)
    standing.until_day = max(day, standing.from_day)
    standing.save(update_fields=["until_day"])
    audit.record(Event.RELEASED, by=by, target=kind, facts={"from": standing.until_day.isoformat()})
    return standing
