"""Who may open the pages of this room."""

from alongside.reports import services
from tests import make
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from . import access_accounts
from .access_closes import ACCESS as CLOSES
from .access_evidence import EVIDENCE
from .access_packs import PACKS
from .access_taken_down import TAKEN_DOWN

BOTH_SIDES = {"cora", "staff", "manager", "coordinator"}
SEES_FIGURES = {"manager", "coordinator", "board", "finance"}


def being_written(cast: Cast, *steps: str) -> str:
    """Cora has a place in it, and both sides have written."""
    at = make.opportunity(cast)
    make.place(cast, "cora", at)
    for who in ("cora", "manager"):
        services.write(opportunity=at, point="results", words="We wrote this.", by=cast.actor(who))
    return "/".join(["/harbour/write-ups", at.code, *steps, ""])


ACCESS = [
    *CLOSES,
    *EVIDENCE,
    *PACKS,
    *TAKEN_DOWN,
    Access("<slug:org>/write-ups/", lambda cast: "/harbour/write-ups/", MEMBERS),
    Access("<slug:org>/write-ups/<slug:code>/", being_written, BOTH_SIDES),
    Access("<slug:org>/write-ups/<slug:code>/ready/", lambda cast: being_written(cast, "ready"), BOTH_SIDES),
    Access("<slug:org>/write-ups/<slug:code>/back/", lambda cast: being_written(cast, "back"), BOTH_SIDES),
    Access("<slug:org>/write-ups/<slug:code>/<slug:point>/", lambda cast: being_written(cast, "aim"), BOTH_SIDES),
    Access(
        "<slug:org>/write-ups/<slug:code>/<slug:point>/back/",
        lambda cast: being_written(cast, "results", "back"),
        BOTH_SIDES,
    ),
    Access("<slug:org>/reports/", lambda cast: "/harbour/reports/", SEES_FIGURES),
    Access("<slug:org>/map/", lambda cast: "/harbour/map/", SEES_FIGURES),
    Access("<slug:org>/figures/", lambda cast: "/harbour/figures/", SEES_FIGURES),
    *access_accounts.ACCESS,
    Access("<slug:org>/figures/make-up/", lambda cast: "/harbour/figures/make-up/", SEES_FIGURES),
]
