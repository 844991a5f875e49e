"""Out of whose words something came, for a room above that asks them about it. Never shown to anybody."""

from __future__ import annotations

from collections.abc import Collection

from ..models import Contribution
from ..models.contributions import WITHDRAWN


def authors_of_changes(change_ids: Collection[int]) -> set[int]:
    """Those whom we can ask: on the register, not forgotten, and their words not taken back."""
    if not change_ids:
        return set()
    rows = Contribution.objects.filter(changes__change__in=change_ids, person__erased_on__isnull=True)
    return set(rows.exclude(state=WITHDRAWN).exclude(person=None).values_list("person", flat=True))
