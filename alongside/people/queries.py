"""Reading the register."""

from __future__ import annotations

from .models import Person


def person_id_of(user_id: int, organisation_id: int) -> int | None:
    """Where a user stands on an organisation's register, if they do."""
    rows = Person.objects.filter(user=user_id, organisation=organisation_id)
    return rows.values_list("pk", flat=True).first()
