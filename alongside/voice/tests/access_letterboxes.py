"""Who may open a letterbox, its poster, its paper forms, and what somebody added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from alongside.voice import queries, services
from alongside.voice.models import Letterbox
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .access_trace import held, shaped
from .factories import PUBLIC, answered, said_by_nobody
from .showing_factories import WHY, agreed
from .test_changes import changed

LEDGER = frozenset({"staff", "manager", "coordinator", "board"})
WRITES = frozenset({"staff", "manager", "coordinator"})
ASKED = "What was the waiting room like for you?"


def letterbox(cast: Cast, **values: Any) -> Letterbox:
    facts = {"title": "The waiting room", "unit": cast.units["team"], "question": ASKED, "by": cast.actor("staff")}
    return services.make_letterbox(**{**facts, **values})


def _box(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/letterboxes/{letterbox(cast).code}/{step}"


def _closed(cast: Cast) -> str:
    box = services.close_letterbox(box=letterbox(cast), by=cast.actor("staff"))
    return f"/harbour/letterboxes/{box.code}/reopen/"


def added(step: str = "") -> Callable[[Cast], str]:
    """On the page of an addition, with a code: one of what its author may do."""

    def url(cast: Cast) -> str:
        first, code = said_by_nobody(cast)
        holder = queries.holder_of(first)
        more = services.add_words(contribution=first, words="And more.", uses=PUBLIC, by=holder)
        if step == "appeal":
            shown = agreed(more, queries.holder_of(more))
            services.moderate(showing=shown, outcome="not_shown", rule="staff", why=WHY, by=cast.actor("coordinator"))
        answered(more, cast)
        made = {
            "changes": lambda: f"changes/{changed(cast, more).code}",
            "held": lambda: f"changes/{held(cast, more)}/held",
            "shaped": lambda: f"shaped/{shaped(cast, more)}",
        }
        last = made[step]() if step in made else step
        return f"/harbour/follow/{code}/more/{more.code}/{last}".rstrip("/") + "/"

    return url


def pages() -> Iterator[Access]:
    base = "<slug:org>/letterboxes/"
    yield Access("<slug:org>/say/<str:typed>/", lambda cast: f"/harbour/say/{letterbox(cast).address}/", EVERYBODY)
    yield Access(base, lambda _cast: "/harbour/letterboxes/", LEDGER)
    yield Access(f"{base}new/", lambda _cast: "/harbour/letterboxes/new/", WRITES)
    yield Access(f"{base}<slug:code>/", _box(), LEDGER)
    for step in ("change/", "close/", "poster/", "code.svg", "paper/"):
        yield Access(f"{base}<slug:code>/{step}", _box(step), WRITES)
    yield Access(f"{base}<slug:code>/reopen/", _closed, WRITES)


def additions() -> Iterator[Access]:
    code = "<slug:org>/follow/<str:typed>/more/<slug:added>/"
    yield Access(code, added(), EVERYBODY, redirects=True)
    for step in ("add", "challenge", "uses", "take-back", "preview", "own-version", "appeal"):
        yield Access(f"{code}{step}/", added(step), EVERYBODY)
    yield Access(f"{code}changes/<slug:change>/", added("changes"), EVERYBODY)
    yield Access(f"{code}changes/<slug:change>/held/", added("held"), EVERYBODY)
    yield Access(f"{code}shaped/<slug:shaped>/", added("shaped"), EVERYBODY)


ACCESS = [*pages(), *additions()]
