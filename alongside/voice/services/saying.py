"""Somebody says something, and a debt begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core import follow_codes
from alongside.core.actor import Actor
from alongside.core.codes import new_code
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.people.holding import hold_author
from alongside.people.models import Person

from .. import queries, rules, safety_rules, seals, warning_words
from ..events import VoiceEvent
from ..models import Contribution, ContributionStatus, RaisedBy, Via
from ..models.contributions import RECEIVED
from ..shapes import Asks, NewFile, Origin, Uses
from . import messages
from .attaching import keep_files
from .common import as_said, next_due
from .concerns import set_apart
from .contact import ask_for_contact
from .searching import keep_findable
from .wordlists import look_again


@transaction.atomic
def say(  # noqa: PLR0913  one for each thing a form asks
    *,
    kind: str,
    words: str,
    by: Actor,
    unit: Unit | None = None,
    decision: Decision | None = None,
    meeting: Meeting | None = None,
    about: str = "",
    person: Person | None = None,
    group_name: str = "",
    uses: Uses | None = None,
    said_on: date | None = None,
    received_on: date | None = None,
    via: str = Via.PUBLIC_PAGE,
    follow_code: str = "",
    asks: Asks | None = None,
    files: Sequence[NewFile] = (),
    **origin: Unpack[Origin],
) -> tuple[Contribution, str | None]:
    """Keep what was said, word for word. Whoever is not on the register gets a code to follow it with.

    The code is returned once and kept only as a digest. What is owed runs from `received_on`.
    """
    asks = asks or Asks()
    organisation, clock = organisations.clock_for(by)
    decision = meeting.opportunity.decision if meeting else decision
    unit = _who_owes(organisation, decision, unit)
    _check(by, unit, person, asks, origin)
    rules.check_words(words := as_said(words))
    code = follow_code or (None if person or origin.get("adds_to") else new_code(follow_codes.LENGTH))
    contribution = Contribution.objects.create(
        organisation=organisation,
        kind=kind,
        words=words,
        salt=new_salt(),
        unit=unit,
        decision=None if meeting else decision,
        meeting=meeting,
        about=about,
        follow_digest=queries.digest_of_code(code) if code else "",
        via=via,
        owner=decision.owner if decision else None,
        grave=warning_words.grave_of(words, phrases := queries.words_of(organisation.pk), asks.contact),
        **origin,
        **_days(clock, said_on, received_on),
        **_author(organisation, person, group_name, uses or Uses()),
        **byline(by),
    )
    return _begin(contribution, asks, files, by, phrases), code


def _check(by: Actor, unit: Unit, person: Person | None, asks: Asks, origin: Origin) -> None:
    if person:
        hold_author(by, person.pk)
    rules.check_say(by, unit.pk)
    rules.check_speaks(by, person.pk if person else None)
    safety_rules.check_asks(asks, named=person is not None)
    rules.check_lang(origin.get("lang", ""))
    things = (origin.get("question"), origin.get("letterbox"), origin.get("adds_to"))
    rules.check_belongs(unit.organisation_id, *things)


def _begin(
    contribution: Contribution, asks: Asks, files: Sequence[NewFile], by: Actor, phrases: warning_words.Words
) -> Contribution:
    """What may be a risk to somebody goes to the safeguarding lead at once, and nobody else hears of it."""
    transaction.on_commit(lambda: look_again(contribution, phrases), robust=True)
    begin(contribution, statuses=ContributionStatus, by=by, on=contribution.received_on)
    keep_findable(contribution)
    with audit.together():
        audit.record(VoiceEvent.SAID, by=by, target=contribution, facts=_facts(contribution))
        if asks.contact:
            ask_for_contact(contribution, asks, by)
        if asks.risk:
            set_apart(contribution, by=by, raised_by=RaisedBy.AUTHOR)
        messages.to_owner(contribution, "contribution_received", _("Somebody said something that you are to answer."))
        keep_files(contribution, files, by)
    return contribution


def _who_owes(organisation: Organisation, decision: Decision | None, unit: Unit | None) -> Unit:
    found = decision.unit if decision else unit or organisations.top_unit(organisation.pk)
    if found.organisation_id != organisation.pk:
        raise NotYours
    return found


def _days(clock: organisations.Clock, said_on: date | None, received_on: date | None) -> dict[str, date]:
    """Frozen on the first day: no later setting and no later act moves them."""
    received = received_on or clock.today()
    rules.check_days(said := said_on or received, received, clock.today())
    acknowledge_by, answer_by = clock.acknowledge_by(received), clock.answer_by(received)
    return {
        "said_on": said,
        "received_on": received,
        "acknowledge_by": acknowledge_by,
        "answer_by": answer_by,
        "read_by": clock.read_by(clock.today()),  # from the day on which somebody can read it here
        "due_on": next_due(RECEIVED, acknowledge_by, answer_by),
    }


def _author(organisation: Organisation, person: Person | None, group_name: str, uses: Uses) -> dict[str, Any]:
    if person and group_name:
        raise Refused(_("Give a person or a group, not both."), field="group_name")
    if person and person.organisation_id != organisation.pk:
        raise NotYours
    fields = uses.as_fields()
    return {"person": person, "group_name": group_name, **fields, "credit": fields["credit"] and person is not None}


def _facts(contribution: Contribution) -> dict[str, Any]:
    return {
        "sealed": seals.seal(contribution),
        "unit": contribution.unit.code,
        "via": str(contribution.via),
        **({"question": contribution.question.code} if contribution.question else {}),
        **({"letterbox": contribution.letterbox.code} if contribution.letterbox else {}),
        "received_on": contribution.received_on.isoformat(),
        "answer_by": contribution.answer_by.isoformat(),
        "uses": sorted(name for name, allowed in Uses.of(contribution).as_fields().items() if allowed),
    }
