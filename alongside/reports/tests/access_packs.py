"""Who may open board packs: the board and the coordinator while one is prepared; everybody who belongs here once the
board has it. What a contributor writes is theirs, and before the safeguarding lead once it stands there."""

from __future__ import annotations

from alongside.core.periods import Period
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from .packing import asked, base, issued, month, stands, wrote

OVERSEES = {"coordinator", "board"}
# Each thing in a pack of its own: some look at all addresses one after the other.
GIVEN, LOOKED_AFTER, CAME, READY, BACK = (month(number) for number in range(2, 7))


def given(cast: Cast, period: Period = GIVEN) -> str:
    issued(cast, period)
    return base(period)


def one_ask(cast: Cast, *steps: str) -> str:
    return "/".join([f"{base(month())}asks", asked(cast).code, *steps, ""])


def asked_of_them(cast: Cast) -> str:
    found = asked(cast, CAME)
    issued(cast, CAME)
    return f"{base(CAME)}asks/{found.code}/came/"


def own(cast: Cast, period: Period, *steps: str) -> str:
    wrote(cast, period=period)
    return "/".join([f"{base(period)}piece", *steps, ""])


PACKS = [
    Access("<slug:org>/packs/", lambda cast: "/harbour/packs/", MEMBERS),
    Access("<slug:org>/packs/pieces/", lambda cast: "/harbour/packs/pieces/", {"safeguarding"}),
    Access(
        "<slug:org>/packs/pieces/<slug:code>/",
        lambda cast: f"/harbour/packs/pieces/{stands(cast, period=LOOKED_AFTER).code}/",
        {"safeguarding"},
    ),
    Access("<slug:org>/packs/<slug:period>/", lambda cast: base(month()), OVERSEES),
    Access("<slug:org>/packs/<slug:period>/", given, MEMBERS),
    Access("<slug:org>/packs/<slug:period>/pack.pdf", lambda cast: f"{base(month())}pack.pdf", OVERSEES),
    Access("<slug:org>/packs/<slug:period>/issue/", lambda cast: f"{base(month())}issue/", {"coordinator"}),
    Access("<slug:org>/packs/<slug:period>/since/", lambda cast: f"{given(cast, month(7))}since/", MEMBERS),
    Access("<slug:org>/packs/<slug:period>/piece/", lambda cast: f"{base(month())}piece/", {"cora"}),
    Access("<slug:org>/packs/<slug:period>/piece/ready/", lambda cast: own(cast, READY, "ready"), {"cora"}),
    Access("<slug:org>/packs/<slug:period>/piece/back/", lambda cast: own(cast, BACK, "back"), {"cora"}),
    Access("<slug:org>/packs/<slug:period>/asks/new/", lambda cast: f"{base(month())}asks/new/", {"coordinator"}),
    Access("<slug:org>/packs/<slug:period>/asks/<slug:code>/", one_ask, OVERSEES),
    Access(
        "<slug:org>/packs/<slug:period>/asks/<slug:code>/change/",
        lambda cast: one_ask(cast, "change"),
        {"coordinator"},
    ),
    Access(
        "<slug:org>/packs/<slug:period>/asks/<slug:code>/leave-out/",
        lambda cast: one_ask(cast, "leave-out"),
        {"coordinator"},
    ),
    Access("<slug:org>/packs/<slug:period>/asks/<slug:code>/came/", asked_of_them, OVERSEES),
    Access("<slug:org>/packs/<slug:period>/<slug:part>/", lambda cast: f"{base(month())}bumps/", OVERSEES),
]
