"""Nobody waits for the figures of a large organisation: what was looked at lately is counted before somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from alongside.organisation.queries import all_organisations, settings_of

from ..queries import Scope, count_map, count_sheet, keeping
from ..queries.evidence import evidence_of_whole, evidence_without_signs
from ..queries.packing import gather_pack

# Under the name under which each is kept.
COUNTS: dict[str, Callable[[Scope, str], Any]] = {
    "map": count_map,
    "figures": count_sheet,
    "evidence": evidence_of_whole,
    "evidence-without-signs": evidence_without_signs,
    "pack": gather_pack,
}


def count_ahead() -> int:
    """In every organisation; how many were counted. It writes nothing but the cache, so it may run at any time, twice
    at once too."""
    counted = 0
    for organisation in all_organisations():
        with timezone.override(organisation.time_zone):
            settings = settings_of(organisation.pk)
            counted += keeping.count_ahead(organisation, settings, timezone.localdate(), COUNTS)
    return counted
