"""Who may open the pages of co-audits. Cora looks; those who work here read, and do none of it."""

from __future__ import annotations

from collections.abc import Callable

from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access

from . import co_auditing as made

HERE, ONE = "<slug:org>/co-audits/", "<slug:org>/co-audits/<slug:code>/"
BEFORE: dict[str, Callable[[Cast], object]] = {
    "ask/": made.set_up,
    "say/": made.set_up,
    "list/": made.asked,
    "set-aside/": made.asked,
    "number/": made.closed,
    "proof.json": made.closed,
    "finding/": made.drawn,
    "leave/": made.drawn,
    "again/": made.found,
    "tell/": made.found,
    "tell/take-down/": made.told,
    "": made.found,
}


def at(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made.decided(cast)
        return f"/harbour/co-audits/{BEFORE[step](cast)}/{step}"

    return url


def record(step: str = "") -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made.decided(cast)
        audit = made.drawn(cast)
        return f"/harbour/co-audits/{audit}/records/{made.sample(audit)[0]}/{step}"

    return url


def told(cast: Cast) -> str:
    made.decided(cast)
    return f"/harbour/co-audits/told/{made.told(cast)}/"


MAY = {"": MEMBERS, "proof.json": MEMBERS, "ask/": {"coordinator"}, "set-aside/": {"cora", "coordinator"}}
CO_AUDITS = [
    Access(HERE, lambda cast: "/harbour/co-audits/", EVERYBODY),
    Access(f"{HERE}new/", lambda cast: "/harbour/co-audits/new/", {"coordinator"}),
    Access(f"{HERE}told/<slug:code>/", told, EVERYBODY),
    *(Access(ONE + step, at(step), MAY.get(step, {"cora"})) for step in BEFORE),
    Access(f"{ONE}records/<slug:record>/", record(), MEMBERS),
    Access(f"{ONE}records/<slug:record>/show/", record("show/"), {"coordinator"}),
]
