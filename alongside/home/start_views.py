"""The first page of an installation, and the page that makes its first organisation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import system
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation import services
from alongside.organisation.models import Membership

from .start_code import forget_start_code
from .start_forms import StartForm


def first(request: HttpRequest) -> HttpResponse:
    found = list(organisations.all_organisations())
    if not found:
        return HttpResponseRedirect(reverse("start"))
    return pages.page(request, "home/first.html", {"title": _("Alongside"), "organisations": found})


def start(request: HttpRequest) -> HttpResponse:
    """A post is let through to the verb even when there is an organisation: it may be the same one sent twice."""
    if request.method != "POST" and organisations.all_organisations().exists():
        raise NotYours
    form = StartForm.of(request, ask_code=settings.PRODUCTION)
    done = pages.submit(
        request,
        form,
        lambda data: _begin(request, data),
        then=lambda made: f"/{made.organisation.slug}/first-steps/",
        note=_("Your organisation is there. These are the first steps."),
    )
    return done or pages.page(request, "home/start.html", {"title": _("Make your organisation"), "form": form})


def _begin(request: HttpRequest, data: dict[str, Any]) -> Membership:
    data.pop("code", None)
    made = services.make_first_organisation(**data, by=system())
    login(request, made.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    forget_start_code()
    return made
