"""Who may say that somebody's words shaped something, and who may say that they did not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions.models import Decision

from .. import phrases
from ..models import Contribution, Shaped
from .common import can, check_author, check_not_taken_back, check_words


def check_shape(by: Actor, decision: Decision) -> None:
    """Those who keep the decision know what shaped it."""
    if not (by.can(P.KEEP_DECISIONS, decision.unit_id) and by.can(P.SEE_VOICES)):
        raise Refused(_("Only those who look after this decision can say what shaped it."))


def check_how(how: str) -> None:
    check_words(how, "how")
    if phrases.is_empty(how):
        raise Refused(_("Say where anybody can see it: a page, a line, what was asked or left out."), field="how")


def check_shaped_by(by: Actor, contribution: Contribution) -> None:
    check_not_taken_back(contribution)
    if contribution.restricted or by.organisation_id != contribution.organisation_id:
        raise Refused(_("That was not said to this organisation."), field="others")
    if not by.can(P.SEE_VOICES, contribution.unit_id):
        raise Refused(_("Those words are read by another part of the organisation."), field="others")


def check_dispute_shaped(by: Actor, contribution: Contribution, shaped: Shaped) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if shaped.contribution_id != contribution.pk:
        raise Refused(_("That is not about what you said."))


def can_shape(by: Actor, decision: Decision) -> bool:
    return can(check_shape, by, decision)


def can_dispute_shaped(by: Actor, contribution: Contribution, shaped: Shaped) -> bool:
    return can(check_dispute_shaped, by, contribution, shaped)
