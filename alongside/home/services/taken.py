"""Writing down that somebody took a list with them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.taking import TakenFile
from alongside.organisation.models import Organisation

from ..events import HomeEvent


@transaction.atomic
def write_down(*, organisation: Organisation, file: TakenFile, by: Actor) -> None:
    """Before the first row leaves. Which list, as what, how many rows, by which filters; never what stands in it."""
    facts: dict[str, Any] = {"list": file.list_name, "kind": file.kind, "narrowed_by": file.narrowed_by}
    if not file.table.discreet:
        facts["count"] = len(file.rows)
    record(HomeEvent.LIST_TAKEN, by=by, target=organisation, facts=facts)
