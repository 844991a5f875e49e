"""Who may open the pages of stories."""

from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from .story_factories import choosing, chosen, opened, told

BASE = "/harbour/journey/stories/"
RUNS = {"coordinator"}
TELLS = {"cora", *RUNS}


def _round(cast: Cast, rest: str = "") -> str:
    return f"{BASE}{opened(cast).code}/{rest}"


def _story(cast: Cast, rest: str = "") -> str:
    """Cora's, for those who choose, and chosen."""
    found, _first, _second = choosing(cast)
    return f"{BASE}told/{_first.code}/{rest}"


def _for_choosers(cast: Cast) -> str:
    return f"{BASE}told/{told(cast, opened(cast), audience='choosers').code}/"


def _choose(cast: Cast) -> str:
    found, _first, _second = choosing(cast)
    group, domain = found.groups.get(name="The team"), found.domains.get(position=1)
    return f"{BASE}{found.code}/choose/{group.code}/{domain.code}/"


def _chosen(cast: Cast) -> str:
    found, first, _second = choosing(cast)
    chosen(cast, found, "The team", first)
    return f"{BASE}told/{first.code}/check/"


ROUTE = "<slug:org>/journey/stories/"
STORIES = [
    Access(ROUTE, lambda cast: BASE, MEMBERS),
    Access(f"{ROUTE}open/", lambda cast: f"{BASE}open/", RUNS),
    Access(f"{ROUTE}told/<slug:code>/", _story, MEMBERS),
    Access(f"{ROUTE}told/<slug:code>/", _for_choosers, TELLS),
    Access(f"{ROUTE}told/<slug:code>/take-back/", lambda cast: _story(cast, "take-back/"), TELLS),
    Access(f"{ROUTE}told/<slug:code>/check/", _chosen, RUNS),
    Access(f"{ROUTE}<slug:code>/", _round, MEMBERS),
    Access(f"{ROUTE}<slug:code>/tell/", lambda cast: _round(cast, "tell/"), TELLS),
    Access(f"{ROUTE}<slug:code>/choosing/", lambda cast: _round(cast, "choosing/"), RUNS),
    Access(f"{ROUTE}<slug:code>/choose/<slug:group>/<slug:domain>/", _choose, RUNS),
    Access(f"{ROUTE}<slug:code>/end/", lambda cast: _round(cast, "end/"), RUNS),
]
