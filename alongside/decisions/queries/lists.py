"""What lists and forms let people choose from, and how a list is narrowed so that an index is read in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import STAFF_ROLES
from alongside.core.actor import Actor
from alongside.core.dates import year_of
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Unit

from ..models import DECIDED, DROPPED, NO_DAY, Decision, Forum, Taken, Trigger
from .seats import forums_for, working_on
from .visible import of_organisation
from .waiting import not_yet_taken, still_reserved

# Whose idea it was: asked for by somebody on the register, or written down as theirs.
BEGUN = Q(raised_by__isnull=False) | Q(trigger=Trigger.CONTRIBUTOR_LED)


@dataclass(frozen=True)
class Choosable:
    kinds: list[Kind]
    units: list[Unit]
    owners: list[User]
    forums: list[Forum]


def choosable(actor: Actor, permission: str | None = P.KEEP_DECISIONS, about: Decision | None = None) -> Choosable:
    """What the actor may put into a decision; what stands in `about` now can stay, even out of use or closed."""
    kinds, units = list(organisations.kinds_of(actor)), list(organisations.units_of(actor, permission))
    owners = list(organisations.users_with(actor.organisation_id or 0, *STAFF_ROLES))
    forums = list(forums_for(actor).filter(working_on(timezone.localdate())))
    if about:
        kinds += [about.kind] if about.kind not in kinds else []
        units += [about.unit] if about.unit not in units else []
        owners += [about.owner] if about.owner and about.owner not in owners else []
        forums += [about.forum] if about.forum and about.forum not in forums else []
    return Choosable(kinds, units, owners, forums)


def kind_other(organisation_id: int) -> Kind | None:
    """What a decision is when nobody has said: contributors are not asked to sort what they raise."""
    return Kind.objects.filter(organisation=organisation_id, slug="other", in_use=True).first()


def by_uids(organisation_id: int, uids: Iterable[str]) -> QuerySet[Decision]:
    return Decision.objects.filter(organisation=organisation_id, uid__in=list(uids))


# The list.


@dataclass(frozen=True)
class ListFacts:
    """What the list needs beside its rows, read once."""

    slug: str
    organisation_id: int
    today: date
    kinds: list[Kind]
    units: list[Unit]
    reserved: frozenset[int]
    years: list[int]
    starts_month: int


def list_facts(actor: Actor, slug: str, starts_month: int) -> ListFacts:
    marked = organisations.kinds_marked(actor.organisation_id or 0, timezone.localdate())
    return ListFacts(
        slug=slug,
        organisation_id=actor.organisation_id or 0,
        today=timezone.localdate(),
        kinds=[kind for kind, _reserved in marked],
        units=list(organisations.units_of(actor)),
        reserved=frozenset(kind.pk for kind, reserved in marked if reserved),
        years=years_of(actor, starts_month),
        starts_month=starts_month,
    )


def years_of(actor: Actor, starts_month: int) -> list[int]:
    """The years for which there is something, newest first, each by the calendar year in which it began."""
    days = of_organisation(actor).filter(day__lt=NO_DAY).values_list("day", flat=True)
    first, last = days.order_by("day").first(), days.order_by("-day").first()  # two looks at an index, not a count
    if first is None or last is None:
        return []
    return list(range(year_of(last, starts_month), year_of(first, starts_month) - 1, -1))


def by_standing(rows: QuerySet[Decision], standing: str, facts: ListFacts) -> QuerySet[Decision]:
    """Where a decision stands, as the list asks it; not yet taken when it asks nothing."""
    if standing in Taken.values:
        return rows.filter(state=DECIDED, taken=standing)
    if standing == "reserved":
        return still_reserved(rows)
    if standing == "late":
        return not_yet_taken(rows).filter(day__lt=facts.today)
    fixed = {"decided": rows.filter(state=DECIDED), "dropped": rows.filter(state=DROPPED, taken=""), "all": rows}
    fixed |= {"ahead": rows.exclude(state=DROPPED), "begun": rows.exclude(state=DROPPED).filter(BEGUN)}
    return fixed.get(standing, not_yet_taken(rows))
