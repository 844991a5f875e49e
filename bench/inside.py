"""What a worker can be asked."""

from __future__ import annotations

import time
from typing import Any

from django.core.management import call_command
from django.db.models import Exists, OuterRef, QuerySet

from alongside.audit.models import Event
from alongside.config.commands.serve_ import gather_static
from alongside.voice.events import VoiceEvent
from alongside.voice.models import Contribution, ContributionStatus

from . import bulk, pages, speaking
from .sizes import SIZES
from .world.build import SLUG, build


def load(size: str) -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    gather_static()
    start = time.perf_counter()
    build(SIZES[size])
    return {"seconds": time.perf_counter() - start, "mb": bulk.size_in_mb(), "rows": bulk.counts()}


def measure(*only: str) -> dict[str, Any]:
    return pages.measure(only)


def session() -> dict[str, Any]:
    """A contributor who is signed in, for a browser."""
    return pages.signed_in("contributor")


def words_kept() -> list[str]:
    """What was said on the public page while it was measured."""
    return list(_said_here().values_list("words", flat=True))


def _said_here() -> QuerySet[Contribution]:
    return Contribution.objects.filter(organisation__slug=SLUG, words__startswith=speaking.BEGINNING)


def not_whole() -> int:
    """How many of them lack their first state or their event."""
    rows = _said_here()
    without_state = rows.exclude(Exists(ContributionStatus.objects.filter(contribution=OuterRef("pk")))).count()
    logged = set(Event.objects.filter(name=VoiceEvent.SAID).values_list("target", flat=True))
    without_event = sum(code not in logged for code in rows.values_list("code", flat=True))
    return without_state + without_event


COMMANDS = {
    "words_kept": words_kept,
    "not_whole": not_whole,
    "load": load,
    "measure": measure,
    "session": session,
}
