"""Who may open the record beside standards, and who adds one."""

from alongside.reports import services
from tests.cast import Cast
from tests.house.access import Access

from .standard_files import CHARTER

SEES_FIGURES = {"manager", "coordinator", "board", "finance"}
SETS_UP = {"coordinator", "administrator"}


def added(cast: Cast, *steps: str) -> str:
    services.add_standard(content=CHARTER.encode(), by=cast.actor("administrator"))
    return "/".join(["/harbour/evidence/our-charter", *steps, ""])


EVIDENCE = [
    Access("<slug:org>/evidence/", lambda cast: "/harbour/evidence/", SEES_FIGURES | SETS_UP),
    Access("<slug:org>/evidence/add/", lambda cast: "/harbour/evidence/add/", SETS_UP),
    Access("<slug:org>/evidence/<slug:slug>/", added, SEES_FIGURES),
    Access("<slug:org>/evidence/<slug:slug>/file/", lambda cast: added(cast, "file"), SEES_FIGURES | SETS_UP),
    Access("<slug:org>/evidence/<slug:slug>/remove/", lambda cast: added(cast, "remove"), SETS_UP),
]
