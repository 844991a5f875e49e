from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions.models import PLANNED, Decision

from ..models import InvolvementRequest
from ..models.requests import ACCEPTED, ASKED, REFUSED, REQUEST, WITHDRAWN
from .common import check_runs, may_ask, may_hold


def check_can_ask(actor: Actor, decision: Decision) -> None:
    if not may_ask(actor, decision):
        raise Refused(_("Only staff of the unit that decides this can ask people in."))
    if decision.state != PLANNED:
        raise Refused(_("This decision is not open any more, so there is nothing left to ask people in to."))


def check_decide_by(decide_by: date, today: date) -> None:
    if decide_by <= today:
        raise Refused(_("The day of the decision must still be to come."), field="decide_by")


def check_can_answer(actor: Actor, request: InvolvementRequest, to: str = ACCEPTED) -> None:
    """Accept or refuse. What was answered once stays answered."""
    check_runs(actor, request)
    words = {
        ACCEPTED: _("This request was accepted already."),
        REFUSED: _("This request was refused already. They can ask again."),
        WITHDRAWN: _("This request was taken back by those who asked."),
    }
    REQUEST.check(request.state, to, words.get(request.state))


def check_can_withdraw_request(actor: Actor, request: InvolvementRequest, live: bool) -> None:
    """`live`: an opportunity from it is still going on."""
    if not may_hold(actor, request):
        raise Refused(_("Only those who asked, or the coordinator, can take this request back."))
    if live:
        raise Refused(_("People are already being asked. Cancel the opportunity first: they must be told."))
    if request.state not in {ASKED, ACCEPTED}:
        raise Refused(_("This request is closed already: there is nothing to take back."))
