"""What fits somebody: training, wishes, and their own limits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation.models import Kind, Organisation, Unit

from ..models import ACTIVE, ENQUIRED, WELCOMED, Hear, Limits, Person, Training, TrainingDone, Ways, Wish, WishedFor

# The organisation's list.


def trainings_of(actor: Actor, in_use: bool = False) -> QuerySet[Training]:
    rows = Training.objects.filter(organisation=actor.organisation_id).order_by("name", "id")
    return rows.filter(in_use=True) if in_use else rows


def training_for(actor: Actor, code: str) -> Training:
    found = trainings_of(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


# Somebody's own.


def trainings_done(person: Person) -> QuerySet[TrainingDone]:
    """The newest first, those that ran out too."""
    rows = TrainingDone.objects.filter(person=person, struck_on__isnull=True)
    return rows.select_related("training", "recorded_by").order_by("-done_on", "-id")


def training_done_of(person: Person, code: str) -> TrainingDone:
    found = trainings_done(person).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


@dataclass(frozen=True)
class Wishes:
    """What somebody wants to take part in. No kinds or no units chosen means any."""

    wish: Wish | None
    kinds: list[Kind]
    units: list[Unit]

    @property
    def ways(self) -> str:
        return self.wish.ways if self.wish else Ways.ANY

    @property
    def hear(self) -> str:
        return self.wish.hear if self.wish else Hear.NEVER


def wishes_of(person: Person) -> Wishes:
    wish: Wish | None = getattr(person, "wish", None)  # read with the person on their own page
    if wish is None:
        return Wishes(None, [], [])
    chosen = list(WishedFor.objects.filter(wish=wish).select_related("kind", "unit").order_by("id"))
    kinds = sorted((one.kind for one in chosen if one.kind), key=lambda kind: kind.name)
    units = sorted((one.unit for one in chosen if one.unit), key=lambda unit: unit.path)
    return Wishes(wish, kinds, units)


def my_limits(actor: Actor, person: Person) -> Limits | None:
    """For the person alone: for everybody else, whatever their role, there is nothing to read."""
    if actor.person_id != person.pk or actor.on_behalf_of is not None:
        raise NotYours
    return getattr(person, "limits", None)


# Of many at once, for what is suggested to each of them.


@dataclass
class Wanting:
    """What one person chose, as numbers and codes."""

    ways: str
    hear: str
    kind_ids: set[int] = field(default_factory=set)
    unit_codes: set[str] = field(default_factory=set)


def wishes_of_many(person_ids: Collection[int]) -> dict[int, Wanting]:
    rows = Wish.objects.filter(person__in=person_ids).order_by()
    found: dict[int, Wanting] = {}
    for pk, ways, hear, kind, unit in rows.values_list("person", "ways", "hear", "chosen__kind", "chosen__unit__code"):
        wanting = found.setdefault(pk, Wanting(ways, hear))
        wanting.kind_ids |= {kind} - {None}
        wanting.unit_codes |= {unit} - {None}
    return found


def who_want_to_hear(organisation_id: int) -> dict[int, str]:
    """Everybody who takes part and asked to be told what opens, and how often."""
    taking_part = Q(person__organisation=organisation_id, person__state__in=[ENQUIRED, WELCOMED, ACTIVE])
    rows = Wish.objects.filter(taking_part).exclude(hear=Hear.NEVER).order_by("person")
    return dict(rows.values_list("person", "hear"))


def how_many_wish(organisation_id: int, kind_id: int, unit_codes: Collection[str], ways: Collection[str] | None) -> int:
    """How many who take part said that they want a decision of this kind, in one of these units, in these ways."""
    chosen = WishedFor.objects.filter(wish=OuterRef("pk"))
    rows = Wish.objects.filter(
        Q(Exists(chosen.filter(kind=kind_id))) | ~Exists(chosen.filter(kind__isnull=False)),
        Q(Exists(chosen.filter(unit__code__in=unit_codes))) | ~Exists(chosen.filter(unit__isnull=False)),
        person__organisation=organisation_id,
        person__state__in=[ENQUIRED, WELCOMED, ACTIVE],
    )
    return (rows if ways is None else rows.filter(ways__in=ways)).count()


# For the draw.


@dataclass(frozen=True)
class PersonStanding:
    """Whether somebody can be drawn, as far as the register knows. `per_year` and `rest_days` are theirs alone."""

    trained: bool
    training_name: str
    expires_on: date | None
    per_year: int | None
    rest_days: int | None


def standings(
    organisation: Organisation, person_ids: Collection[int], training: Training | None, on: date
) -> dict[int, PersonStanding]:
    """For the draw alone. What it says of somebody's limits may be shown to that person and to nobody else:
    not on a staff page, not in a reason, not in a count so small that it can be guessed.

    `trained`: no training is asked for, or theirs holds on that day. `expires_on`: the last day of theirs, if any.
    """
    wanted = set(person_ids)
    limits = Limits.objects.filter(person__organisation=organisation).values_list("person_id", "per_year", "rest_days")
    own = {pk: (per_year, rest) for pk, per_year, rest in limits if pk in wanted}
    done = _held(organisation, training, on)
    name = training.name if training else ""
    return {
        pk: PersonStanding(training is None or pk in done, name, done.get(pk), *own.get(pk, (None, None)))
        for pk in wanted
    }


def _held(organisation: Organisation, training: Training | None, on: date) -> dict[int, date | None]:
    """Who had done it by that day, and until when theirs holds: the longest, where they did it more than once."""
    if training is None:
        return {}
    rows = TrainingDone.objects.filter(training=training, struck_on__isnull=True, done_on__lte=on)
    rows = rows.filter(Q(expires_on__isnull=True) | Q(expires_on__gte=on), person__organisation=organisation)
    found: dict[int, date | None] = {}
    for pk, expires_on in rows.values_list("person_id", "expires_on"):
        longest = found.get(pk, date.min)
        found[pk] = None if expires_on is None or longest is None else max(longest, expires_on)
    return found
