"""Who may open the pages of what services are like, and of the statements."""

from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from ..models import RatingRound, Statement, Telling, Touchpoint
from . import touch_factories as make

BASE, ROUTE = "/harbour/what-it-is-like/", "<slug:org>/what-it-is-like/"
SERVICE, MOMENT = f"{ROUTE}<slug:unit>/", f"{ROUTE}<slug:unit>/<slug:code>/"
KEEPS = {"staff", "manager", "coordinator"}
SAYS_FOR = {"staff", "manager", "coordinator"}


def moment(cast: Cast) -> Touchpoint:
    """One for all addresses that are opened in one database: there is no second of the same name."""
    return Touchpoint.objects.filter(unit=cast.units["team"], ended_on=None).first() or make.moment(cast)


def told(cast: Cast, who: str = "", **values: str) -> Telling:
    """Nobody tells twice of one moment."""
    number = Telling.objects.count()
    return make.told(cast, make.moment(cast, f"Call {number}"), 1, who, **values)


def statement(cast: Cast) -> Statement:
    return Statement.objects.filter(organisation=cast.org, ended_on=None).first() or make.statement(cast)


def asking(cast: Cast) -> RatingRound:
    return RatingRound.objects.filter(organisation=cast.org, closed_on=None).first() or make.asking(cast)


def _service(cast: Cast, rest: str = "") -> str:
    return f"{BASE}{moment(cast).unit.code}/{rest}"


def _moment(cast: Cast, rest: str = "") -> str:
    made = moment(cast)
    return f"{BASE}{made.unit.code}/{made.code}/{rest}"


def _coras(cast: Cast, rest: str = "") -> str:
    return f"{BASE}mine/{told(cast, 'cora').code}/{rest}"


def _words(cast: Cast) -> str:
    return f"{BASE}words/{told(cast, words='They rang back.').code}/"


def _statement(cast: Cast, rest: str = "") -> str:
    return f"/harbour/statements/{statement(cast).code}/{rest}"


def _round(cast: Cast, rest: str = "") -> str:
    statement(cast)
    return f"/harbour/rate/{asking(cast).code}/{rest}"


ST, RATE = "<slug:org>/statements/", "<slug:org>/rate/<slug:code>/"
# Whoever decides for the whole organisation keeps its parts too.
DECIDES = {*KEEPS, "board"}
TOUCHPOINTS = [
    Access(ROUTE, lambda cast: BASE, EVERYBODY),
    Access(f"{ROUTE}feelings/", lambda cast: f"{BASE}feelings/", {"coordinator", "administrator"}),
    Access(f"{ROUTE}told/", lambda cast: f"{BASE}told/", EVERYBODY),
    Access(f"{ROUTE}code/", lambda cast: f"{BASE}code/", EVERYBODY),
    Access(f"{ROUTE}gone/", lambda cast: f"{BASE}gone/", EVERYBODY),
    Access(f"{ROUTE}words/", lambda cast: f"{BASE}words/", {"coordinator"}),
    Access(f"{ROUTE}words/<slug:code>/", _words, {"coordinator"}),
    Access(f"{ROUTE}mine/<slug:code>/", _coras, {"cora"}),
    Access(f"{ROUTE}mine/<slug:code>/take-back/", lambda cast: _coras(cast, "take-back/"), {"cora"}),
    Access(SERVICE, _service, EVERYBODY),
    Access(f"{SERVICE}tell/", lambda cast: _service(cast, "tell/"), EVERYBODY),
    Access(f"{SERVICE}take-down/", lambda cast: _service(cast, "take-down/"), SAYS_FOR),
    Access(f"{SERVICE}take-back/", lambda cast: _service(cast, "take-back/"), {"coordinator"}),
    Access(f"{SERVICE}sheet/", lambda cast: _service(cast, "sheet/"), SAYS_FOR),
    Access(f"{SERVICE}add/", lambda cast: _service(cast, "add/"), {"cora", *DECIDES}),
    Access(MOMENT, _moment, EVERYBODY),
    Access(f"{MOMENT}move/", lambda cast: _moment(cast, "move/"), DECIDES),
    Access(f"{MOMENT}reword/", lambda cast: _moment(cast, "reword/"), DECIDES),
    Access(f"{MOMENT}end/", lambda cast: _moment(cast, "end/"), DECIDES),
    Access(ST, lambda cast: "/harbour/statements/", EVERYBODY),
    Access(f"{ST}write/", lambda cast: "/harbour/statements/write/", DECIDES),
    Access(f"{ST}ask/", lambda cast: "/harbour/statements/ask/", {"coordinator"}),
    Access(f"{ST}<slug:code>/", _statement, EVERYBODY),
    Access(f"{ST}<slug:code>/reword/", lambda cast: _statement(cast, "reword/"), DECIDES),
    Access(f"{ST}<slug:code>/end/", lambda cast: _statement(cast, "end/"), DECIDES),
    Access(f"{ST}<slug:code>/agree/", lambda cast: _statement(cast, "agree/"), {"cora", *DECIDES}),
    Access(f"{ST}<slug:code>/agree/for/", lambda cast: _statement(cast, "agree/for/"), {"coordinator"}),
    Access(RATE, _round, EVERYBODY),
    Access(f"{RATE}sheet/", lambda cast: _round(cast, "sheet/"), SAYS_FOR),
    Access(f"{RATE}type-in/", lambda cast: _round(cast, "type-in/"), SAYS_FOR),
]
