"""Who may open the pages of this room."""

from alongside.candour import services
from tests import make
from tests.cast import Cast
from tests.house.access import Access

from .access_bids import BIDS
from .access_claims import CLAIMS
from .access_co_audits import CO_AUDITS
from .access_concerns import CONCERNS
from .access_pulses import PULSES
from .factories import asked_two

SEES_SIGNS = {"cora", "staff", "manager", "coordinator", "board"}


def decision(cast: Cast) -> str:
    return f"/harbour/decisions/{make.decision(cast).code}/signs/"


def coras(cast: Cast) -> str:
    """What is written down about Cora: hers alone to deny."""
    limits = services.set_limits(
        values={},
        why="We sat down together.",
        asked=asked_two(cast),
        from_day=make.days(0),
        by=cast.actor("coordinator"),
    )
    return f"/harbour/candour/limits/not-so/{limits.asked.get(person=cast.people['cora']).code}/"


def ready(cast: Cast) -> str:
    """An opportunity that is written and can be opened."""
    return f"/harbour/candour/open/{make.opportunity(cast, state='draft', opened_on=None).code}/"


ACCESS = [
    *PULSES,
    Access("<slug:org>/candour/", lambda cast: "/harbour/candour/", SEES_SIGNS),
    Access("<slug:org>/candour/limits/", lambda cast: "/harbour/candour/limits/", SEES_SIGNS),
    Access("<slug:org>/candour/limits/set/", lambda cast: "/harbour/candour/limits/set/", {"coordinator"}),
    Access("<slug:org>/candour/limits/not-so/<slug:code>/", coras, {"cora"}),
    Access("<slug:org>/candour/open/<slug:code>/", ready, {"coordinator"}),
    Access("<slug:org>/decisions/<slug:code>/signs/", decision, SEES_SIGNS),
    *CLAIMS,
    *CONCERNS,
    *CO_AUDITS,
    *BIDS,
]
