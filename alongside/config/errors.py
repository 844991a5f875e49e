"""Pages for what is not here and for what broke. The same words for "does not exist" and "not yours"."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from .middleware import user_of


def not_here(request: Any, exception: Exception | None = None) -> HttpResponse:
    """Whoever does not belong to an organisation is not even told, by its name above the page, that it is there."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_member:
        request.organisation = None
    context = {}
    if user_of(request) is None:
        context["sign_in_url"] = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
    return render(request, "core/404.html", context, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("core/500.html"), status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: nearly always a page that lay open too long, or cookies that are off."""
    return render(request, "config/forged.html", status=403)


def too_often(request: HttpRequest) -> HttpResponse:
    return render(request, "config/too_often.html", status=429)
