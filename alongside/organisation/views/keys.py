"""The organisation's public keys, for anybody who checks what it signed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import queries


def keys(request: Any, org: str) -> HttpResponse:
    page = {
        "title": _("The key with which we sign"),
        "keys": list(queries.keys_of(request.actor)),
        "back": (request.organisation.name, f"/{org}/"),
    }
    return pages.page(request, "organisation/keys.html", page)


def pem(request: Any, org: str, code: str) -> HttpResponse:
    """As programs read it."""
    key = queries.key_for(request.actor, code)
    response = HttpResponse(key.public, content_type="application/x-pem-file")
    response["Content-Disposition"] = f'attachment; filename="{org}-{key.code}.pem"'
    return response
