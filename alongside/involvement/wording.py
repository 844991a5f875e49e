"""Words that several pages use: what comes next, and what a role means to the one who has it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core.dates import long_day
from alongside.core.parts import moment
from alongside.decisions.models import PLANNED

from . import rules
from .models import Opportunity, Role
from .models.draws import COMMITTED, DRAWN, NOT_NEEDED, NUMBERED, SET_ASIDE
from .models.meetings import ARRANGED, MET, NOT_MET, TO_DO
from .models.opportunities import CANCELLED, CLOSED, DONE, DRAFT, FILLED, OPEN
from .models.places import ACCEPTED, DECLINED, OFFERED, WITHDRAWN
from .models.requests import ASKED, REFUSED

# To the person, in the words of the place they agreed to.
YOUR_ROLE: dict[int, Any] = {
    Role.TOLD: gettext_lazy("You hear what is decided."),
    Role.ASKED: gettext_lazy("You are asked what you think."),
    Role.INVOLVED: gettext_lazy("You take part in the work."),
    Role.ADVISES: gettext_lazy("You give advice, and they must answer it."),
    Role.SHARES: gettext_lazy("You decide together with staff. Your say counts the same."),
    Role.DECIDES: gettext_lazy("You decide, or you lead it."),
}
TONES = {
    ASKED: "waiting",
    REFUSED: "refused",
    OPEN: "open",
    CLOSED: "waiting",
    FILLED: "done",
    DONE: "done",
    OFFERED: "waiting",
    ACCEPTED: "done",
    DECLINED: "quiet",
    WITHDRAWN: "quiet",
    CANCELLED: "quiet",
    TO_DO: "waiting",
    ARRANGED: "open",
    MET: "done",
    NOT_MET: "late",
    COMMITTED: "waiting",
    NUMBERED: "waiting",
    DRAWN: "done",
    NOT_NEEDED: "done",
    SET_ASIDE: "quiet",
}


def tone(state: str) -> str:
    return TONES.get(state, "quiet")


def next_step(opportunity: Any) -> tuple[str, str]:
    """What to do next with an opportunity, and the step of its page that does it. Rows of `opportunities_for`."""
    if opportunity.state in {DRAFT, OPEN} and opportunity.decision.state != PLANNED:
        return _("The decision was taken already: cancel this"), "cancel"
    steps = {DRAFT: _draft, OPEN: _open, CLOSED: _closed, FILLED: _filled}
    found = steps.get(opportunity.state)
    return found(opportunity) if found else ("", "")


def _draft(opportunity: Opportunity) -> tuple[str, str]:
    missing = rules.missing_to_be_fair(opportunity)
    if not missing:
        return _("Open it"), "open"
    return _("Write what is missing: %s") % "; ".join(missing), "change"


def _open(opportunity: Any) -> tuple[str, str]:
    day = long_day(opportunity.closes_on)
    return _("People can answer until %s") % day, ""


def _closed(opportunity: Any) -> tuple[str, str]:
    if opportunity.drawing:
        return _("Go on with the draw"), "draw"
    free = opportunity.seats - opportunity.accepted - opportunity.offered
    if free > 0:
        return ngettext("Draw who gets %d seat", "Draw who gets %d seats", free) % free, "draw"
    if opportunity.offered:
        waiting = opportunity.offered
        return ngettext("Wait for %d answer", "Wait for %d answers", waiting) % waiting, ""
    return _("All places are taken: tell the others"), "fill"


def _filled(opportunity: Any) -> tuple[str, str]:
    if opportunity.next_session:
        return _("Session on %s") % moment(opportunity.next_session), ""
    return _("Set a session, or mark it done"), "session"
