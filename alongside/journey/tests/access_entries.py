"""Who may open the pages about what was learned."""

from __future__ import annotations

from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access

from .factories import learned, taken_down

ENTRIES_AT = "<slug:org>/journey/entries/"
AN_ENTRY = f"{ENTRIES_AT}<slug:code>/"


def coras(cast: Cast) -> str:
    """For everybody who belongs here."""
    return f"/harbour/journey/entries/{learned(cast).code}/"


def for_everybody(cast: Cast) -> str:
    return f"/harbour/journey/entries/{learned(cast, audience='public').code}/hold-back/"


def noors(cast: Cast) -> str:
    """Written down for somebody without an account."""
    return f"/harbour/journey/entries/{taken_down(cast).code}/take-back/for/"


def question(cast: Cast) -> str:
    return f"/harbour/journey/questions/{make.decision(cast).code}/start/"


ENTRIES = [
    Access("me/journey/", lambda cast: "/me/journey/", EVERYBODY - {"public"}, sign_in=True),
    Access("<slug:org>/journey/entries/", lambda cast: "/harbour/journey/entries/", EVERYBODY),
    Access("<slug:org>/journey/entries/write/", lambda cast: "/harbour/journey/entries/write/", MEMBERS),
    Access(f"{ENTRIES_AT}take-down/", lambda cast: "/harbour/journey/entries/take-down/", {"coordinator"}),
    Access(f"{AN_ENTRY}take-back/for/", noors, {"coordinator"}),
    Access(AN_ENTRY, coras, MEMBERS),
    Access(f"{AN_ENTRY}change/", lambda cast: f"{coras(cast)}change/", {"cora"}),
    Access(f"{AN_ENTRY}who/", lambda cast: f"{coras(cast)}who/", {"cora"}),
    Access(f"{AN_ENTRY}take-back/", lambda cast: f"{coras(cast)}take-back/", {"cora"}),
    Access(f"{AN_ENTRY}hold-back/", for_everybody, {"coordinator"}),
    Access("<slug:org>/journey/questions/<slug:code>/<slug:stage>/", question, MEMBERS),
]
