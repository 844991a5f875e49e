"""Who may open the pages of decisions."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from tests import make
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

KEEPERS = {"staff", "manager", "coordinator"}
SEERS = MEMBERS - {"cora"}


def planned(cast: Cast, step: str) -> str:
    return f"/harbour/decisions/{make.decision(cast).code}/{step}/"


def dropped(cast: Cast) -> str:
    return f"/harbour/decisions/{make.decision(cast, state='dropped').code}/reopen/"


def kept(cast: Cast) -> str:
    """A file belongs to the one who brought it."""
    upload = SimpleUploadedFile("list.csv", b"Title,Kind,Unit\nDogs,Policy,Board\n")
    token = importing.keep(upload, kind="decisions", by=cast.actor("coordinator")).token
    return f"/harbour/decisions/import/{token}/"


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
    Access("<slug:org>/decisions/<slug:code>/reopen/", dropped, who=KEEPERS),
]
