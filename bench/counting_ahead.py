"""Inside Django: what `alongside count` takes, and the first visit after it, when much happened in between."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import Any

from django.db import close_old_connections, connection

from alongside.reports.services.counting_ahead import count_ahead

from .pages import Page, client_for
from .processor import Processor
from .world import SLUG

KEPT = "DELETE FROM django_cache WHERE cache_key LIKE %s AND cache_key NOT LIKE %s"


def ahead(pages: Sequence[Page], unseen: Sequence[Page]) -> dict[str, Any]:
    """The pages were looked at before, the unseen ones never. Seconds for all of it, and milliseconds of each first
    visit."""
    visits = _visits(pages)
    for _name, client, address in visits:
        client.get(address, secure=True)
    with connection.cursor() as cursor:
        cursor.execute(KEPT, ["%reports:%", "%looked-at%"])
    processor = Processor()
    before = processor.read()
    counted = count_ahead()
    seconds = processor.read() - before
    return {
        "counted": counted,
        "seconds": seconds,
        "ms": {name: _first(*visit) for name, *visit in visits},
        "unseen": {name: _first(*visit) for name, *visit in _visits(unseen)},
    }


def _visits(pages: Sequence[Page]) -> list[tuple[str, Any, str]]:
    """Signing in is no part of a visit."""
    found = [(page.name, client_for(page.who), page.address()) for page in pages]
    for _name, client, _address in found:
        client.get(f"/{SLUG}/evidence/", secure=True)
    return found


def _first(client: Any, address: str) -> float:
    processor = Processor()
    gc.collect()
    before = processor.read()
    client.get(address, secure=True)
    close_old_connections()
    return 1000 * (processor.read() - before)
