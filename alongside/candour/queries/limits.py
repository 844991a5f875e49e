"""The limits that hold on a day, all versions of them, and who was asked."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import LIMIT_FIELDS, AskedAbout, SignLimits
from ..standards import Limits


def limits_on(organisation_id: int, day: date) -> SignLimits | Limits:
    """Those in force; what holds for everybody where nobody has set any."""
    rows = SignLimits.objects.filter(organisation=organisation_id, effective_on__lte=day)
    return rows.order_by("-effective_on", "-id").first() or Limits()


def limits_values(limits: SignLimits | Limits) -> dict[str, int]:
    return {name: getattr(limits, name) for name in LIMIT_FIELDS}


def standards_of(limits: SignLimits | Limits) -> Limits:
    return Limits(**limits_values(limits))


def limits_rows(actor: Actor) -> QuerySet[SignLimits]:
    """Every version with who wrote it and who was asked, the latest written first."""
    asked = AskedAbout.objects.select_related("person").order_by("id")
    rows = SignLimits.objects.filter(organisation=actor.organisation_id).select_related("recorded_by", "organisation")
    return rows.prefetch_related(Prefetch("asked", asked)).order_by("-id")


def asked_of(limits: SignLimits) -> list[AskedAbout]:
    return list(limits.asked.all())


def my_asked(actor: Actor) -> list[AskedAbout]:
    """What is written down about the actor themselves."""
    if actor.person_id is None:
        return []
    rows = AskedAbout.objects.filter(person=actor.person_id, limits__organisation=actor.organisation_id)
    return list(rows.select_related("limits", "recorded_by").order_by("-id"))


def asked_named(actor: Actor, code: str) -> AskedAbout:
    """The actor's own."""
    found = next((row for row in my_asked(actor) if row.code == code), None)
    if found is None:
        raise NotYours
    return found
