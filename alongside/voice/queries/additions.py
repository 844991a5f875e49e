"""What somebody said with all that they added to it: for its author, and for those who answer."""

from __future__ import annotations

from django.db.models import QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import ContactWish, Contribution
from ..models.contributions import WITHDRAWN
from .ledger import ledger_for, with_what_came

MOST_SHOWN = 50  # far more than anybody adds; a page has an end


def additions_to(first: Contribution) -> list[Contribution]:
    """For whoever was given the first: the author of the one is the author of the others. Oldest first."""
    if not getattr(first, "extended", True):  # asked together with the first
        return []
    rows = Contribution.everything.filter(adds_to=first).select_related("organisation", "unit", "decision", "question")
    return list(with_what_came(rows).order_by("id")[:MOST_SHOWN])


def wishes_of(rows: list[Contribution]) -> dict[int, ContactWish]:
    """By contribution, whatever became of them, for whoever was given the contributions."""
    return {wish.contribution_id: wish for wish in ContactWish.everything.filter(contribution__in=rows)}


def addition_to(first: Contribution, code: str) -> Contribution:
    rows = Contribution.everything.filter(adds_to=first, code=code).select_related("organisation", "unit", "decision")
    found = with_what_came(rows.select_related("question")).first()
    if found is None:
        raise NotYours
    return found


def words_left(contribution: Contribution) -> int:
    """How many of what was said in one go its author has not taken back."""
    first = contribution.adds_to_id or contribution.pk
    rows = Contribution.everything.exclude(state=WITHDRAWN)
    return rows.filter(pk=first).count() + rows.filter(adds_to=first).count()


def first_of_thread(contribution: Contribution) -> Contribution:
    return contribution.adds_to or contribution


def more_by_the_author(actor: Actor, contribution: Contribution) -> QuerySet[Contribution]:
    """For staff: what else its author said in one go, before and after, of what the actor may see."""
    first = contribution.adds_to_id or contribution.pk
    if contribution.adds_to_id is None and not getattr(contribution, "extended", True):  # asked with the row already
        return Contribution.objects.none()
    others = Contribution.objects.filter(adds_to=first).values_list("pk", flat=True)
    keys = {first, *others[:MOST_SHOWN]} - {contribution.pk}
    return ledger_for(actor).filter(pk__in=keys).order_by("id")
