"""Inside Django: one list taken as a file by the coordinator, in a process that does nothing else."""

from __future__ import annotations

import resource
import time
from typing import Any

from django.core.management import call_command

from alongside.audit.models import Content
from alongside.config.commands.serve_ import gather_static

from . import bulk
from .pages import client_for, unit
from .sizes import Size
from .world import SLUG
from .world.build import build

# name: (its address, the name of the list on its page, what narrows it to a few of its rows)
LISTS = {
    "voices": ("voices/?state=all", "ledger", lambda: f"&unit={unit().code}"),
    "people": ("people/?sort=-since", "people", lambda: "&state=left"),
}


def load_lists(rows: str) -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    gather_static()
    many = int(rows)
    build(Size("lists", decisions=500, contributions=many, people=many, opportunities=100, events=500, messages=100))
    return {"mb": bulk.size_in_mb()}


def take(name: str, kind: str, how_many: str = "all") -> dict[str, Any]:
    address, on_page, few = LISTS[name]
    address = f"/{SLUG}/{address}{few() if how_many == 'few' else ''}"
    client = client_for("coordinator")
    client.defaults.pop("HTTP_ACCEPT_ENCODING")  # its first bytes would be those of the compression
    client.get(address, secure=True)  # as somebody has seen the page before they take its list
    began = time.perf_counter()
    response: Any = client.get(f"{address}&file={kind}&list={on_page}", secure=True)
    sent = iter(response.streaming_content)
    size = len(next(sent))
    first = time.perf_counter() - began
    size += sum(map(len, sent))
    whole = time.perf_counter() - began
    facts = Content.objects.filter(event__name="list_taken").order_by("-event__seq")[0].facts
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"first": first, "all": whole, "size": size, "mb": most, "rows": facts["count"]}
