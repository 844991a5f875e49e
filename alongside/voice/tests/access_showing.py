"""Who may open the pages of how words are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .factories import PUBLIC, said_by_nobody, told
from .showing_factories import appealed, decided, in_public, panel, waiting

SETS_UP = frozenset({"coordinator", "administrator"})


def pages() -> Iterator[Access]:
    yield Access("<slug:org>/heard/rules/", lambda _cast: "/harbour/heard/rules/", EVERYBODY)
    yield Access("<slug:org>/heard/feed/", lambda _cast: "/harbour/heard/feed/", EVERYBODY)
    yield Access("<slug:org>/heard/<slug:code>/", _heard, EVERYBODY)
    for step in ("preview", "own-version", "appeal"):
        yield Access(f"<slug:org>/follow/<str:typed>/{step}/", _followed(step), EVERYBODY)
        yield Access(f"me/said/<slug:code>/{step}/", _said("/me/said", step), {"cora"}, sign_in=True)
        writes = frozenset({"staff", "manager", "coordinator"})
        yield Access(f"<slug:org>/voices/<slug:code>/{step}/", _said("/harbour/voices", step), writes)
    yield from _moderators()
    yield Access("<slug:org>/appeals/", _appeals(""), {"cora"})
    yield Access("<slug:org>/appeals/<slug:code>/", _appeals("one"), {"cora"})


def _moderators() -> Iterator[Access]:
    base = "<slug:org>/showing/"
    yield Access(base, lambda _cast: "/harbour/showing/", {"coordinator"})
    yield Access(f"{base}rules/", lambda _cast: "/harbour/showing/rules/", SETS_UP)
    yield Access(f"{base}panel/", lambda _cast: "/harbour/showing/panel/", SETS_UP)
    yield Access(f"{base}panel/<slug:code>/", lambda cast: f"/harbour/showing/panel/{panel(cast)[0].code}/", SETS_UP)
    yield Access(f"{base}<slug:code>/", lambda cast: f"/harbour/showing/{waiting(cast).code}/", {"coordinator"})


def _heard(cast: Cast) -> str:
    return f"/harbour/heard/{in_public(cast).showing.code}/"


def _said(start: str, step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        contribution = decided(cast).contribution if step == "appeal" else told(cast, uses=PUBLIC)
        return f"{start}/{contribution.code}/{step}/"

    return url


def _followed(step: str) -> Callable[[Cast], str]:
    from alongside.voice import queries, services

    from .showing_factories import WHY, agreed

    def url(cast: Cast) -> str:
        contribution, code = said_by_nobody(cast, uses=PUBLIC)
        if step == "appeal":
            showing = agreed(contribution, queries.holder_of(contribution))
            services.moderate(showing=showing, outcome="not_shown", rule="staff", why=WHY, by=cast.actor("coordinator"))
        return f"/harbour/follow/{code}/{step}/"

    return url


def _appeals(which: str) -> Callable[[Cast], str]:
    """Cora is on the panel, and the words are somebody else's."""

    def url(cast: Cast) -> str:
        panel(cast, "cora")
        if not which:
            return "/harbour/appeals/"
        made = appealed(cast, person=cast.people["dev"], by=cast.actor("dev"))
        return f"/harbour/appeals/{made.code}/"

    return url
