"""Who may open the pages about aims."""

from __future__ import annotations

from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from .factories import aim

SPEAKS = {"cora", "coordinator", "board"}  # for the whole organisation


def one(cast: Cast) -> str:
    return f"/harbour/journey/aims/{aim(cast).code}/"


AIMS = [
    Access("<slug:org>/journey/aims/", lambda cast: "/harbour/journey/aims/", MEMBERS),
    Access(
        "<slug:org>/journey/aims/write/", lambda cast: "/harbour/journey/aims/write/", {*SPEAKS, "staff", "manager"}
    ),
    Access("<slug:org>/journey/aims/<slug:code>/", one, MEMBERS),
    Access("<slug:org>/journey/aims/<slug:code>/agree/", lambda cast: f"{one(cast)}agree/", SPEAKS),
    Access("<slug:org>/journey/aims/<slug:code>/say/<slug:says>/", lambda cast: f"{one(cast)}say/stuck/", SPEAKS),
]
