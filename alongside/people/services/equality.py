"""What people say about themselves: said, changed and taken back without an event, a time or a trace of whose it is
(docs/decisions/0032)."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.errors import NotYours, Refused

from .. import equality_rules, queries
from ..models import EqualityAnswer, EqualityQuestion, EqualityWording, Person

SHEET_CODE = 10
MOST_ANEW = 500  # answers that are written anew beside one
shuffling = random.SystemRandom()


@transaction.atomic
def answer_equality(
    *, person: Person, question: EqualityQuestion, choice: str | None, seen: int, words: str = "", by: Actor
) -> None:
    """The person's own word, or what they told somebody. `choice` empty: they would rather not say. Said again it
    stands instead of what was said before. No event, no byline, no time."""
    equality_rules.check_answer_for(by, person)
    question = _locked(question, person.organisation_id)
    wording = equality_rules.check_asked(_asked(question), seen)
    words = " ".join(words.split())
    equality_rules.check_choice(wording, choice, words)
    _put(question, wording, queries.key_of(question, person.pk), choice=choice or "", words=words)


@transaction.atomic
def take_back_equality(*, person: Person, question: EqualityQuestion | None = None, by: Actor) -> None:
    """One answer, or all of them: gone at once, and whether there was one is not said."""
    equality_rules.check_answer_for(by, person)
    rows = _one_after_the_other(person.organisation_id)
    for each in rows.filter(pk=question.pk) if question else rows:
        _take_out(each, queries.key_of(each, person.pk))


def forget_equality(person: Person) -> None:
    """Whoever is forgotten: called in the transaction in which everything else about them goes."""
    for each in _one_after_the_other(person.organisation_id):
        _take_out(each, queries.key_of(each, person.pk))


@transaction.atomic
def type_in_equality_sheet(
    *, code: str, quarter: date, given: Mapping[EqualityQuestion, str | None], by: Actor
) -> None:
    """A paper sheet without a name. Typed in again with the same code it stands instead of the first; what is empty on
    it then is taken out, and it stays in its quarter. Whose it is is known to nobody."""
    equality_rules.check_type_in(by)
    if len(tidy(code)) != SHEET_CODE:
        raise Refused(_("The code on the sheet has ten letters and numbers. Look at it again."), field="code")
    asked_of = [(_locked(each, by.organisation_id or 0), given[each]) for each in sorted(given, key=lambda one: one.pk)]
    quarter = _quarter_for(by.organisation_id or 0, code, quarter)
    for question, choice in asked_of:
        asked = _asked(question)
        wording = equality_rules.check_asked(asked, asked.number if asked else 0)
        key = queries.sheet_key(question, code)
        if choice is None:
            _take_out(question, key)
            continue
        equality_rules.check_choice(wording, choice, "")
        _put(question, wording, key, choice=choice, quarter=quarter)


def _quarter_for(organisation_id: int, code: str, chosen: date) -> date:
    """While the questions are locked, so that nobody counts meanwhile."""
    there = queries.quarter_of_sheet(organisation_id, code)
    if there is None and queries.is_counted(organisation_id, chosen):
        told = _("These three months are counted already: a new sheet for them would be in no count. Choose others.")
        raise Refused(told, field="quarter")
    return there or chosen


def _locked(question: EqualityQuestion, organisation_id: int) -> EqualityQuestion:
    found = _one_after_the_other(organisation_id).filter(pk=question.pk).first()
    if found is None:
        raise NotYours
    return found


def _one_after_the_other(organisation_id: int) -> QuerySet[EqualityQuestion]:
    """Answers to one question are put in, taken out and counted one after the other: each of these writes others anew.
    Of several questions always in the same order."""
    return EqualityQuestion.objects.filter(organisation=organisation_id).select_for_update(no_key=True).order_by("pk")


def _asked(question: EqualityQuestion) -> EqualityWording | None:
    if not question.in_use:
        return None
    return EqualityWording.objects.filter(question=question).order_by("-number").first()


def _put(question: EqualityQuestion, wording: EqualityWording, key: str, **values: Any) -> None:
    """In the place of what was there, and not alone: others are written anew with it. An answer that is said again as
    it was stays as it was."""
    found = EqualityAnswer.objects.filter(question=question, key=key).first()
    same = found is not None and all(getattr(found, name) == value for name, value in values.items())
    if found is not None and same and found.wording_id == wording.pk:
        return
    _write_anew(question, key, EqualityAnswer(question=question, wording=wording, key=key, **values))


def _take_out(question: EqualityQuestion, key: str) -> None:
    if EqualityAnswer.objects.filter(question=question, key=key).exists():
        _write_anew(question, key)


def _write_anew(question: EqualityQuestion, key: str, *new: EqualityAnswer) -> None:
    """In PostgreSQL each row carries the number of the transaction that wrote it, and in SQLite its number is where it
    lies: so the newest is one among many that were written at the same moment, in no order."""
    there = EqualityAnswer.objects.filter(question=question)
    rows = list(there.exclude(key=key).order_by("?")[:MOST_ANEW])
    there.filter(Q(pk__in=[row.pk for row in rows]) | Q(key=key)).delete()
    rows += new
    shuffling.shuffle(rows)
    EqualityAnswer.objects.bulk_create(
        EqualityAnswer(
            question_id=row.question_id,
            wording_id=row.wording_id,
            key=row.key,
            choice=row.choice,
            words=row.words,
            quarter=row.quarter,
            counted_in=row.counted_in,
        )
        for row in rows
    )
