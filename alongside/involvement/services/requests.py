"""The front door. Short notice is not hidden: it is written on the request and stays there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.bylines import begin, byline, move
from alongside.accounts.models import User
from alongside.accounts.roles import STAFF_ROLES
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations

from .. import links, rules
from ..events import InvolvementEvent as Event
from ..models import InvolvementRequest, RequestStatus
from ..models.opportunities import LIVE
from ..models.requests import ACCEPTED, REFUSED, REQUEST, WITHDRAWN
from ..rules.requests import check_decide_by
from .common import locked, tell_coordinators, tell_user


@transaction.atomic
def ask(
    *,
    decision: Decision,
    what: str,
    why: str,
    open_part: str,
    fixed_part: str,
    decider: str,
    decide_by: date,
    budget: Decimal,
    budget_line: str,
    sponsor: User,
    by: Actor,
) -> InvolvementRequest:
    """Ask for people to take part. `why`: what would still change because of it."""
    decision = locked(decision, "organisation")
    rules.check_can_ask(by, decision)
    clock = organisations.clock_of(decision.organisation)
    today = clock.today()
    _check_asking(why=why, decide_by=decide_by, sponsor=sponsor, organisation_id=decision.organisation_id, today=today)
    notice = clock.working_days_between(today, decide_by)
    made = InvolvementRequest.objects.create(
        organisation=decision.organisation,
        decision=decision,
        unit_id=decision.unit_id,
        what=what,
        why=why,
        open_part=open_part,
        fixed_part=fixed_part,
        decider=decider,
        decide_by=decide_by,
        asked_on=today,
        notice_days=notice,
        short_notice=notice < clock.settings.notice_days,
        budget=budget,
        budget_line=budget_line,
        sponsor=sponsor,
        answer_due_on=clock.acknowledge_by(today),
        **byline(by),
    )
    begin(made, statuses=RequestStatus, by=by, on=today)
    _tell_asked(made)
    facts = {"decision": decision.code, "decide_by": str(decide_by), "notice_days": notice, "budget": str(budget)}
    audit.record(Event.ASKED, by=by, target=made, facts={**facts, "short_notice": made.short_notice})
    return made


def _check_asking(*, why: str, decide_by: date, sponsor: User, organisation_id: int, today: date) -> None:
    if not why.strip():
        raise Refused(_("Say what would still change because people take part."), field="why")
    check_decide_by(decide_by, today)
    if not organisations.users_with(organisation_id, *STAFF_ROLES).filter(pk=sponsor.pk).exists():
        raise Refused(_("The sponsor must be somebody who works here."), field="sponsor")


def _tell_asked(request: InvolvementRequest) -> None:
    notice = ngettext(
        "That is %(days)d working day from now.", "That is %(days)d working days from now.", request.notice_days
    )
    body = _("%(what)s. It is decided by %(day)s. %(notice)s Please answer by %(due)s.") % {
        "what": request.what,
        "day": long_day(request.decide_by),
        "notice": notice % {"days": request.notice_days},
        "due": long_day(request.answer_due_on),
    }
    subject = _("A new request for involvement")
    tell_coordinators(request.organisation, "involvement_asked", subject, body, _address(request))


def _address(request: InvolvementRequest) -> str:
    return links.to(request.organisation, "involvement", "requests", request.code)


def _tell_askers(request: InvolvementRequest, kind: str, subject: str, body: str) -> None:
    for user_id in {user_id for user_id in (request.recorded_by_id, request.sponsor_id) if user_id}:
        tell_user(request.organisation, user_id, kind, subject, body, _address(request))


@transaction.atomic
def accept(*, request: InvolvementRequest, by: Actor) -> InvolvementRequest:
    request = locked(request, "organisation", "decision")
    rules.check_can_answer(by, request, ACCEPTED)
    _answer(request, ACCEPTED, by)
    body = _("“%(what)s” was accepted. The coordinator writes the opportunity next and asks you what is missing.")
    _tell_askers(request, "request_accepted", _("Your request was accepted"), body % {"what": request.what})
    audit.record(Event.ACCEPTED, by=by, target=request, facts={"on": str(request.answered_on)})
    return request


@transaction.atomic
def refuse(*, request: InvolvementRequest, reason: str, by: Actor) -> InvolvementRequest:
    """A refusal has a reason, those who asked read it, and it is always reported."""
    request = locked(request, "organisation", "decision")
    rules.check_can_answer(by, request, REFUSED)
    if not reason.strip():
        raise Refused(_("Write down why you refuse. Those who asked read it, and so does the board."), field="reason")
    request.reason = reason
    _answer(request, REFUSED, by, "reason")
    body = _("“%(what)s” was refused. The reason: %(reason)s")
    words = {"what": request.what, "reason": reason}
    _tell_askers(request, "request_refused", _("Your request was refused"), body % words)
    facts = {"on": str(request.answered_on), "short_notice": request.short_notice}
    audit.record(Event.REFUSED, by=by, target=request, facts=facts)
    return request


def _answer(request: InvolvementRequest, to: str, by: Actor, *changed: str) -> None:
    request.answered_on = organisations.clock_of(request.organisation).today()
    request.version += 1
    move(
        request,
        to,
        lifecycle=REQUEST,
        statuses=RequestStatus,
        by=by,
        on=request.answered_on,
        changed=("answered_on", "version", *changed),
    )


@transaction.atomic
def withdraw_request(*, request: InvolvementRequest, by: Actor) -> InvolvementRequest:
    request = locked(request, "organisation", "decision")
    live = request.opportunities.filter(state__in=LIVE).exists()
    rules.check_can_withdraw_request(by, request, live)
    request.version += 1
    move(request, WITHDRAWN, lifecycle=REQUEST, statuses=RequestStatus, by=by, changed=("version",))
    subject, body = _("A request was taken back"), _("“%(what)s” was taken back by those who asked.")
    words = body % {"what": request.what}
    tell_coordinators(request.organisation, "request_withdrawn", subject, words, _address(request))
    audit.record(Event.REQUEST_WITHDRAWN, by=by, target=request)
    return request
