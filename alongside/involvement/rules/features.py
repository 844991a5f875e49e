"""What may be asked of people for a draw, and how many seats may depend on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Opportunity
from ..models.opportunities import CLOSED, DRAFT, LIVE, OPEN
from .common import check_runs

MOST_QUESTIONS, MOST_VALUES = 6, 12


@dataclass(frozen=True)
class SeatsFor:
    """How many seats may go to people who give one answer. `bend`: its place in the agreed order, 1 bends first."""

    least: int = 0
    most: int | None = None
    bend: int | None = None
    never_alone: bool = False


def check_can_ask_more(actor: Actor, opportunity: Opportunity, anybody: bool) -> None:
    """Everybody is asked the same, so the questions stand once somebody said that they are interested."""
    check_runs(actor, opportunity.decision)
    if opportunity.state not in {DRAFT, OPEN}:
        raise Refused(_("The questions stand once it is closed: nobody could answer new ones any more."))
    if anybody:
        raise Refused(_("Somebody has said that they are interested, so the questions stay as they are."))


def check_feature(question: str, why: str, values: Sequence[str], others: Sequence[str]) -> None:
    """`others`: the questions that are asked already."""
    if question in others:
        raise Refused(_("That question is asked already."), field="question")
    if len(others) >= MOST_QUESTIONS:
        raise Refused(_("That is enough questions. Ask only what this panel cannot do without."))
    if not why.strip():
        raise Refused(_("Write down why it is asked. People read it before they answer."), field="why")
    if len(values) < 2:
        raise Refused(_("Write at least two answers, each on a line of its own."), field="values")
    if len(values) > MOST_VALUES:
        raise Refused(_("Write at most %d answers.") % MOST_VALUES, field="values")
    if any(len(words) > 100 for words in values):
        raise Refused(_("Keep each answer under 100 characters."), field="values")


def check_can_set_quotas(actor: Actor, opportunity: Opportunity, drawing: bool) -> None:
    """`drawing`: a draw is sealed and waits for its number."""
    check_runs(actor, opportunity.decision)
    if opportunity.state not in LIVE:
        raise Refused(_("This opportunity is over: it stays as it was."))
    if drawing:
        raise Refused(_("A draw is under way with these rules. They cannot change before it is over."))


def check_quotas(quotas: Mapping[str, SeatsFor], seats: int) -> None:
    """By code of the answer. What fights with what is found out by the preview; this is only shape."""
    places = [each.bend for each in quotas.values() if each.bend is not None]
    for code, each in quotas.items():
        if each.most is not None and each.most < each.least:
            raise Refused(_("The most cannot be less than the least."), field=f"most_{code}")
        if each.least > seats:
            raise Refused(_("There are only %d seats.") % seats, field=f"least_{code}")
        if each.bend is not None and places.count(each.bend) > 1:
            raise Refused(_("Give each rule a place of its own in the order."), field=f"bend_{code}")


def check_answers(answers: Mapping[str, str], known: Mapping[str, set[str]], agreed: bool) -> None:
    """`answers`: by code of the question, the code of the answer or nothing. `known`: what can be answered."""
    for question, value in answers.items():
        if question not in known or (value and value not in known[question]):
            raise Refused(_("That answer is not in the list. Choose another one."))
    if any(answers.values()) and not agreed:
        raise Refused(
            _("Tick that we may use your answers, or choose “I would rather not say” for each question."),
            field="agreed",
        )


def check_can_name_conflict(actor: Actor, opportunity: Opportunity, drawing: bool) -> None:
    check_runs(actor, opportunity.decision)
    if opportunity.state not in {OPEN, CLOSED}:
        raise Refused(_("Nobody is being chosen for this just now."))
    if drawing:
        raise Refused(_("A draw is under way: nobody is taken out of it now. Set it aside first, and say why."))
