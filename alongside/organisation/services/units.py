"""The tree of units: who decides, and under whom."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import OrganisationEvent as Event
from ..models import Unit
from .locks import locked


@transaction.atomic
def add_unit(*, name: str, level: str, parent: Unit, by: Actor) -> Unit:
    organisation = locked(by)
    rules.check_can_set_up(by)
    parent = queries.unit_for(by, parent.code)
    rules.check_can_place(None, parent)
    _check_name(by, name)
    unit = Unit(organisation=organisation, name=name, level=level, parent=parent)
    unit.path = f"{parent.path}{unit.code}/"
    unit.save()
    audit.record(Event.UNIT_ADDED, by=by, target=unit, facts={"level": level, "under": parent.code})
    return unit


@transaction.atomic
def change_unit(*, unit: Unit, name: str, level: str, parent: Unit | None, by: Actor) -> Unit:
    """Rename it, change its level, or put it under another unit with everything below it."""
    locked(by)
    rules.check_can_set_up(by)
    unit = queries.unit_for(by, unit.code)
    parent = queries.unit_for(by, parent.code) if parent else None
    changed = [word for word, new in (("name", name), ("level", level)) if getattr(unit, word) != new]
    if "name" in changed:
        _check_name(by, name, other_than=unit)
    if (parent.pk if parent else None) != unit.parent_id:
        changed.append("parent")
        _move(unit, parent, by)
    if not changed:
        return unit
    unit.name, unit.level = name, level
    unit.save(update_fields=["name", "level", "parent", "path"])
    facts = {"changed": changed, "level": level, "under": parent.code if parent else ""}
    audit.record(Event.UNIT_CHANGED, by=by, target=unit, facts=facts)
    return unit


def _move(unit: Unit, parent: Unit | None, by: Actor) -> None:
    """The paths of everything below follow. The organisation's row is locked: nobody moves anything meanwhile."""
    below = list(queries.all_units_of(by).filter(path__startswith=unit.path).exclude(pk=unit.pk))
    steps = max((each.depth - unit.depth for each in below), default=0)
    rules.check_can_place(unit, parent, steps)
    old, new = unit.path, f"{parent.path if parent else '/'}{unit.code}/"
    for each in below:
        each.path = new + each.path.removeprefix(old)
    Unit.objects.bulk_update(below, ["path"], batch_size=200)
    unit.parent, unit.path = parent, new


def _check_name(by: Actor, name: str, other_than: Unit | None = None) -> None:
    taken = queries.all_units_of(by).filter(name__iexact=name)
    if other_than is not None:
        taken = taken.exclude(pk=other_than.pk)
    if taken.exists():
        raise Refused(_("There is a unit with this name, open or closed. Choose another name."), field="name")


@transaction.atomic
def close_unit(*, unit: Unit, by: Actor) -> Unit:
    """Nothing new can be put there. What it owes stays owed."""
    locked(by)
    unit = queries.unit_for(by, unit.code)
    rules.check_can_close_unit(by, unit, queries.open_units_below(unit))
    unit.closed_on = timezone.localdate()
    unit.save(update_fields=["closed_on"])
    audit.record(Event.UNIT_CLOSED, by=by, target=unit, facts={"on": unit.closed_on.isoformat()})
    return unit


@transaction.atomic
def reopen_unit(*, unit: Unit, by: Actor) -> Unit:
    locked(by)
    rules.check_can_set_up(by)
    unit = queries.unit_for(by, unit.code)
    if unit.closed_on is None:
        return unit
    rules.check_can_place(unit, unit.parent)
    unit.closed_on = None
    unit.save(update_fields=["closed_on"])
    audit.record(Event.UNIT_REOPENED, by=by, target=unit)
    return unit
