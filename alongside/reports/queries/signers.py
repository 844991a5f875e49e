"""Who signs a close for contributors, and who was asked about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet

from alongside.candour.queries.concerns import TEAM
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.people.models import ACTIVE, Person

from ..models import AskedSigner, PeriodSigner
from ..rules import signers as rules


def signers_on(organisation_id: int, day: date) -> QuerySet[PeriodSigner]:
    return signers_anywhere(day).filter(organisation=organisation_id)


def signers_anywhere(day: date) -> QuerySet[PeriodSigner]:
    """In force: chosen, within their days, active, outside the team; and enough of those who were asked still stand
    behind it. Whoever says that it is not so can end it."""
    here: Any = OuterRef(OuterRef("organisation"))  # of each choice
    rows = PeriodSigner.objects.filter(from_day__lte=day, until_day__gte=day)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), person__state=ACTIVE)
    rows = rows.filter(person__user__in=organisations.users_with(here).order_by().values("pk"))
    rows = rows.exclude(person__user__in=organisations.users_with(here, *TEAM).order_by().values("pk"))
    stand = Count("asked", filter=Q(asked__agrees=True, asked__denied_on__isnull=True))
    return rows.annotate(stand=stand).filter(stand__gte=rules.LEAST_AGREE).order_by("from_day", "id")


def in_team(organisation_id: int, person: Person) -> bool:
    return organisations.users_with(organisation_id, *TEAM).filter(pk=person.user_id or 0).exists()


def signs_for_contributors(actor: Actor, day: date) -> PeriodSigner | None:
    """The choice that names the actor."""
    if not rules.signs_alone(actor):
        return None
    return signers_on(actor.organisation_id or 0, day).filter(person=actor.person_id).first()


def who_sign(organisation_id: int, day: date) -> list[int]:
    """On the register: everybody who may sign for contributors."""
    rows = signers_on(organisation_id, day).values_list(F("person"), flat=True)
    return list(dict.fromkeys(rows))


def all_signers(actor: Actor) -> list[PeriodSigner]:
    """Everybody who was ever chosen, the newest first; with who was asked, for whoever writes that down."""
    if not actor.is_member:
        raise NotYours
    rows = PeriodSigner.objects.filter(organisation=actor.organisation_id).order_by("-from_day", "-id")
    rows = rows.select_related("recorded_by")
    if rules.can_appoint(actor):
        asked = AskedSigner.objects.select_related("person").order_by("id")
        rows = rows.prefetch_related(Prefetch("asked", asked))
    return list(rows)


def signer_for(actor: Actor, code: str) -> PeriodSigner:
    found = PeriodSigner.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None or not actor.is_member or not (rules.can_appoint(actor) or found.person_id == actor.person_id):
        raise NotYours
    return found


def my_asked(actor: Actor) -> list[AskedSigner]:
    """What is written down about the actor themself: that they were asked who signs."""
    if actor.person_id is None:
        return []
    rows = AskedSigner.objects.filter(person=actor.person_id, signer__organisation=actor.organisation_id)
    return list(rows.select_related("signer").order_by("-id"))


def asked_named(actor: Actor, code: str) -> AskedSigner:
    found = next((row for row in my_asked(actor) if row.code == code), None)
    if found is None:
        raise NotYours
    return found
