"""Saying that words shaped something, and their author saying that they did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Decision
from alongside.involvement.models import AgendaItem, Paper
from alongside.organisation import queries as organisations

from .. import phrases, rules, seals
from ..events import VoiceEvent
from ..models import Contribution, Denial, Shaped
from . import change_messages
from .common import as_said, clock_for, locked


@dataclass(frozen=True)
class What:
    """What was shaped: a decision, or a paper or an agenda item of a session about it."""

    decision: Decision
    paper: Paper | None = None
    agenda_item: AgendaItem | None = None


@transaction.atomic
def say_shaped(*, what: What, contributions: Sequence[Contribution], how: str, role: str, by: Actor) -> list[Shaped]:
    """Say out of whose words it came and how anybody can see that. Each author sees it, and can dispute it."""
    if what.decision.organisation_id != by.organisation_id:
        raise NotYours
    rules.check_shape(by, what.decision)
    rules.check_how(how := as_said(how))
    if what.paper and what.paper.sent_on is None:
        raise Refused(_("This paper has not gone out yet. Say what shaped it once people have it."))
    if not contributions:
        raise Refused(_("Choose at least one thing that was said."), field="voices")
    rows = [locked(one) for one in sorted(contributions, key=lambda one: one.pk)]
    for one in rows:
        rules.check_shaped_by(by, one)
    made = [_say(what, one, how, role, by) for one in rows if not _said_before(what, one)]
    if not made:
        raise Refused(_("All of that is written down already."), field="voices")
    return made


def _said_before(what: What, said: Contribution) -> bool:
    return said.shaped.filter(decision=what.decision, paper=what.paper, agenda_item=what.agenda_item).exists()


def _say(what: What, said: Contribution, how: str, role: str, by: Actor) -> Shaped:
    made = Shaped.objects.create(
        organisation=said.organisation,
        contribution=said,
        decision=what.decision,
        paper=what.paper,
        agenda_item=what.agenda_item,
        how=how,
        role=role,
        shaped_on=organisations.clock_of(said.organisation).today(),
        **byline(by),
    )
    facts = {"shaped": made.code, "decision": what.decision.code}
    audit.record(VoiceEvent.SHAPED, by=by, target=said, facts=facts)
    change_messages.to_author_about_shaped(made)
    return made


@transaction.atomic
def dispute_shaped(*, shaped: Shaped, contribution: Contribution, by: Actor, words: str = "") -> Denial:
    """Its author says that it is not so. It stands beside the claim from then on."""
    contribution = locked(contribution)
    shaped = Shaped.objects.select_for_update(of=("self",), no_key=True).get(pk=shaped.pk)
    rules.check_dispute_shaped(by, contribution, shaped)
    if shaped.denials.exists():
        raise Refused(_("You have said so already. It is on the page."))
    if words := as_said(words) if phrases.can_be_seen(words) else "":
        rules.check_words(words)
    today = clock_for(contribution).today()
    made = Denial.objects.create(
        shaped=shaped,
        contribution=contribution,
        person=contribution.person,
        words=words,
        salt=new_salt(),
        disputed_on=today,
        **byline(by),
    )
    shaped.disputed_on = today
    shaped.save(update_fields=["disputed_on"])
    facts = {"shaped": shaped.code, "contribution": contribution.code}
    audit.record(VoiceEvent.SHAPED_DISPUTED, by=by, target=made, facts={**facts, "sealed": seals.seal(made)})
    return made
