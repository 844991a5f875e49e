"""One frozen actor for each request, and the two refusals turned into pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.people import queries as people

PUBLIC = Actor(kind=Kind.PUBLIC)


def actor_in(request: HttpRequest, organisation_id: int) -> Actor:
    """Who the signed-in user (or nobody) is in one organisation, with their place on its register."""
    user = request.user if request.user.is_authenticated else None
    actor = organisations.actor_for(user, organisation_id)  # type: ignore[arg-type]
    if "contributor" in actor.roles:
        return replace(actor, person_id=people.person_id_of(user.pk, organisation_id))  # type: ignore[union-attr]
    return actor


class ActorMiddleware:
    """Sets `request.organisation` (or None), `request.actor`, `request.words` and `request.clock`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.organisation = None  # type: ignore[attr-defined]
        request.actor = PUBLIC  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        slug = kwargs.get("org")
        if slug is None:
            if request.user.is_authenticated:
                request.actor = Actor(kind=Kind.USER, user_id=request.user.pk)
            return
        organisation = organisations.by_slug(slug)
        if organisation is None:
            raise Http404
        request.organisation = organisation
        request.actor = actor_in(request, organisation.pk)
        request.clock = organisations.clock_of(organisation)
        settings = request.clock.settings
        request.words = {"person": settings.person_word, "people": settings.people_word}
        timezone.activate(organisation.time_zone)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotYours):
            raise Http404 from exception
        if isinstance(exception, Refused):
            context = {"reason": exception.reason, "back": request.headers.get("Referer", "")}
            return render(request, "core/refused.html", context, status=409)
        return None
