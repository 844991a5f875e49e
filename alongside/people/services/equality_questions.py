"""The questions, how they are worded, and those whom the organisation is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import equality_rules, queries, texts
from ..equality_words import STARTER
from ..events import PeopleEvent
from ..models import EqualityPopulation, EqualityQuestion, EqualityWording


@transaction.atomic
def add_equality_question(
    *,
    name: str,
    text: str,
    choices: Sequence[str],
    own_words: bool = False,
    source: str = "",
    by: Actor,
) -> EqualityQuestion:
    equality_rules.check_keep_questions(by)
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    question = EqualityQuestion.objects.create(
        organisation=organisation, name=_name(name, organisation.pk), place=_next_place(organisation.pk)
    )
    _word(question, text, choices, own_words, source, by)
    record(PeopleEvent.EQUALITY_ADDED, by=by, target=question, facts={"wording": 1})
    return question


@transaction.atomic
def take_starter_questions(*, by: Actor) -> int:
    """Those that everybody may begin with and that are not there yet, as the organisation's own from then on."""
    equality_rules.check_keep_questions(by)
    there = {each.question.name.casefold() for each in queries.equality_questions(by.organisation_id or 0, False)}
    missing = [each for each in STARTER if str(each.name).casefold() not in there]
    for each in missing:
        add_equality_question(
            name=str(each.name),
            text=str(each.text),
            choices=[str(choice) for choice in each.choices],
            own_words=each.own_words,
            source=str(each.source),
            by=by,
        )
    return len(missing)


@transaction.atomic
def reword_equality_question(
    *,
    question: EqualityQuestion,
    name: str,
    text: str,
    choices: Sequence[str],
    own_words: bool = False,
    source: str = "",
    in_use: bool = True,
    seen: int | None = None,
    by: Actor,
) -> EqualityQuestion:
    """Other words are a new wording; what was answered before stays an answer to the old one. Out of use it is asked
    no more, and everybody can still take their answer out."""
    question = _locked(question, by)
    now = EqualityWording.objects.filter(question=question).order_by("-number")[0]
    _check_seen(now, seen)
    question.name, question.in_use = _name(name, question.organisation_id, question.pk), in_use
    question.save(update_fields=["name", "in_use"])
    asked = (_text(text), _choices(choices), own_words, texts.line(source, "source", 300))
    if asked != (now.text, now.choices, now.own_words, now.source):
        now = _word(question, text, choices, own_words, source, by)
    facts = {"wording": now.number, "in_use": in_use}
    record(PeopleEvent.EQUALITY_CHANGED, by=by, target=question, facts=facts)
    return question


@transaction.atomic
def set_population(
    *,
    question: EqualityQuestion,
    who: str,
    source: str,
    counted_on: date,
    shares: Mapping[str, Decimal],
    seen: int | None = None,
    by: Actor,
) -> EqualityPopulation:
    """Those whom the organisation is for, as somebody counted them. What stood before stays in the record."""
    question = _locked(question, by)
    wording = EqualityWording.objects.filter(question=question).order_by("-number")[0]
    _check_seen(wording, seen)
    kept = {"who": texts.line(who, "who"), "source": texts.line(source, "source", 300)}
    for field, value in kept.items():
        if not value:
            raise Refused(_("Write where this comes from: anybody must be able to look it up."), field=field)
    if counted_on > organisations.clock_of(question.organisation).today():
        raise Refused(_("This day has not come yet. Write the day for which it was counted."), field="counted_on")
    equality_rules.check_shares(shares, wording.choices)
    row = EqualityPopulation.objects.create(
        question=question,
        counted_on=counted_on,
        shares={choice: str(shares[choice]) for choice in wording.choices},
        **kept,
        **byline(by),
    )
    facts = {"counted_on": counted_on.isoformat(), "wording": wording.number}
    record(PeopleEvent.POPULATION_SET, by=by, target=question, facts=facts)
    return row


def _check_seen(now: EqualityWording, seen: int | None) -> None:
    if seen is not None and seen != now.number:
        raise Refused(_("Somebody changed this while you wrote. Look at it again."), field="seen")


def _locked(question: EqualityQuestion, by: Actor) -> EqualityQuestion:
    equality_rules.check_keep_questions(by, question)
    rows = EqualityQuestion.objects.select_related("organisation").select_for_update(of=("self",), no_key=True)
    found = rows.filter(organisation=by.organisation_id, pk=question.pk).first()
    if found is None:
        raise NotYours
    return found


def _word(
    question: EqualityQuestion, text: str, choices: Sequence[str], own_words: bool, source: str, by: Actor
) -> EqualityWording:
    kept, listed = _text(text), _choices(choices)
    equality_rules.check_wording(kept, listed)
    last = EqualityWording.objects.filter(question=question).aggregate(last=Max("number"))["last"] or 0
    return EqualityWording.objects.create(
        question=question,
        number=last + 1,
        text=kept,
        choices=listed,
        own_words=own_words,
        source=texts.line(source, "source", 300),
        from_day=organisations.clock_of(question.organisation).today(),
        **byline(by),
    )


def _text(text: str) -> str:
    return texts.line(text, "text", 500)


def _choices(choices: Sequence[str]) -> list[str]:
    return [kept for each in choices if (kept := texts.line(each, "choices", equality_rules.LONGEST_CHOICE))]


def _name(name: str, organisation_id: int, other_than: int = 0) -> str:
    kept = texts.line(name, "name", 60)
    if not kept:
        raise Refused(_("Write a short name for it."), field="name")
    same = EqualityQuestion.objects.filter(organisation=organisation_id, name__iexact=kept).exclude(pk=other_than)
    if same.exists():
        raise Refused(_("There is a question with this name, in use or not. Choose another name."), field="name")
    return kept


def _next_place(organisation_id: int) -> int:
    last = EqualityQuestion.objects.filter(organisation=organisation_id).aggregate(last=Max("place"))["last"] or 0
    return last + 1
