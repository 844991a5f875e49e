"""Who may open the pages of holding notes, of what is passed on, of one answer for many, and of the marks."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.voice import queries, services
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .factories import PUBLIC, answered, said, said_by_nobody, told
from .owing_factories import doubted, passed_on, template

ANSWER = frozenset({"staff", "manager", "coordinator"})
SET_UP = frozenset({"coordinator", "administrator"})


def _voice(step: str, passed: bool = False):
    def url(cast: Cast) -> str:
        contribution = said(cast)
        if passed:
            passed_on(contribution, cast)
        return f"/harbour/voices/{contribution.code}/{step}/"

    return url


def _doubted(start: str, step: str):
    return lambda cast: f"{start}/{doubted(cast).code}/{step}/"


def _added(step: str):
    def url(cast: Cast) -> str:
        first, code = said_by_nobody(cast)
        more = services.add_words(contribution=first, words="And more.", uses=PUBLIC, by=queries.holder_of(first))
        answered(more, cast)
        if step == "agree":
            doubted(cast, more)
        return f"/harbour/follow/{code}/more/{more.code}/{step}/"

    return url


def _followed(step: str):
    def url(cast: Cast) -> str:
        contribution, code = said_by_nobody(cast)
        answered(contribution, cast)
        if step == "agree":
            doubted(cast, contribution)
        return f"/harbour/follow/{code}/{step}/"

    return url


def _template(cast: Cast) -> str:
    return f"/harbour/voices/templates/{template(cast).code}/"


def pages() -> Iterator[Access]:
    base = "<slug:org>/voices/<slug:code>/"
    for step in ("note", "pass-on"):
        yield Access(f"{base}{step}/", _voice(step), ANSWER)
    for step in ("chase", "came-back"):
        yield Access(f"{base}{step}/", _voice(step, passed=True), ANSWER)
    wording = "<slug:org>/voices/"
    yield Access(f"{wording}phrases/", lambda _cast: "/harbour/voices/phrases/", SET_UP)
    yield Access(f"{wording}templates/", lambda _cast: "/harbour/voices/templates/", ANSWER | SET_UP)
    yield Access(f"{wording}templates/new/", lambda _cast: "/harbour/voices/templates/new/", SET_UP)
    yield Access(f"{wording}templates/<slug:code>/", _template, SET_UP)
    many = "<slug:org>/voices/answer/"
    yield Access(many, lambda cast: f"/harbour/voices/answer/?codes={said(cast).code}", ANSWER)
    for step in ("good", "agree"):
        yield Access(f"<slug:org>/follow/<str:typed>/{step}/", _followed(step), EVERYBODY)
        yield Access(f"<slug:org>/follow/<str:typed>/more/<slug:added>/{step}/", _added(step), EVERYBODY)
    yield Access(f"{base}good/", lambda cast: f"/harbour/voices/{told(cast).code}/good/", ANSWER)
    yield Access("me/said/<slug:code>/good/", lambda cast: f"/me/said/{told(cast).code}/good/", {"cora"}, sign_in=True)
    yield Access(f"{base}agree/", _doubted("/harbour/voices", "agree"), ANSWER)
    yield Access("me/said/<slug:code>/agree/", _doubted("/me/said", "agree"), {"cora"}, sign_in=True)
