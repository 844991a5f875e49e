"""Who read which policy, and what staff learned. Names of staff for those who set up the organisation; of those who
take part a number, rounded down."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.models import User
from alongside.accounts.roles import works_here
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import PolicyVersion, Settings
from alongside.organisation.queries import PolicyNow

from .. import rules
from ..make_up import LEAST
from ..models import LEFT, Person, PolicyRead, StaffTraining


@dataclass(frozen=True)
class Readers:
    """Of one version. Only those who belong here on the day are counted: whoever left has read it, and is gone."""

    staff: int
    people: int


def readers_of(organisation_id: int, versions: Collection[int], on: date) -> dict[int, Readers]:
    """One question for all versions."""
    staff = Q(user__in=organisations.staff_on(organisation_id, on).values("user"))
    people = Q(person__organisation=organisation_id, person__erased_on__isnull=True) & ~Q(person__state=LEFT)
    rows = PolicyRead.objects.filter(version__in=versions, read_on__lte=on).order_by().values_list("version")
    counted = rows.annotate(staff=Count("pk", filter=staff), people=Count("pk", filter=people))
    return {version: Readers(n_staff, n_people) for version, n_staff, n_people in counted}


def how_many_staff(organisation_id: int, on: date) -> int:
    return int(organisations.staff_on(organisation_id, on).aggregate(n=Count("user", distinct=True))["n"])


@dataclass(frozen=True)
class ReadersShown:
    staff: int
    of: int
    people: str


def readers_shown(organisation_id: int, version: PolicyVersion, settings: Settings, on: date) -> ReadersShown:
    """For everybody: of those who take part only about how many."""
    found = readers_of(organisation_id, [version.pk], on).get(version.pk, Readers(0, 0))
    step = max(settings.inside_threshold, LEAST)
    few = _("Of those who take part, fewer than %(n)s.") % {"n": step}
    many = _("Of those who take part, %(n)s or more.") % {"n": found.people - found.people % step}
    return ReadersShown(found.staff, how_many_staff(organisation_id, on), few if found.people < step else many)


def staff_who_read(actor: Actor, version: PolicyVersion) -> tuple[list[User], list[User]]:
    """Those who have and those who have not, by name: for whoever sets up the organisation."""
    if not rules.can_keep_trainings(actor):
        raise NotYours
    users = sorted(organisations.staff_now(actor.organisation_id or 0), key=lambda user: user.get_full_name())
    read = set(PolicyRead.objects.filter(version=version, user__isnull=False).values_list("user", flat=True))
    return [each for each in users if each.pk in read], [each for each in users if each.pk not in read]


def my_reads(actor: Actor, policies: Collection[PolicyNow], person: Person | None = None) -> dict[int, date]:
    """On which day the actor, or `person`, read each: by version."""
    rows = PolicyRead.objects.filter(version__in=[each.version.pk for each in policies])
    if person is not None:
        rows = rows.filter(person=person)
    elif works_here(actor):
        rows = rows.filter(user=actor.user_id)
    else:
        rows = rows.filter(person=actor.person_id or 0)
    return dict(rows.values_list("version", "read_on"))


def staff_trainings(actor: Actor) -> QuerySet[StaffTraining]:
    if not rules.can_keep_trainings(actor):
        raise NotYours
    rows = StaffTraining.objects.filter(training__organisation=actor.organisation_id, struck_on__isnull=True)
    return rows.select_related("user", "training", "recorded_by")


def staff_training_for(actor: Actor, code: str) -> StaffTraining:
    found = staff_trainings(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def staff_to_train(actor: Actor) -> list[User]:
    """Everybody who works here but the actor: nobody writes down their own."""
    return list(organisations.staff_now(actor.organisation_id or 0).exclude(pk=actor.user_id or 0))
