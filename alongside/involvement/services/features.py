"""The questions of one panel, how many seats depend on each answer, and forgetting the answers afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import queries, rules
from ..events import InvolvementEvent as Event
from ..models import DrawEntry, Feature, FeatureValue, Interest, InterestAnswer, Opportunity
from ..rules.features import SeatsFor
from .common import check_seen, locked


def _tidy(values: Sequence[str]) -> list[str]:
    """Each once, in their order."""
    return list(dict.fromkeys(words for each in values if (words := " ".join(each.split()))))


@transaction.atomic
def add_feature(*, opportunity: Opportunity, question: str, why: str, values: Sequence[str], by: Actor) -> Feature:
    opportunity = locked(opportunity, "decision")
    rules.check_can_ask_more(by, opportunity, queries.anybody_interested(opportunity))
    others, answers = list(opportunity.features.values_list("question", flat=True)), _tidy(values)
    rules.check_feature(question, why, answers, others)
    last = opportunity.features.aggregate(last=Max("position"))["last"] or 0
    made = Feature.objects.create(opportunity=opportunity, question=question, why=why, position=last + 1, **byline(by))
    _write_values(made, answers)
    audit.record(
        Event.QUESTION_ADDED, by=by, target=opportunity, facts={"question": made.code, "answers": len(answers)}
    )
    return made


def _write_values(feature: Feature, words: Sequence[str]) -> None:
    """Those that are still there keep their seats."""
    feature.values.exclude(words__in=words).delete()
    for position, each in enumerate(words, 1):
        FeatureValue.objects.update_or_create(feature=feature, words=each, defaults={"position": position})


@transaction.atomic
def change_feature(*, feature: Feature, question: str, why: str, values: Sequence[str], by: Actor) -> Feature:
    opportunity = locked(feature.opportunity, "decision")
    rules.check_can_ask_more(by, opportunity, queries.anybody_interested(opportunity))
    others = list(opportunity.features.exclude(pk=feature.pk).values_list("question", flat=True))
    answers = _tidy(values)
    rules.check_feature(question, why, answers, others)
    feature.question, feature.why = question, why
    feature.save(update_fields=["question", "why"])
    _write_values(feature, answers)
    audit.record(
        Event.QUESTION_CHANGED, by=by, target=opportunity, facts={"question": feature.code, "answers": len(answers)}
    )
    return feature


@transaction.atomic
def remove_feature(*, feature: Feature, by: Actor) -> Opportunity:
    opportunity = locked(feature.opportunity, "decision")
    rules.check_can_ask_more(by, opportunity, queries.anybody_interested(opportunity))
    code = feature.code
    Feature.objects.filter(pk=feature.pk).delete()
    audit.record(Event.QUESTION_REMOVED, by=by, target=opportunity, facts={"question": code})
    return opportunity


@transaction.atomic
def set_quotas(
    *, opportunity: Opportunity, quotas: Mapping[str, SeatsFor], first_turn_percent: int, seen: int, by: Actor
) -> Opportunity:
    """`quotas`: by code of the answer. What is not named keeps what it has."""
    opportunity = locked(opportunity, "decision")
    rules.check_can_set_quotas(by, opportunity, queries.is_drawing(opportunity))
    check_seen(opportunity.version, seen)
    rules.check_quotas(quotas, opportunity.seats)
    for value in FeatureValue.objects.filter(feature__opportunity=opportunity, code__in=quotas):
        each = quotas[value.code]
        value.least, value.most, value.bend, value.never_alone = each.least, each.most, each.bend, each.never_alone
        value.save(update_fields=["least", "most", "bend", "never_alone"])
    opportunity.first_turn_percent = first_turn_percent
    opportunity.version += 1
    opportunity.save(update_fields=["first_turn_percent", "version"])
    facts = {code: [each.least, each.most, each.bend, each.never_alone] for code, each in sorted(quotas.items())}
    audit.record(
        Event.QUOTAS_SET, by=by, target=opportunity, facts={"quotas": facts, "first_turn_percent": first_turn_percent}
    )
    return opportunity


@transaction.atomic
def name_conflict(*, interest: Interest, why: str, by: Actor) -> Interest:
    """The coordinator writes down why somebody should not decide this. They read it; empty words take it back."""
    interest = locked(interest, "opportunity__decision", "person")
    opportunity = interest.opportunity
    rules.check_can_name_conflict(by, opportunity, queries.is_drawing(opportunity))
    interest.conflict, interest.conflict_by_person = why.strip(), False
    interest.save(update_fields=["conflict", "conflict_by_person"])
    facts = {"person": interest.person.code, "conflict": bool(interest.conflict)}
    audit.record(Event.CONFLICT_NAMED, by=by, target=opportunity, facts=facts)
    return interest


def keep_answers(interest: Interest, answers: Mapping[str, str]) -> bool:
    """Called inside the verb that asked the rules. Asked and left empty: they would rather not say. Not asked this
    time, as when somebody rings about something else: what they said before stands. True if any answer is kept."""
    values = {value.code: value for value in FeatureValue.objects.filter(feature__opportunity=interest.opportunity)}
    for feature in interest.opportunity.features.all():
        chosen = {"value": values.get(answers.get(feature.code, ""))}
        asked = feature.code in answers
        keep = InterestAnswer.objects.update_or_create if asked else InterestAnswer.objects.get_or_create
        keep(interest=interest, feature=feature, defaults=chosen)
    return interest.answers.filter(value__isnull=False).exists()


def forget_answers(opportunity: Opportunity) -> None:
    """It is over, so nobody needs them any more. Called inside the verb that ended it."""
    InterestAnswer.objects.filter(interest__opportunity=opportunity).delete()
    DrawEntry.objects.filter(draw__opportunity=opportunity).update(answers="")
    Interest.objects.filter(opportunity=opportunity).update(conflict="", unavailable=False)


def forget_answers_of(interest: Interest) -> None:
    """They took it back. The tickets of a draw stand; what they had answered does not."""
    interest.answers.all().delete()
    DrawEntry.objects.filter(draw__opportunity=interest.opportunity_id, person=interest.person_id).update(answers="")
