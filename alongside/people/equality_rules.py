"""Who may ask, answer and count what people say about themselves; and what is never asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import Refused

from . import rules, texts
from .equality_words import NEVER
from .models import EqualityQuestion, EqualityWording, Person

LEAST_CHOICES, MOST_CHOICES = 2, 40
LONGEST_CHOICE, LONGEST_WORDS = 200, 200
HUNDRED, ROUNDED = Decimal(100), Decimal(1)  # published shares are rounded: together they may miss a hundred by one


def check_answer_for(actor: Actor, person: Person) -> None:
    """The person, or whoever keeps the register from what they were told; they never see what is there already."""
    rules.check_speak_for(actor, person)


def can_read_own(actor: Actor, person: Person) -> bool:
    """Nobody reads what somebody else said about themselves, whatever their role."""
    return rules.is_own(actor, person)


def check_keep_questions(actor: Actor, question: EqualityQuestion | None = None) -> None:
    elsewhere = question is not None and question.organisation_id != actor.organisation_id
    if elsewhere or not (actor.kind == Kind.SYSTEM or actor.can(P.SETTINGS)):
        raise Refused(_("Only a coordinator or an administrator changes these questions. Ask one of them."))


def can_keep_questions(actor: Actor) -> bool:
    try:
        check_keep_questions(actor)
    except Refused:
        return False
    return True


def check_type_in(actor: Actor) -> None:
    """A sheet without a name is typed in by whoever keeps the register."""
    rules.check_keep_register(actor)


def check_asked(wording: EqualityWording | None, seen: int) -> EqualityWording:
    """An answer is to the words that were read, never to others."""
    if wording is None:
        raise Refused(_("This is not asked any more. Go back to the list of questions."))
    if seen != wording.number:
        raise Refused(_("This question was asked in other words a moment ago. Read it again."), field="seen")
    return wording


def check_choice(wording: EqualityWording, choice: str | None, words: str) -> None:
    if choice is None or (choice and choice not in wording.choices):
        raise Refused(_("Choose one of the answers, or say that you would rather not say."), field="choice")
    if words and not wording.own_words:
        raise Refused(_("There is no line for own words here."), field="choice")
    texts.checked(words, "words", LONGEST_WORDS)


def check_wording(text: str, choices: Sequence[str]) -> None:
    """Never what somebody is diagnosed with or which money they get: taking part must not put either at risk."""
    if not text:
        raise Refused(_("Write the question."), field="text")
    if not LEAST_CHOICES <= len(choices) <= MOST_CHOICES:
        raise Refused(_("Write from 2 to 40 answers, each on a line of its own."), field="choices")
    for choice in choices:
        texts.checked(choice, "choices", LONGEST_CHOICE)
    if len({choice.casefold() for choice in choices}) < len(choices):
        raise Refused(_("One answer stands there twice. Take one of them out."), field="choices")
    for asked, field in ((text, "text"), ("\n".join(choices), "choices")):
        if any(re.search(pattern, asked, re.IGNORECASE) for pattern in NEVER):
            raise Refused(
                _(
                    "Nobody is asked here what they are diagnosed with, or which benefits they get. Ask what makes"
                    " things harder for them instead."
                ),
                field=field,
            )


def check_shares(shares: Mapping[str, Decimal], choices: Sequence[str]) -> None:
    """All answers, and a hundred in a hundred."""
    for choice in choices:
        if choice not in shares:
            raise Refused(_("Write a share for each answer: 0 where there is nobody."), field="shares")
    if set(shares) - set(choices):
        raise Refused(_("Write a share for each answer that can be chosen, and for no other."), field="shares")
    if any(not Decimal(0) <= share <= HUNDRED for share in shares.values()):
        raise Refused(_("A share is a number from 0 to 100."), field="shares")
    total = sum(shares.values(), Decimal(0))
    if abs(total - HUNDRED) > ROUNDED:
        told = _("Together these are %(total)s in a hundred. They have to be 100, or 99 to 101 where they are rounded.")
        raise Refused(told % {"total": f"{total.normalize():f}"}, field="shares")
