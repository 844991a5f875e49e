"""What a worker can be asked."""

from __future__ import annotations

import time
from typing import Any

from django.core.management import call_command
from django.db.models import Exists, OuterRef, QuerySet

from alongside.accounts.permissions import Permission as P
from alongside.audit.models import Event
from alongside.config.commands.serve_ import gather_static
from alongside.core.actor import Actor, Grant, Kind
from alongside.organisation.models import Organisation
from alongside.voice import queries
from alongside.voice.events import VoiceEvent
from alongside.voice.models import Contribution, ContributionStatus, Grave

from . import bulk, closing_inside, counting, finding, pages, signing, speaking, taking
from .sizes import COUNTED, SEARCHED, SIGNED, SIZES
from .world import SLUG
from .world.build import build


def load(size: str) -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    gather_static()
    start = time.perf_counter()
    build((SIZES | SEARCHED | SIGNED | COUNTED)[size])
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


def reading_order() -> dict[str, Any]:
    """What an organisation was told, in the order in which it is read; and how much of it has a reader and a day."""
    here = Organisation.objects.get().pk
    coordinator = Actor(Kind.USER, here, grants=frozenset({Grant(P.ANSWER)}))
    rows = list(queries.unread_for(coordinator))
    readers = {unit: queries.reader_of(unit) for unit in {row.unit for row in rows}}
    return {
        "order": [row.words for row in rows],
        "arrival": [row.words for row in sorted(rows, key=lambda row: (row.received_on, row.pk))],
        "raised": sum(row.grave == Grave.PHRASE for row in rows),
        "read": sum(readers[row.unit] is not None and row.read_by is not None for row in rows),
    }


COMMANDS = {
    "reading_order": reading_order,
    "words_kept": words_kept,
    "not_whole": not_whole,
    "load": load,
    "load_lists": taking.load_lists,
    "take": taking.take,
    "measure": measure,
    "session": session,
    "find": finding.measure,
    "signs": signing.measure,
    "count": counting.measure,
    "close": closing_inside.measure,
}
