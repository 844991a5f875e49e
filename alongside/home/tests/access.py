"""Who may open the pages of the house itself."""

from alongside.post import services
from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access

from .access_calendars import CALENDARS
from .access_journey import JOURNEY
from .access_own_record import OWN_RECORD
from .access_told import TOLD

SIGNED_IN = EVERYBODY - {"public"}
SEES_OWED = {"staff", "manager", "coordinator"}


def stuck(cast: Cast) -> str:
    message = services.queue(
        "hello", organisation=cast.org.pk, to_person=cast.people["noor"].pk, subject="Hello", body="There is news."
    )
    assert message is not None
    services.held(message, reason="No way to reach them is known.")
    return f"/harbour/outbox/{message.code}/"


def decision(cast: Cast) -> str:
    """Of the team: staff and managers of that team see it, and contributors, and those of the whole organisation."""
    return f"/harbour/decisions/{make.decision(cast).code}/"


ACCESS = [
    *CALENDARS,
    *OWN_RECORD,
    *TOLD,
    *JOURNEY,
    Access("me/", lambda cast: "/me/", SIGNED_IN, sign_in=True, redirects=True),
    Access("me/took-part/", lambda cast: "/me/took-part/", SIGNED_IN, sign_in=True),
    Access("", lambda cast: "/", EVERYBODY),
    Access("start/", lambda cast: "/start/", set()),  # only while there is no organisation
    Access("<slug:org>/", lambda cast: "/harbour/", EVERYBODY),
    Access("<slug:org>/first-steps/", lambda cast: "/harbour/first-steps/", {"coordinator", "administrator"}),
    Access("<slug:org>/owed/", lambda cast: "/harbour/owed/", SEES_OWED),
    Access("<slug:org>/desk/", lambda cast: "/harbour/desk/", {"coordinator"}),
    Access("<slug:org>/board/", lambda cast: "/harbour/board/", {"manager", "coordinator", "board"}),
    Access("<slug:org>/decisions/<slug:code>/", decision, MEMBERS),
    Access(
        "<slug:org>/people/<slug:code>/story/",
        lambda cast: f"/harbour/people/{cast.people['cora'].code}/story/",
        {"coordinator"},
    ),
    Access(
        "<slug:org>/people/<slug:code>/forget/",
        lambda cast: f"/harbour/people/{cast.people['cora'].code}/forget/",
        {"coordinator"},
    ),
    Access("<slug:org>/record/", lambda cast: "/harbour/record/", {"coordinator", "board", "administrator"}),
    Access("<slug:org>/outbox/", lambda cast: "/harbour/outbox/", {"coordinator", "administrator"}),
    Access("<slug:org>/outbox/<slug:code>/", stuck, {"coordinator"}),
    Access(
        "me/about/<slug:code>/copy/",
        lambda cast: f"/me/about/{cast.people['cora'].code}/copy/",
        {"cora"},
        sign_in=True,
    ),
    Access(
        "me/about/<slug:code>/forget/",
        lambda cast: f"/me/about/{cast.people['cora'].code}/forget/",
        {"cora"},
        sign_in=True,
    ),
]
