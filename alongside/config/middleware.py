"""One frozen actor for each request, and the two refusals turned into pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people

PUBLIC = Actor(kind=Kind.PUBLIC)


def user_of(request: HttpRequest) -> Any:
    """Who is signed in, or None. On some errors nobody has looked yet."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def actor_in(request: HttpRequest, organisation_id: int) -> Actor:
    """Who the signed-in user (or nobody) is in one organisation, with their place on its register."""
    user = user_of(request)
    actor = organisations.actor_for(user, organisation_id)
    if "contributor" in actor.roles:
        return replace(actor, person_id=people.person_id_of(user.pk, organisation_id))
    return actor


def actors_of(request: Any) -> list[Actor]:
    """The same for every organisation to which the signed-in user belongs: for pages that show several."""
    if getattr(request, "known_actors", None) is None:
        user = user_of(request)
        found = organisations.belongings_of(user)
        takes_part = any("contributor" in actor.roles for _there, actor in found)
        places = people.person_ids_of(user.pk) if takes_part else {}
        request.known_organisations = {there.pk: there for there, _actor in found}
        request.known_actors = [
            replace(actor, person_id=places.get(there.pk)) if "contributor" in actor.roles else actor
            for there, actor in found
        ]
    return list(request.known_actors)


def organisations_of(request: Any) -> dict[int, Organisation]:
    """Those organisations, by their number."""
    actors_of(request)
    return dict(request.known_organisations)


def enter(request: Any, organisation: Organisation, **known: Any) -> None:
    """An address without an organisation becomes a page of one: of the one in which it was said, say.

    `known` changes what the actor is there: what is theirs stays theirs, whatever became of their role.
    """
    actor = next((one for one in request.actors() if one.organisation_id == organisation.pk), None)
    actor = actor or Actor(kind=Kind.PUBLIC, organisation_id=organisation.pk)
    request.organisation = organisation
    request.actor = replace(actor, kind=Kind.USER, user_id=request.user.pk, **known)
    if request.home != organisation:
        _speak_as(request, organisation)


def _speak_as(request: Any, organisation: Organisation, clock: organisations.Clock | None = None) -> None:
    """The organisation's clock, its own words, and its time on the page."""
    request.clock = clock or organisations.clock_of(organisation)
    settings = request.clock.settings
    request.words = {"person": settings.person_word, "people": settings.people_word}
    timezone.activate(organisation.time_zone)


def _at_home(request: Any) -> None:
    """Most people belong to one organisation: their own pages stand under its name, with its navigation."""
    actors = request.actors()
    if len(actors) == 1:
        request.home = request.organisations()[actors[0].organisation_id]
        _speak_as(request, request.home)


class ActorMiddleware:
    """Sets `request.organisation` (or None), `request.actor`, `request.words`, `request.clock`, and the functions
    `request.actors()`, `request.organisations()` and `request.enter(organisation)` for somebody's own pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.organisation = request.home = None
        request.actor = PUBLIC
        request.actors = partial(actors_of, request)
        request.organisations = partial(organisations_of, request)
        request.enter = partial(enter, request)
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()  # the thread serves another organisation next

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        slug = kwargs.get("org")
        if slug is None:
            if user_of(request):
                request.actor = Actor(kind=Kind.USER, user_id=request.user.pk)
                _at_home(request)
            return
        found = organisations.clock_at(slug)
        if found is None:
            raise Http404
        request.organisation, clock = found
        request.actor = actor_in(request, request.organisation.pk)
        _speak_as(request, request.organisation, clock)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotYours):
            raise Http404 from exception
        if isinstance(exception, Refused):
            return render(
                request, "core/refused.html", {"reason": exception.reason, "back": _back(request)}, status=409
            )
        return None


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # anybody may send anything
        return urlsplit("")


def _back(request: HttpRequest) -> tuple[str, str]:
    """Where they came from, in this house; else the first page."""
    came_from = _split(request.headers.get("Referer", ""))
    here = came_from._replace(scheme="", netloc="").geturl()
    ours = came_from.netloc == request.get_host() and url_has_allowed_host_and_scheme(here, allowed_hosts=None)
    if ours and came_from.path != request.path:
        return _("Go back"), here
    organisation = getattr(request, "organisation", None)
    return _("Go to the first page"), f"/{organisation.slug}/" if organisation else "/"
