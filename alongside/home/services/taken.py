"""Writing down that somebody took a list with them."""

from __future__ import annotations

from django.db import transaction

from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.taking import TakenFile
from alongside.organisation.models import Organisation

from ..events import HomeEvent


@transaction.atomic
def write_down(*, organisation: Organisation, file: TakenFile, by: Actor) -> None:
    """Before the first row leaves. Which list, as what, how many rows, by which filters; never what stands in it."""
    table = type(file.table)
    facts = {
        "list": f"{table.__module__.split('.')[1]}.{table.__name__}",
        "kind": file.kind,
        "count": len(file.rows),
        "narrowed_by": file.narrowed_by,
    }
    record(HomeEvent.LIST_TAKEN, by=by, target=organisation, facts=facts)
