"""What stands around an answer: empty phrases, templates, what was passed on, what its author has not agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.errors import NotYours, Refused

from .. import phrases
from ..models import Answer, AnswerTemplate, Contribution, EmptyPhrases, Passing, RenderingDoubt, Telling
from .ledger import ledger_for


def empty_phrases_of(organisation_id: int) -> frozenset[str]:
    """The list in force: the newest, or the one with which everybody begins."""
    newest = EmptyPhrases.objects.filter(organisation=organisation_id).order_by("-id").first()
    return frozenset(newest.phrases) if newest else phrases.EMPTY_PHRASES


def empty_phrase_lists(actor: Actor) -> QuerySet[EmptyPhrases]:
    """Every version with who wrote it, the newest first."""
    rows = EmptyPhrases.objects.filter(organisation=actor.organisation_id)
    return rows.select_related("recorded_by").order_by("-id")


def templates_for(actor: Actor, all_of_them: bool = False) -> QuerySet[AnswerTemplate]:
    rows = AnswerTemplate.objects.filter(organisation=actor.organisation_id).order_by("name", "id")
    return rows if all_of_them else rows.filter(in_use=True)


def template_named(actor: Actor, code: str) -> AnswerTemplate:
    found = templates_for(actor, all_of_them=True).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def template_texts(organisation_id: int) -> list[str]:
    """Those out of use too: an old template sent as it is answers nobody either."""
    return list(AnswerTemplate.objects.filter(organisation=organisation_id).values_list("text", flat=True))


def passing_of(contribution: Contribution) -> Passing | None:
    """With whom it is now, if it is with anybody."""
    return Passing.objects.filter(contribution=contribution, ended_on__isnull=True).first()


def passing_here(actor: Actor, contribution: Contribution) -> Passing:
    found = passing_of(contribution)
    if found is None or found.organisation_id != actor.organisation_id:
        raise NotYours
    return found


def to_chase(actor: Actor, today: date) -> QuerySet[Passing]:
    """Those outside who are to be asked again by now, for the actor's units; the longest waiting first."""
    units = actor.units_for(P.ANSWER)
    rows = Passing.objects.filter(organisation=actor.organisation_id, ended_on__isnull=True, chase_by__lte=today)
    rows = rows.filter(contribution__restricted=False)
    if units is not None:
        rows = rows.filter(contribution__unit__in=units)
    return rows.select_related("contribution__unit").order_by("chase_by", "id")


def knows_it(contribution: Contribution) -> bool:
    """Whether its author was told the newest answer, as far as we know. A holding note leaves no state that says so."""
    newest = Answer.objects.filter(contribution=contribution).order_by("-id").values("pk")[:1]
    return Telling.objects.filter(answer__in=newest, came_back__isnull=True).exists()


def doubt_of(contribution: Contribution) -> RenderingDoubt | None:
    """The edited version that waits for its author's yes."""
    return RenderingDoubt.objects.filter(contribution=contribution, agreed_on__isnull=True).first()


def chosen_to_answer(actor: Actor, codes: Sequence[str]) -> list[Contribution]:
    """By the codes in an address or of ticked boxes, in the order in which they were said. Unknown ones are refused."""
    wanted = list(dict.fromkeys(tidy(code) for each in codes for code in each.replace(",", " ").split()))
    rows = ledger_for(actor).filter(code__in=wanted).select_related("person", "organisation")
    found = list(rows.order_by("received_on", "id"))
    if len(found) != len(wanted):
        raise Refused(_("One of these cannot be found here any more. Go back and choose again."))
    return found
