"""Nothing is owned by somebody who has gone: what they had goes back to the role of its unit."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from ..events import VoiceEvent
from ..models import Contribution


def hand_back(*, organisation: Organisation, by: Actor) -> int:
    """From everybody who was named for something and may no longer answer there. Safe to run twice."""
    rows = Contribution.objects.filter(organisation=organisation, owed=True, owner__isnull=False).order_by()
    owners: dict[int, set[int]] = {}
    for owner, unit in rows.values_list("owner", "unit").distinct():
        owners.setdefault(owner, set()).add(unit)
    users = User.objects.in_bulk(owners)
    handed = 0
    for owner, units in owners.items():
        theirs = organisations.actor_for(users[owner], organisation.pk)
        if gone := {unit for unit in units if not theirs.can(P.ANSWER, unit)}:
            handed += _hand_back(organisation, users[owner], gone, by)
    return handed


@transaction.atomic
def _hand_back(organisation: Organisation, owner: User, units: set[int], by: Actor) -> int:
    rows = Contribution.objects.select_for_update(of=("self",), no_key=True).filter(
        organisation=organisation, owed=True, owner=owner, unit__in=units
    )
    found = list(rows.select_related("unit").order_by("pk"))
    for row in found:
        row.owner, row.version = None, row.version + 1
        row.save(update_fields=["owner", "version"])
        facts = {"from_owner": owner.code, "unit": row.unit.code}
        audit.record(VoiceEvent.HANDED_BACK, by=by, target=row, facts=facts)
    return len(found)
