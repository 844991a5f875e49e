"""Reading the moments of a service. Numbers are only ever those that were counted together; words are for whom their
teller chose, once somebody has read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from alongside.accounts.roles import belongs
from alongside.core import follow_codes, guessing, lookups, small_groups
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.errors import NotYours
from alongside.core.small_groups import Sided
from alongside.organisation import queries as organisations
from alongside.organisation.models import Level, Organisation, Unit

from ..models.touchpoints import FeelingWords, Telling, TellingAudience, TouchCount, Touchpoint
from ..rules import touchpoints as rules


def as_plain(shown: Sided) -> dict[str, Any]:
    return {"of": shown.of, "sides": dict(shown.sides), "fine": {str(key): n for key, n in shown.fine.items()}}


def of_plain(shown: Mapping[str, Any]) -> Sided:
    return Sided(shown["of"], dict(shown["sides"]), {int(key): n for key, n in shown["fine"].items()})


# Services and their moments. Their names are for everybody, as the names of services are.


def services_of(actor: Actor) -> list[tuple[Unit, int]]:
    """Those of which moments are written down, with how many there are now. Closed ones for those who belong here."""
    rows = Touchpoint.objects.filter(organisation=actor.organisation_id, ended_on__isnull=True)
    now = dict(rows.order_by().values_list("unit").annotate(number=Count("pk")))
    every = set(Touchpoint.objects.filter(organisation=actor.organisation_id).values_list("unit", flat=True).distinct())
    units = [unit for unit in organisations.all_units_of(actor) if unit.pk in every]
    return [(unit, now.get(unit.pk, 0)) for unit in units if unit.closed_on is None or belongs(actor)]


def unit_for(actor: Actor, code: str) -> Unit:
    """A service of which moments can be written down, or were."""
    found = Unit.objects.select_related("organisation").filter(organisation=actor.organisation_id, code=code).first()
    if found is None or found.level == Level.ONE_TO_ONE or (found.closed_on and not belongs(actor)):
        raise NotYours
    return found


def touchpoints_of(unit: Unit) -> list[Touchpoint]:
    """In their order; those that have ended stand where they stood, before what came in their place."""
    rows = Touchpoint.objects.filter(unit=unit).order_by("position", "id")
    return list(rows)


def open_of(unit: Unit) -> list[Touchpoint]:
    rows = Touchpoint.objects.filter(unit=unit, ended_on__isnull=True).select_related("unit", "organisation")
    return list(rows.order_by("position", "id"))


def touchpoint_for(actor: Actor, unit_code: str, code: str) -> Touchpoint:
    unit = unit_for(actor, unit_code)
    rows = Touchpoint.objects.select_related("unit", "organisation", "instead_of", "reworded_as")
    found = rows.filter(unit=unit, code=code).first()
    if found is None:
        raise NotYours
    return found


# Numbers.


@dataclass(frozen=True)
class Block:
    """What may be shown of one moment for one stretch of time."""

    first: date
    last: date
    shown: Sided


def blocks_of(counts: Iterable[TouchCount], least: int) -> list[Block]:
    """Counts in the order of time, put together until they reach `least`."""
    rows = sorted(counts, key=lambda row: row.last)
    found = small_groups.blocks(rows, lambda row: row.of, least)
    return [Block(part[0].first, part[-1].last, _sum(of_plain(row.shown) for row in part)) for part in found]


def _sum(parts: Iterable[Sided]) -> Sided:
    first, *others = parts
    for part in others:
        first = first + part
    return first


def least_for(actor: Actor, clock: organisations.Clock) -> int:
    """Whoever belongs here reads what was counted together; everybody else only more of it together."""
    return clock.settings.pulse_threshold if belongs(actor) else clock.settings.outside_threshold


def blocks_by_touchpoint(touchpoints: Sequence[Touchpoint], least: int) -> dict[int, list[Block]]:
    found: defaultdict[int, list[TouchCount]] = defaultdict(list)
    for row in TouchCount.objects.filter(touchpoint__in=[each.pk for each in touchpoints]):
        found[row.touchpoint_id].append(row)
    return {touchpoint: blocks_of(rows, least) for touchpoint, rows in found.items()}


@dataclass(frozen=True)
class Shown:
    touchpoint: Touchpoint
    shown: Sided | None  # nothing: too few, or not yet


def of_year(unit: Unit, starts: date, ends: date, least: int) -> list[Shown]:
    """Every moment that is there now, and those that ended and were told of in that year."""
    rows = touchpoints_of(unit)
    blocks = blocks_by_touchpoint(rows, least)
    found = []
    for row in rows:
        within = [block.shown for block in blocks.get(row.pk, []) if starts <= block.last <= ends]
        if within or row.ended_on is None:
            found.append(Shown(row, _sum(within) if within else None))
    return found


def waiting(organisation_id: int, last: date, least: int) -> list[int]:
    """Moments of which at least so many have told what is not counted yet."""
    rows = Telling.objects.filter(
        organisation=organisation_id, counted__isnull=True, taken_back_on__isnull=True, told_on__lte=last
    )
    found = rows.order_by().values("touchpoint").annotate(number=Count("pk")).filter(number__gte=least)
    return sorted(found.values_list("touchpoint", flat=True))


def feelings_of(organisation_id: int, today: date) -> FeelingWords | None:
    """None: those that everybody begins with (`touch_words.FEELINGS`)."""
    rows = FeelingWords.objects.filter(organisation=organisation_id, effective_on__lte=today)
    return rows.order_by("-effective_on", "-id").first()


# Words.


def words_for(actor: Actor, unit_id: int) -> QuerySet[Telling]:
    """What this reader may read of a service: read by somebody, not kept back, and meant for them."""
    rows = Telling.objects.filter(
        organisation=actor.organisation_id,
        touchpoint__unit=unit_id,
        taken_back_on__isnull=True,
        read_on__isnull=False,
        held_why="",
    ).exclude(words="")
    audiences = {TellingAudience.ANYONE}
    if belongs(actor):
        audiences.add(TellingAudience.HERE)
    if rules.reads_team(actor, unit_id):
        audiences.add(TellingAudience.TEAM)
    return rows.filter(audience__in=audiences).select_related("person", "touchpoint")


def newest_words(actor: Actor, unit_id: int, most: int) -> list[Telling]:
    return list(words_for(actor, unit_id).order_by("-told_on", "-id")[:most])


def to_read(actor: Actor) -> QuerySet[Telling]:
    """Words that wait for whoever moderates."""
    rows = Telling.objects.filter(organisation=actor.organisation_id, read_on__isnull=True).exclude(words="")
    return rows.select_related("touchpoint__unit") if rules.can_moderate(actor) else rows.none()


def waiting_words(organisation_id: int, today: date) -> int:
    """How many were told before today and read by nobody."""
    rows = Telling.objects.filter(organisation=organisation_id, read_on__isnull=True, told_on__lt=today)
    return rows.exclude(words="").count()


def telling_to_read(actor: Actor, code: str) -> Telling:
    rows = Telling.objects.select_related("organisation", "touchpoint__unit")
    found = rows.filter(organisation=actor.organisation_id, code=code, taken_back_on__isnull=True).exclude(words="")
    row = found.first()
    if row is None or not rules.can_moderate(actor):
        raise NotYours
    return row


# One's own.


def uncounted_of(touchpoint: Touchpoint, person_id: int) -> QuerySet[Telling]:
    return Telling.objects.filter(
        touchpoint=touchpoint, person=person_id, counted__isnull=True, taken_back_on__isnull=True
    )


def written_down_for(touchpoint: Touchpoint, person_id: int) -> QuerySet[Telling]:
    """By somebody who works here, from what that person told."""
    rows = Telling.objects.filter(touchpoint=touchpoint, person=person_id, taken_back_on__isnull=True)
    return rows.exclude(medium="").order_by("id")


def my_tellings(actor: Actor) -> QuerySet[Telling]:
    rows = Telling.objects.filter(organisation=actor.organisation_id, taken_back_on__isnull=True)
    own = rows.filter(person=actor.person_id) if actor.person_id else rows.none()
    return own.select_related("touchpoint__unit").order_by("-told_on", "-id")


def my_telling(actor: Actor, code: str) -> Telling:
    found = my_tellings(actor).select_related("organisation", "touchpoint__unit", "counted").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def digest_of(organisation_id: int, code: str) -> str:
    """How the code of somebody without a name is kept. `code` is tidy."""
    return lookups.digest(f"{organisation_id} {code}", salt="telling")


def telling_by_code(organisation: Organisation, typed: str, asker: str) -> Telling:
    """Raises NotYours, the same for a wrong code, for one that was taken back and for too many tries."""
    guessing.check(asker, organisation.pk)
    code = tidy(typed)
    rows = Telling.objects.select_related("organisation", "touchpoint__unit", "counted")
    found = rows.filter(
        organisation=organisation, digest=digest_of(organisation.pk, code), taken_back_on__isnull=True
    ).first()
    if found is None or len(code) != follow_codes.LENGTH:
        guessing.missed(asker, organisation.pk)
        raise NotYours
    return found
