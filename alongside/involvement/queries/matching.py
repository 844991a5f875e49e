"""What is open that somebody might like. Read for that person alone; for staff there is only a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.core.actor import Actor, system
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.people import queries as people
from alongside.people.models import Ways

from .. import rules
from ..models import Interest, Opportunity, OpportunityStatus, Place
from ..models.opportunities import OPEN
from ..rules.matching import Wanted, codes_above, reason
from .opportunities import open_to

READ = (
    *("title", "code", "advert", "pay", "closes_on", "ways", "organisation__slug", "decision__title"),
    *("decision__kind__name", "decision__unit__name", "decision__unit__path"),
)
LOOKED_AT = 60  # those that close first; nobody reads a longer list of what they might like


@dataclass(frozen=True)
class Suggestion:
    opportunity: Opportunity
    reason: str


@dataclass(frozen=True)
class OpenNow:
    """What is open to somebody: what they might like, with its reason, and everything else."""

    might_like: list[Suggestion]
    others: list[Opportunity]


def open_now(actors: Sequence[Actor]) -> OpenNow:
    """Across the organisations in which somebody takes part, what closes first standing first."""
    wanted = wanted_by([actor.person_id for actor in actors if actor.person_id])
    liked: list[Suggestion] = []
    others: list[Opportunity] = []
    for actor in actors:
        mine = wanted.get(actor.person_id or 0, Wanted())
        for row in _with_what_matters(open_to(actor), actor.person_id).only(*READ)[:LOOKED_AT]:
            why = "" if row.answered else reason(mine, row)  # type: ignore[attr-defined]
            if why:
                liked.append(Suggestion(row, why))
            else:
                others.append(row)
    return OpenNow(liked, others)


def _with_what_matters(rows: QuerySet[Opportunity], person_id: int | None) -> QuerySet[Opportunity]:
    """`answered`: they said that they are interested, or have or had a place: it needs no suggesting."""
    interested = Interest.objects.filter(opportunity=OuterRef("pk"), person=person_id, withdrawn_on__isnull=True)
    place = Place.objects.filter(opportunity=OuterRef("pk"), person=person_id)
    rows = rows.select_related(None).select_related("organisation", "decision__kind", "decision__unit")
    return rows.annotate(answered=Exists(interested) | Exists(place))


def wanted_by(person_ids: Sequence[int]) -> dict[int, Wanted]:
    """What several people want and bring, in two questions."""
    wishes = people.wishes_of_many(person_ids)
    offers = people.offers_of_many(person_ids)
    found = {}
    for pk in person_ids:
        wish = wishes.get(pk)
        brought = tuple(offers.get(pk, ()))
        if wish is None:
            found[pk] = Wanted(offers=brought)
        else:
            found[pk] = Wanted(True, wish.ways, frozenset(wish.kind_ids), frozenset(wish.unit_codes), brought)
    return found


def how_many_might_like(actor: Actor, opportunity: Opportunity) -> int | None:
    """How many on the register said that they want something like it; None when they are too few to be shown.

    Only what can be counted counts: kinds, units and ways. What people wrote in their own words is read for them
    alone.
    """
    if not rules.may_run(actor, opportunity.decision):
        raise NotYours
    ways = [Ways.ANY, opportunity.ways] if opportunity.ways not in {"", Ways.ANY} else None
    number = people.how_many_wish(
        opportunity.organisation_id, opportunity.decision.kind_id, codes_above(opportunity), ways
    )
    least = organisations.settings_of(opportunity.organisation_id).inside_threshold
    return number if number >= least else None


# For telling people what opened.


@dataclass(frozen=True)
class Opened:
    """Something that is open, when it last opened, and who has said something about it already."""

    opportunity: Opportunity
    opened_at: datetime
    answered_by: frozenset[int]


def opened_in(organisation_id: int) -> list[Opened]:
    moments = OpportunityStatus.objects.filter(opportunity=OuterRef("pk"), state=OPEN).order_by("-id")
    rows = _with_what_matters(open_to(system(organisation_id)), None)
    rows = rows.annotate(opened_at=Coalesce(Subquery(moments.values("recorded_at")[:1]), "recorded_at"))
    found = list(rows[:LOOKED_AT])
    interested = Interest.objects.filter(opportunity__in=found, withdrawn_on__isnull=True)
    pairs = [
        *interested.values_list("opportunity", "person"),
        *Place.objects.filter(opportunity__in=found).values_list("opportunity", "person"),
    ]
    return [Opened(row, row.opened_at, frozenset(person for pk, person in pairs if pk == row.pk)) for row in found]


def liked(wanted: Wanted, rows: Sequence[Opportunity]) -> list[Suggestion]:
    """Those of them that somebody might like, each with its reason."""
    return [Suggestion(row, why) for row in rows if (why := reason(wanted, row))]
