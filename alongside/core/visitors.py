"""Those who come without an account: from where, and pages that are for whoever holds their address alone."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from . import pages


def private(response: HttpResponse, form: bool = False) -> HttpResponse:
    """Kept by no browser, found by no search, and its address is told to nobody.

    A page with a form must tell its address to this server: under no-referrer browsers send "Origin: null",
    and then nothing could be sent from it.
    """
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin" if form else "no-referrer"
    return pages.unkept(response)


def asker(request: Any) -> str:
    """The address from which somebody comes, behind however many proxies we were told of."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"
