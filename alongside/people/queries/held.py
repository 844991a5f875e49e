"""What is kept about somebody, and what needs doing about it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import LEFT, AccessNeed, Consent, Offer, Pause, Person, PersonStatus


def needs_in_force(person: Person | int) -> QuerySet[AccessNeed]:
    rows = AccessNeed.objects.filter(person=person, ended_on__isnull=True)
    return rows.select_related("recorded_by").order_by("id")


def offers_in_force(person: Person | int) -> QuerySet[Offer]:
    return Offer.objects.filter(person=person, ended_on__isnull=True).select_related("recorded_by").order_by("id")


def offers_of_many(person_ids: Collection[int]) -> dict[int, list[tuple[str, str]]]:
    """What each brings: its kind, and their own words."""
    found: dict[int, list[tuple[str, str]]] = {}
    rows = Offer.objects.filter(person__in=person_ids, ended_on__isnull=True).order_by("id")
    for pk, kind, words in rows.values_list("person", "kind", "words"):
        found.setdefault(pk, []).append((kind, words))
    return found


def need_of(person: Person, code: str) -> AccessNeed:
    found = needs_in_force(person).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def offer_of(person: Person, code: str) -> Offer:
    found = offers_in_force(person).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def open_pause(person: Person) -> Pause | None:
    return Pause.objects.filter(person=person, ended_on__isnull=True).select_related("recorded_by").first()


def consent_history(person: Person) -> list[Consent]:
    rows = Consent.objects.filter(person=person).select_related("recorded_by", "withdrawn_by")
    return list(rows.order_by("-given_on", "-id"))


def status_history(person: Person) -> list[PersonStatus]:
    return list(PersonStatus.objects.filter(person=person).select_related("recorded_by").order_by("-id"))


def reviews_due(actor: Actor, before: date) -> QuerySet[AccessNeed]:
    """Needs that should be gone through with the person by a day, the longest waiting first."""
    rows = AccessNeed.objects.filter(_looked_after(actor), ended_on__isnull=True, review_on__lte=before)
    return rows.select_related("person").order_by("review_on", "id")


def consents_running_out(actor: Actor, before: date) -> QuerySet[Consent]:
    rows = Consent.objects.filter(_looked_after(actor), withdrawn_on__isnull=True, replaced_on__isnull=True)
    return rows.filter(expires_on__lte=before).select_related("person").order_by("expires_on", "id")


def _looked_after(actor: Actor) -> Q:
    """Asked of each row found by its day: a list of everybody would be read first, and whole."""
    if not actor.can(Permission.SEE_REGISTER):
        return Q(pk__in=[])
    here = Q(person__organisation=actor.organisation_id, person__erased_on__isnull=True)
    return here & ~Q(person__state=LEFT)
