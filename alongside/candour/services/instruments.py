"""Write down a total of a validated instrument; take one back that was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.inputs import tidy_text
from alongside.involvement.models import Opportunity
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.organisation.rules import check_here

from ..events import CandourEvent as Event
from ..models import InstrumentTotal
from ..queries import instruments as queries
from ..rules import instruments as rules


@dataclass(frozen=True)
class Total:
    """What was worked out elsewhere, from whose answers."""

    name: str
    edition: str
    side: str
    taken_on: date
    n: int
    score: Decimal
    scale: str


@transaction.atomic
def write_total(
    *, total: Total, unit: Unit | None = None, opportunity: Opportunity | None = None, by: Actor
) -> InstrumentTotal:
    """Of an activity, or of a unit. Of fewer people than are shown here it is not kept at all."""
    if opportunity is not None:
        unit = opportunity.decision.unit
    assert unit is not None
    check_here(by, unit)
    rules.check_can_write_totals(by, unit.pk)
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    clock = organisations.clock_of(organisation)
    least = clock.settings.pulse_threshold
    rules.check_total(total.name, total.edition, total.scale, total.taken_on, clock.today())
    rules.check_enough(total.n, least)
    rules.check_nobody_between(total.n, queries.of_nearly_the_same_people(total, unit, opportunity), least)
    made = InstrumentTotal.objects.create(
        organisation=organisation,
        unit=unit,
        opportunity=opportunity,
        name=" ".join(total.name.split()),
        edition=" ".join(total.edition.split()),
        side=total.side,
        taken_on=total.taken_on,
        n=total.n,
        score=total.score,
        scale=total.scale,
        least=least,
        **byline(by),
    )
    facts = {"unit": unit.code, "n": total.n, "score": str(total.score), "taken_on": total.taken_on.isoformat()}
    audit.record(Event.TOTAL_WRITTEN, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def take_back_total(*, total: InstrumentTotal, why: str, by: Actor) -> InstrumentTotal:
    """It was wrong. It stays, struck out, with why: somebody may have read it."""
    total = (
        InstrumentTotal.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=total.pk)
    )
    rules.check_can_take_back_total(by, total, why)
    total.wrong_on, total.why_wrong = organisations.clock_of(total.organisation).today(), tidy_text(why)
    total.save(update_fields=["wrong_on", "why_wrong"])
    audit.record(Event.TOTAL_WRONG, by=by, target=total, facts={})
    return total
