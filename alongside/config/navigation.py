"""The navigation of each role, in the organisation's own words. Never more than eight."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

MOST = 8
Entry = tuple[Any, str]

PUBLIC: list[Entry] = [(_("Say something"), "say/"), (_("What is open"), "open/"), (_("What came of it"), "heard/")]
COORDINATOR: list[Entry] = [
    (_("Desk"), "desk/"),
    (_("Decisions"), "decisions/"),
    (_("Voices"), "voices/"),
    (_("People"), "people/"),
    (_("Involvement"), "involvement/"),
    (_("Board"), "board/"),
    (_("Settings"), "settings/"),
]


def _is_contributor(actor: Actor) -> bool:
    return actor.person_id is not None


def _has(permission: P) -> Callable[[Actor], bool]:
    return lambda actor: actor.can(permission)


STAFF: list[tuple[Callable[[Actor], bool], Entry]] = [
    (_is_contributor, (_("My page"), "/me/")),
    *((_is_contributor, entry) for entry in PUBLIC),
    (_has(P.SEE_OWED), (_("Owed"), "owed/")),
    (_has(P.SEE_BOARD), (_("Board"), "board/")),
    (lambda actor: _is_contributor(actor) or actor.can(P.SEE_DECISIONS), (_("Decisions"), "decisions/")),
    (_has(P.SEE_VOICES), (_("Voices"), "voices/")),
    (_has(P.ASK), (_("Ask"), "ask/")),
    (_has(P.SETTINGS), (_("Settings"), "settings/")),
]


def nav_for(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is this page's room), by what the actor may do."""
    organisation = getattr(request, "organisation", None)
    if organisation is None:
        return _without_organisation(request)
    entries = _entries(request.actor, organisation.slug)  # type: ignore[attr-defined]
    return [(label, url, _is_here(request.path, url, organisation.slug)) for label, url in entries[:MOST]]


def _is_here(path: str, url: str, slug: str) -> bool:
    return path.startswith(url) if url != f"/{slug}/" else path == url


def _without_organisation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    return [(str(_("My page")), "/me/", request.path.startswith("/me/"))]


def _entries(actor: Actor, slug: str) -> list[tuple[str, str]]:
    if actor.can(P.SEE_DESK):
        pages = COORDINATOR
    elif actor.is_member:
        pages = [entry for allowed, entry in STAFF if allowed(actor)]
    else:
        pages = PUBLIC
    return [(label, url if url.startswith("/") else f"/{slug}/{url}") for label, url in pages]
