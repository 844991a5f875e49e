"""Who may open changes, checks and traces."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alongside.voice import services
from alongside.voice.models import Contribution
from alongside.voice.shapes import Recheck
from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access

from .factories import said_by_nobody, told
from .test_changes import changed

LEDGER = frozenset({"staff", "manager", "coordinator", "board"})
ANSWER = frozenset({"staff", "manager", "coordinator"})
HOW = "The third line of the advert was written from this."


def change(*steps: str, planned: bool = True) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        recheck = Recheck(make.days(30)) if planned else None
        return "/".join(["/harbour/changes", changed(cast, told(cast), recheck=recheck).code, *steps, ""])

    return url


def decision(step: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/decisions/{make.decision(cast).code}/{step}/"


def shaped(cast: Cast, contribution: Contribution) -> str:
    what, by = services.What(make.decision(cast)), cast.actor("manager")
    rows = services.say_shaped(what=what, contributions=[contribution], how=HOW, role="Team manager", by=by)
    return rows[0].code


def held(cast: Cast, contribution: Contribution) -> str:
    return changed(cast, contribution, recheck=Recheck(make.days(30))).code


def of_words(start: str, step: str) -> Callable[[Cast], str]:
    """`step`: trace, held or shaped, on the page of a contribution that begins with `start`."""

    def url(cast: Cast) -> str:
        by_code = "follow" in start
        contribution, code = said_by_nobody(cast) if by_code else (told(cast), "")
        base = f"{start}{code or contribution.code}/"
        if step == "held":
            return f"{base}changes/{held(cast, contribution)}/held/"
        return f"{base}shaped/{shaped(cast, contribution)}/" if step == "shaped" else f"{base}trace/"

    return url


def pages() -> Iterator[Access]:
    one = "<slug:org>/changes/<slug:code>/"
    yield Access("<slug:org>/changes/", lambda _cast: "/harbour/changes/", EVERYBODY)
    yield Access(f"{one}trace/", change("trace"), LEDGER | {"cora"})
    yield Access(f"{one}look/", change("look"), ANSWER)
    yield Access(f"{one}days/", change("days", planned=False), ANSWER)
    yield Access(f"{one}correct/", change("correct"), ANSWER)
    yield Access("<slug:org>/decisions/<slug:code>/trace/", decision("trace"), MEMBERS)
    yield Access("<slug:org>/decisions/<slug:code>/shaped/", decision("shaped"), ANSWER)
    steps = {"trace/": "trace", "changes/<slug:change>/held/": "held", "shaped/<slug:shaped>/": "shaped"}
    for route, step in steps.items():
        yield Access(f"me/said/<slug:code>/{route}", of_words("/me/said/", step), {"cora"}, sign_in=True)
        yield Access(f"<slug:org>/follow/<str:typed>/{route}", of_words("/harbour/follow/", step), EVERYBODY)
        yield Access(f"<slug:org>/voices/<slug:code>/{route}", of_words("/harbour/voices/", step), ANSWER)
