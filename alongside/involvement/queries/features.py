"""What is asked of people for a draw, and what they answered. Nobody's answers are read with their name."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import Feature, FeatureValue, Interest, InterestAnswer, Opportunity
from ..models.draws import UNDER_WAY
from .opportunities import opportunity_to_run

VALUES = Prefetch("values", FeatureValue.objects.order_by("position", "id"))


def features_of(opportunity: Opportunity) -> QuerySet[Feature]:
    return opportunity.features.prefetch_related(VALUES).order_by("position", "id")


def feature_to_run(actor: Actor, opportunity_code: str, code: str) -> Feature:
    opportunity = opportunity_to_run(actor, opportunity_code)
    found = features_of(opportunity).filter(code=code).first()
    if found is None:
        raise NotYours
    found.opportunity = opportunity
    return found


def anybody_interested(opportunity: Opportunity) -> bool:
    return opportunity.interests.filter(withdrawn_on__isnull=True).exists()


def is_drawing(opportunity: Opportunity) -> bool:
    return opportunity.draws.filter(state__in=UNDER_WAY).exists()


def possible_answers(opportunity: Opportunity) -> dict[str, set[str]]:
    """By code of the question, the codes of what can be answered."""
    found: dict[str, set[str]] = {}
    rows = FeatureValue.objects.filter(feature__opportunity=opportunity).values_list("feature__code", "code")
    for question, value in rows:
        found.setdefault(question, set()).add(value)
    return found


def my_answers(interest: Interest | None) -> dict[str, str]:
    """By code of the question. For the person alone, and for the one who writes down what they say."""
    if interest is None:
        return {}
    rows: Any = InterestAnswer.objects.filter(interest=interest).values_list("feature__code", "value__code")
    return {question: value or "" for question, value in rows}


def answers_by_interest(opportunity: Opportunity) -> dict[int, dict[str, str]]:
    """For the engine: by number of the interest, the words of each answer. “Rather not say” is left out."""
    rows = InterestAnswer.objects.filter(interest__opportunity=opportunity, value__isnull=False)
    found: dict[int, dict[str, str]] = {}
    for interest, question, words in rows.values_list("interest", "feature__question", "value__words"):
        found.setdefault(interest, {})[question] = words
    return found
