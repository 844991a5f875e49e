"""The first page of the demonstration, and becoming somebody."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.home import start_views as home

from . import queries
from .path import STEPS


def first(request: HttpRequest) -> HttpResponse:
    """The first page of the installation; where the demonstration is not loaded, the usual one."""
    members = queries.everybody()
    return _landing(request, members) if members else home.first(request)


def landing(request: HttpRequest) -> HttpResponse:
    members = queries.everybody()
    if not members:
        raise NotYours
    return _landing(request, members)


def _landing(request: HttpRequest, members: list[queries.Member]) -> HttpResponse:
    by_key = {member.key: member for member in members}
    context: dict[str, Any] = {
        "title": _("Become somebody, and look round"),
        "groups": [(name, list(rows)) for name, rows in groupby(members, key=lambda member: member.organisation)],
        "steps": [
            (number, step, by_key.get(step.who))
            for number, step in enumerate(STEPS, 1)
            if step.who in by_key or not step.who
        ],
        "slug": queries.SLUGS[0],
        "follow": queries.code_to_follow(),
    }
    return pages.page(request, "demo/landing.html", context)


@require_POST
def nobody(request: HttpRequest) -> HttpResponse:
    logout(request)
    return pages.SeeOther(_next(request, "/demo/"))


def become(request: HttpRequest, code: str) -> HttpResponse:
    """Sign in as one of the cast: only here, and only as one of them."""
    user = queries.user_of(code)
    if request.method != "POST":
        return HttpResponseRedirect("/demo/")
    logout(request)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return pages.SeeOther(_next(request, settings.LOGIN_REDIRECT_URL))


def _next(request: HttpRequest, otherwise: str) -> str:
    """The step of the guided path that was chosen with it. Never an address that somebody sends along."""
    number = request.POST.get("step", "")
    return queries.address_of(int(number)) if number.isdecimal() and len(number) < 3 else otherwise
