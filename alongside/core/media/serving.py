"""Handing a file out: under the type that we found, never as a page of ours, kept by no browser."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpResponse

from .keeping import path_of
from .kinds import DOCUMENT, KINDS, Kind

# Nothing in it may run, load or be framed, should a browser take it for a page all the same.
POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox"
PART = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


def serve(request: Any, kind: str, name: str, shown_as: str) -> HttpResponse:
    """`shown_as`: the name under which it is saved, of our making, without its ending."""
    found, path = KINDS[kind], path_of(name)
    if not path.is_file():
        raise Http404
    size = path.stat().st_size
    start, end = _part(request.headers.get("Range", ""), size)
    with path.open("rb") as file:
        file.seek(start)
        data = file.read(end - start)
    response = HttpResponse(data, content_type=found.content_type, status=200 if end - start == size else 206)
    if response.status_code == 206:
        response["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return _guarded(response, found, shown_as)


def _part(asked: str, size: int) -> tuple[int, int]:
    """One part of it, as players ask when somebody listens from the middle. All of it for anything else."""
    found = PART.fullmatch(asked.strip())
    if not found or not any(found.groups()):
        return 0, size
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    return (start, end) if start < end else (0, size)


def _guarded(response: HttpResponse, kind: Kind, shown_as: str) -> HttpResponse:
    how = "attachment" if kind.family == DOCUMENT else "inline"
    response["Content-Disposition"] = f'{how}; filename="{shown_as}.{kind.ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "no-store"
    response["Accept-Ranges"] = "bytes"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
