"""Who may open the pages of asking how it was."""

from __future__ import annotations

from alongside.candour import services
from alongside.candour.models import PulseRound
from alongside.core.actor import system
from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .pulsing import ALL_YES

SEES = {"cora", "staff", "manager", "coordinator", "board"}


def coras(cast: Cast) -> PulseRound:
    """Cora was there."""
    at = make.opportunity(cast)
    meeting = make.meeting(cast, at)
    make.attended(meeting, make.place(cast, "cora", at))
    return services.ask_how_it_was(opportunity=at, meeting=meeting, by=system(cast.org.pk))


def form(cast: Cast) -> str:
    return f"/harbour/pulses/{coras(cast).code}/"


def openly(cast: Cast) -> str:
    pulse = coras(cast)
    services.answer_openly(pulse=pulse, given=ALL_YES, by=cast.actor("cora"))
    return f"/harbour/pulses/{pulse.code}/back/"


def phone(cast: Cast) -> str:
    return f"{form(cast)}phone/{cast.people['cora'].code}/"


def activity(cast: Cast) -> str:
    return f"/harbour/candour/activities/{coras(cast).opportunity.code}/"


PULSES = [
    Access("<slug:org>/candour/accounts/", lambda cast: "/harbour/candour/accounts/", SEES),
    Access(
        "<slug:org>/candour/accounts/words/",
        lambda cast: "/harbour/candour/accounts/words/",
        {"coordinator", "administrator"},
    ),
    Access("<slug:org>/candour/activities/<slug:code>/", activity, SEES),
    Access("<slug:org>/pulse/", lambda cast: "/harbour/pulse/", EVERYBODY),
    Access("<slug:org>/pulse/done/", lambda cast: "/harbour/pulse/done/", EVERYBODY),
    Access("<slug:org>/pulses/<slug:code>/", form, {"cora", "staff", "manager", "coordinator"}),
    Access("<slug:org>/pulses/<slug:code>/back/", openly, {"cora"}),
    Access("<slug:org>/pulses/<slug:code>/sheets/", lambda cast: f"{form(cast)}sheets/", {"coordinator"}),
    Access("<slug:org>/pulses/<slug:code>/phone/<slug:person>/", phone, {"coordinator"}),
]
