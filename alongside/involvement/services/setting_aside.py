"""A draw that cannot be finished stays on record, with why. Nobody knows who would have been drawn."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import InvolvementEvent as Event
from ..models import Draw, DrawSecret, DrawStatus, Opportunity
from ..models.draws import DRAW, SET_ASIDE
from .common import locked, today_in


@transaction.atomic
def set_draw_aside(*, draw: Draw, why: str, by: Actor) -> Draw:
    """There is another draw then; this one stays."""
    draw = locked(draw, "organisation", "opportunity", "opportunity__decision")
    rules.check_can_set_aside(by, draw)
    if not why.strip():
        raise Refused(_("Write down why. Everybody can read it."), field="why")
    _set_aside(draw, why.strip(), by)
    return draw


def call_off_draw(opportunity: Opportunity, by: Actor) -> None:
    """Called inside the verb that cancels the opportunity."""
    draw = queries.draw_under_way(opportunity)
    if draw is not None:
        _set_aside(locked(draw, "organisation"), _("It is not going ahead any more."), by)


def _set_aside(draw: Draw, why: str, by: Actor) -> None:
    draw.set_aside_because = why
    DrawSecret.objects.filter(draw=draw).delete()
    on = today_in(draw.organisation)
    move(draw, SET_ASIDE, lifecycle=DRAW, statuses=DrawStatus, by=by, on=on, changed=("set_aside_because",))
    audit.record(Event.DRAW_SET_ASIDE, by=by, target=draw, facts={"commitment": draw.commitment})
