"""Who may open the pages of decisions."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from tests import make
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from . import factories

RUNS = {"coordinator"}
KEEPERS = {"staff", "manager", "coordinator"}
SEERS = MEMBERS - {"cora"}


def planned(cast: Cast, step: str) -> str:
    return f"/harbour/decisions/{make.decision(cast).code}/{step}/"


def kept(cast: Cast) -> str:
    """A file belongs to the one who brought it."""
    upload = SimpleUploadedFile("list.csv", b"Title,Kind,Unit\nDogs,Policy,Board\n")
    token = importing.keep(upload, kind="decisions", by=cast.actor("coordinator")).token
    return f"/harbour/decisions/import/{token}/"


def a_body(cast: Cast) -> str:
    return f"/harbour/seats/{factories.forum(cast).code}/"


def a_seat(cast: Cast, step: str = "") -> str:
    at = factories.forum(cast)
    return f"/harbour/seats/{at.code}/{factories.seat(at).code}/{step}"


def a_term(cast: Cast, step: str, **values: Any) -> str:
    at = factories.forum(cast)
    of = factories.seat(at)
    return f"/harbour/seats/{at.code}/{of.code}/terms/{factories.holder(of, **values).code}/{step}/"


ACCESS = [
    Access("<slug:org>/decisions/", lambda cast: "/harbour/decisions/", who=MEMBERS),
    Access("<slug:org>/decisions/new/", lambda cast: "/harbour/decisions/new/", who=KEEPERS),
    Access("<slug:org>/decisions/raise/", lambda cast: "/harbour/decisions/raise/", who={"cora"}),
    Access("<slug:org>/decisions/exceptions/", lambda cast: "/harbour/decisions/exceptions/", who=SEERS),
    Access(
        "<slug:org>/decisions/import/",
        lambda cast: "/harbour/decisions/import/",
        who={"coordinator", "administrator"},
    ),
    Access("<slug:org>/decisions/import/<slug:token>/", kept, who={"coordinator"}),
    Access("<slug:org>/decisions/<slug:code>/change/", lambda cast: planned(cast, "change"), who=KEEPERS),
    Access("<slug:org>/decisions/<slug:code>/drop/", lambda cast: planned(cast, "drop"), who=KEEPERS),
    Access("<slug:org>/seats/", lambda cast: "/harbour/seats/", who=MEMBERS),
    Access("<slug:org>/seats/new/", lambda cast: "/harbour/seats/new/", who=RUNS),
    Access("<slug:org>/seats/waivers/", lambda cast: "/harbour/seats/waivers/", who=SEERS),
    Access("<slug:org>/seats/<slug:code>/", a_body, who=MEMBERS),
    Access("<slug:org>/seats/<slug:code>/change/", lambda cast: f"{a_body(cast)}change/", who=RUNS),
    Access("<slug:org>/seats/<slug:code>/seat/", lambda cast: f"{a_body(cast)}seat/", who=RUNS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/", a_seat, who=MEMBERS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/fill/", lambda cast: a_seat(cast, "fill/"), who=RUNS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/close/", lambda cast: a_seat(cast, "close/"), who=RUNS),
    Access(
        "<slug:org>/seats/<slug:code>/<slug:seat>/terms/<slug:term>/end/",
        lambda cast: a_term(cast, "end", person=cast.people["cora"]),
        who={"cora", "coordinator"},
    ),
    Access(
        "<slug:org>/seats/<slug:code>/<slug:seat>/terms/<slug:term>/name/",
        lambda cast: a_term(cast, "name", name="Olu Gbeho", ended_on=make.days(-1)),
        who=RUNS,
    ),
]
