"""Open an opportunity: the only maker of its clearance (docs/decisions/0019)."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.involvement import services as involvement
from alongside.involvement.clearance import Clearance
from alongside.involvement.models import Opportunity
from alongside.organisation import queries as organisations

from .. import queries, rules
from ..events import CandourEvent as Event
from ..models import Cleared


@transaction.atomic
def clear_and_open(
    *, opportunity: Opportunity, by: Actor, reason: str = "", allowed_by: User | None = None
) -> Opportunity:
    """`allowed_by` stands behind what is token on its face; where nothing is, both are left out and neither is kept."""
    rows = Opportunity.objects.select_for_update(of=("self",), no_key=True).select_related("organisation", "decision")
    opportunity = rows.get(pk=opportunity.pk)
    marks, here = queries.marks_on(opportunity), opportunity.organisation_id
    may = allowed_by is not None and queries.who_may_allow(here).filter(pk=allowed_by.pk).exists()
    rules.check_stood_behind(marks, reason, may)
    clearance = Clearance(opportunity.pk, opportunity.version, reason.strip() if marks else "")
    opened = involvement.open_opportunity(opportunity=opportunity, clearance=clearance, by=by)
    if marks and allowed_by:
        today = organisations.clock_of(opportunity.organisation).today()
        made = Cleared.objects.create(
            organisation=opportunity.organisation,
            opportunity=opened,
            marks=list(marks),
            reason=clearance.reason,
            allowed_by=allowed_by,
            on=today,
            **byline(by),
        )
        facts = {"opportunity": opened.code, "marks": list(marks), "allowed_by": allowed_by.pk}
        audit.record(Event.CLEARED, by=by, target=made, facts=facts)
    return opened
