"""Who may open what is taken down for people without an account: whoever runs involvement, and nobody else."""

from __future__ import annotations

from collections.abc import Callable

from alongside.reports.models import AccountReply
from tests.cast import Cast
from tests.house.access import Access

from .access_accounts import there
from .accounting import here
from .packing import base, month
from .taking_down import piece_down, reply_down

RUNS = {"coordinator"}
YEAR, PERIOD = "<slug:org>/account/<slug:year>/taken-down/", "<slug:org>/packs/<slug:period>/taken-down/"
# Each of its own: some look at all addresses one after the other, and some of them end it.
ONE, ANEW, BACK = (month(number) for number in range(8, 11))


def reply(*steps: str) -> Callable[[Cast], str]:
    """Of an account there is only one, so there is only one reply of Noor's."""

    def url(cast: Cast) -> str:
        there(cast)
        found = AccountReply.objects.filter(person=cast.people["noor"]).exclude(state="taken_back").first()
        return here("taken-down", (found or reply_down(cast)).code, *steps)

    return url


def piece(period: object, *steps: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made = piece_down(cast, period)  # type: ignore[arg-type]
        return "/".join([f"/harbour/packs/{made.pack.period}/taken-down", made.code, *steps, ""])

    return url


TAKEN_DOWN = [
    Access(YEAR, lambda cast: there(cast, "taken-down"), RUNS),
    Access(f"{YEAR}new/", lambda cast: there(cast, "taken-down", "new"), RUNS),
    Access(f"{YEAR}<slug:code>/", reply(), RUNS),
    Access(f"{YEAR}<slug:code>/anew/", reply("anew"), RUNS),
    Access(f"{YEAR}<slug:code>/back/", reply("back"), RUNS),
    Access(PERIOD, lambda cast: f"{base(month())}taken-down/", RUNS),
    Access(f"{PERIOD}new/", lambda cast: f"{base(month())}taken-down/new/", RUNS),
    Access(f"{PERIOD}<slug:code>/", piece(ONE), RUNS),
    Access(f"{PERIOD}<slug:code>/anew/", piece(ANEW, "anew"), RUNS),
    Access(f"{PERIOD}<slug:code>/back/", piece(BACK, "back"), RUNS),
]
