"""Saying the same thing twice by going back: one voice.

Each page view has a token of its own, so that the same page sent twice is kept once (core/pages.py). But a browser
that goes back often asks for the page anew, with another token, and fills in the words again by itself. So whoever says
the same words again from the same browser, within the hour, has said them once. A few words may be said by two people
at one screen: those count each time. The cookie says “this browser”, and that only to the page where it was set.
"""

from __future__ import annotations

from typing import Any

from django.core.signing import BadSignature
from django.http import HttpResponse

from alongside.core.forms import is_token, new_token

COOKIE, KEPT = "saying", 3600  # seconds: people take their time
FEW = 20  # characters


def remember(request: Any, response: HttpResponse) -> HttpResponse:
    """Set when the page is shown: what is sent from it then has the same token however often it is shown."""
    if request.method != "GET":
        return response
    response.set_signed_cookie(
        COOKIE,
        _this_browser(request) or new_token(),
        salt="saying",
        max_age=KEPT,
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def posted(request: Any) -> dict[str, Any]:
    """What a form is filled in with: nothing yet, or what was sent, under the token of this browser."""
    if request.method != "POST":
        return {}
    data, browser = request.POST.copy(), _this_browser(request)
    if browser and is_token(data.get("once")) and len(data.get("words", "").strip()) >= FEW:
        data["once"] = browser
    return {"data": data, "files": request.FILES}


def _this_browser(request: Any) -> str:
    try:
        found = request.get_signed_cookie(COOKIE, default="", salt="saying", max_age=KEPT)
    except BadSignature:
        return ""
    return found if is_token(found) else ""
