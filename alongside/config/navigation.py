"""The navigation of each role: never more than eight entries. Whoever has several roles has the entries of all, and
they go on in a second line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts import roles
from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.reports.ways import PARTS_OF_IT

from .middleware import user_of

Entry = tuple[Any, str]

MY_PAGE: Entry = (_("My page"), "/me/")
OPEN: Entry = (_("What is open"), "open/")
SAY: Entry = (_("Say something"), "say/")
HEARD: Entry = (_("What came of it"), "heard/")
DECISIONS: Entry = (_("Decisions"), "decisions/")
JOURNEY: Entry = (_("Journey"), "journey/")
REPORTS: Entry = (_("Map and figures"), "reports/")  # the way to packs, closes, evidence, the public account, too
BIDS: Entry = (_("Bids"), "candour/bids/")
CONCERNS: Entry = (_("Concerns"), "concerns/read/")
SAFEGUARDING: Entry = (_("Safeguarding"), "safeguarding/")

PUBLIC = (OPEN, SAY, HEARD)
CONTRIBUTOR = (MY_PAGE, OPEN, SAY, HEARD, DECISIONS, JOURNEY)
COORDINATOR: tuple[Entry, ...] = (
    (_("Desk"), "desk/"),
    DECISIONS,
    (_("Voices"), "voices/"),
    (_("People"), "people/"),
    (_("Involvement"), "involvement/"),
    REPORTS,
    (_("Settings"), "settings/"),
    JOURNEY,
)
WORKING: tuple[tuple[P, Entry], ...] = (
    (P.SEE_OWED, (_("Owed"), "owed/")),
    (P.SAFEGUARD, SAFEGUARDING),
    (P.SEE_BOARD, (_("Board"), "board/")),
    (P.SEE_DECISIONS, DECISIONS),
    (P.SEE_VOICES, (_("Voices"), "voices/")),
    (P.SEE_BOARD, (_("Signs"), "candour/")),
    (P.KEEP_BIDS, BIDS),
    (P.ASK, (_("Ask"), "ask/")),
    (P.SEE_FIGURES, REPORTS),
    (P.SETTINGS, (_("Settings"), "settings/")),
)


def nav_for(request: Any) -> list[tuple[Any, str, bool]]:
    """(label, address, whether it is this page's part of the house), by what the actor may do."""
    organisation = getattr(request, "organisation", None) or getattr(request, "home", None)
    if organisation is None:
        return _marked(request.path, [MY_PAGE] if user_of(request) else [])
    here = f"/{organisation.slug}/"
    entries = entries_for(request.actor if request.organisation else request.actors()[0])
    return _marked(request.path, [(label, url if url.startswith("/") else here + url) for label, url in entries])


def entries_for(actor: Actor) -> list[Entry]:
    if not actor.is_member:
        return list(PUBLIC)
    reads = [CONCERNS] if actor.can(P.READ_CONCERNS) and not roles.works_here(actor) else []  # only from outside
    if roles.CONTRIBUTOR in actor.roles and not roles.works_here(actor):
        return [*CONTRIBUTOR, *reads]
    mine = [MY_PAGE] if actor.person_id else []
    if actor.can(P.SEE_DESK):
        safeguards = [SAFEGUARDING] if actor.can(P.SAFEGUARD) else []
        return [*mine, *safeguards, *COORDINATOR]
    found = [entry for permission, entry in WORKING if actor.can(permission)]
    if actor.can(P.SEE_BOARD) and BIDS in found:
        found.remove(BIDS)  # they come to them by the signs
    return [*mine, *found, *reads, JOURNEY]


def _marked(path: str, entries: Iterable[Entry]) -> list[tuple[Any, str, bool]]:
    return [(label, url, any(path.startswith(each) for each in _parts(url))) for label, url in entries]


def _parts(url: str) -> list[str]:
    """What belongs to an entry of the navigation."""
    here = url.removesuffix(REPORTS[1])
    return [url] if here == url else [url, *(here + each for each in PARTS_OF_IT)]
