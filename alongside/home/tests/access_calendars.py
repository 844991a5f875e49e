"""Who may open their own page of calendars: whoever signs in. The file itself: whoever has its address."""

from alongside.home import services
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

SIGNED_IN = EVERYBODY - {"public"}


def address(cast: Cast) -> str:
    return f"/me/calendar/{services.make_calendar(calendar='sessions', by=cast.actor('cora'))}.ics"


def running(cast: Cast) -> str:
    services.make_calendar(calendar="sessions", by=cast.actor("cora"))
    return "/me/calendar/sessions/stop/"


CALENDARS = [
    Access("me/calendar/", lambda cast: "/me/calendar/", SIGNED_IN, sign_in=True),
    Access("me/calendar/<slug:calendar>/", lambda cast: "/me/calendar/sessions/", SIGNED_IN, sign_in=True),
    Access("me/calendar/<slug:calendar>/stop/", running, {"cora"}, sign_in=True),
    Access("me/calendar/<str:secret>.ics", address, EVERYBODY),
]
