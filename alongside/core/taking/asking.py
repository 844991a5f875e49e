"""Asking for a list: which one of a page, as what, and whether taking it is written down."""

from __future__ import annotations

from typing import Any

from ..tables import Table

CSV, XLSX = "csv", "xlsx"
KINDS = (XLSX, CSV)
KIND, WHICH = "file", "list"  # in the address


class FileAsked(Exception):
    """Somebody who may see this list asks for it as a file. Raised where it would be drawn."""

    def __init__(self, table: Table, kind: str) -> None:
        super().__init__(f"{type(table).__name__} as {kind}")
        self.table, self.kind = table, kind


def raise_if_asked(table: Table, name: str) -> None:
    """Without a name the first list of the page is meant. A kind that nobody knows is a plain page."""
    asked = table.request.GET
    kind = asked.get(KIND, "")
    if kind in KINDS and table.request.method == "GET" and asked.get(WHICH, name) == name:
        raise FileAsked(table, kind)


def name_on_page(table: Table) -> str:
    """Its prefix, or what it is. Where several of one kind stand on a page and none has a prefix, they are counted."""
    request: Any = table.request
    drawn = request.__dict__.setdefault("lists_drawn", {})
    name = table.prefix.rstrip("-") or table.called or type(table).__name__.removesuffix("Table").lower()
    drawn[name] = drawn.get(name, 0) + 1
    return name if drawn[name] == 1 else f"{name}-{drawn[name]}"


def links(table: Table, name: str) -> dict[str, str]:
    """{kind: address}: this page as it was asked for, from the first row on."""
    query = table.request.GET.copy()
    for each in (f"{table.prefix}after", f"{table.prefix}before", KIND, WHICH):
        query.pop(each, None)
    return {kind: f"?{_with(query, kind, name)}" for kind in KINDS}


def _with(query: Any, kind: str, name: str) -> str:
    query[KIND], query[WHICH] = kind, name
    return str(query.urlencode())


def is_written_down(table: Table) -> bool:
    """When somebody who belongs to an organisation takes a list of it in which people or their words stand. What is
    on somebody's own pages is their own, and a stranger sees only what everybody may see."""
    request: Any = table.request
    actor = getattr(request, "actor", None)
    return bool(table.personal and getattr(request, "organisation", None) and actor and actor.is_member)


def list_name(table: type[Table]) -> str:
    """For the event log, which outlives the words of a caption: room and class."""
    return f"{table.__module__.split('.')[1]}.{table.__name__}"


def caption_of(name: str) -> str:
    """What a list of the log is called now; its name where there is none of that name any more."""
    waiting: list[type[Table]] = [Table]
    while waiting:
        one = waiting.pop()
        if one.caption and list_name(one) == name:
            return str(one.caption)
        waiting += one.__subclasses__()
    return name
