"""Writing down the moments of a service, putting them in order, saying them in other words, ending them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from ..events import JourneyEvent as Event
from ..models import FeelingWords, Touchpoint
from ..rules import touchpoints as rules
from ..rules.entries import side_of
from .common import as_written


def locked_unit(unit: Unit, by: Actor) -> Unit:
    """Moments of one service are written one after the other, so that their order holds."""
    rows = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    found = rows.filter(pk=unit.pk, organisation=by.organisation_id).first()
    if found is None:
        raise NotYours
    return found


def _open(unit: Unit) -> list[Touchpoint]:
    return list(Touchpoint.objects.filter(unit=unit, ended_on__isnull=True).order_by("position", "id"))


@transaction.atomic
def write_touchpoint(
    *, unit: Unit, name: str, about: str = "", after: Touchpoint | None = None, by: Actor
) -> Touchpoint:
    """`after`: which one comes before it; without, it is the first."""
    unit = locked_unit(unit, by)
    rules.check_write(by, unit)
    now = _open(unit)
    rules.check_room(len(now))
    made = _made(unit, name, about, now, by)
    place = next((n for n, row in enumerate(now, 1) if after is not None and row.pk == after.pk), 0)
    _number([*now[:place], made, *now[place:]])
    facts = {"unit": unit.code, "side": str(made.side)}
    audit.record(Event.TOUCHPOINT_WRITTEN, by=by, target=made, facts=facts)
    return made


def _made(
    unit: Unit, name: str, about: str, others: Sequence[Touchpoint], by: Actor, of: Touchpoint | None = None
) -> Touchpoint:
    name, about = " ".join(as_written(name).split()), as_written(about)
    rules.check_name(name, about, {row.name.casefold(): row.code for row in others})
    return Touchpoint.objects.create(
        organisation=unit.organisation,
        unit=unit,
        name=name,
        about=about,
        side=side_of(by),
        position=of.position if of else 0,
        begun_on=organisations.clock_of(unit.organisation).today(),
        instead_of=of,
        **byline(by),
    )


def _number(rows: Sequence[Touchpoint]) -> None:
    for position, row in enumerate(rows, 1):
        row.position = position
    Touchpoint.objects.bulk_update(rows, ["position"])


@transaction.atomic
def move_touchpoint(*, touchpoint: Touchpoint, after: Touchpoint | None, by: Actor) -> Touchpoint:
    unit, row = _arranged(touchpoint, by)
    rules.check_open(row)
    others = [each for each in _open(unit) if each.pk != row.pk]
    place = next((n for n, each in enumerate(others, 1) if after is not None and each.pk == after.pk), 0)
    ordered = [*others[:place], row, *others[place:]]
    _number(ordered)
    audit.record(Event.TOUCHPOINTS_ORDERED, by=by, target=unit, facts={"order": [each.code for each in ordered]})
    return row


@transaction.atomic
def reword_touchpoint(*, touchpoint: Touchpoint, name: str, about: str, why: str, by: Actor) -> Touchpoint:
    """The old one ends with all that was told of it, under the name under which it was told."""
    unit, row = _arranged(touchpoint, by)
    others = [each for each in _open(unit) if each.pk != row.pk]
    _end(row, why, by)
    made = _made(unit, name, about, others, by, of=row)
    facts = {"unit": unit.code, "side": str(made.side), "instead_of": row.code}
    audit.record(Event.TOUCHPOINT_WRITTEN, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def end_touchpoint(*, touchpoint: Touchpoint, why: str, by: Actor) -> Touchpoint:
    _unit, row = _arranged(touchpoint, by)
    _end(row, why, by)
    return row


def _arranged(touchpoint: Touchpoint, by: Actor) -> tuple[Unit, Touchpoint]:
    unit = locked_unit(touchpoint.unit, by)
    rules.check_arrange(by, unit)
    return unit, Touchpoint.objects.select_for_update(no_key=True).get(pk=touchpoint.pk)


def _end(row: Touchpoint, why: str, by: Actor) -> None:
    rules.check_open(row)
    rules.check_why(why := as_written(why))
    row.ended_on, row.ended_why = organisations.clock_of(row.organisation).today(), why
    row.save(update_fields=["ended_on", "ended_why"])
    audit.record(Event.TOUCHPOINT_ENDED, by=by, target=row, facts={"on": row.ended_on.isoformat()})


@transaction.atomic
def name_feelings(*, words: Mapping[str, str], by: Actor) -> FeelingWords:
    """From today on. The stored scale stays, so what was told before is read in the new words."""
    organisation = organisations.organisation_of(by)
    kept = {name: " ".join(as_written(words.get(name, "")).split()) for name in FEELINGS}
    rules.check_feelings(by, kept)
    today = organisations.clock_of(organisation).today()
    made = FeelingWords.objects.create(organisation=organisation, effective_on=today, **kept, **byline(by))
    audit.record(Event.FEELINGS_NAMED, by=by, target=made, facts={"from": today.isoformat()})
    return made


FEELINGS = ("very_good", "good", "both", "bad", "very_bad")
