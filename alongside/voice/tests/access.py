"""Who may open the pages of what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from alongside.voice import imports
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from . import access_attaching, access_letterboxes, access_owing, access_searching, access_trace
from .access_showing import pages as showing_pages
from .access_themes import theme_pages
from .access_together import ACCESS as TOGETHER
from .factories import answered, asks_for_contact, raised, said, said_by_nobody, told
from .test_changes import changed

LEDGER = frozenset({"staff", "manager", "coordinator", "board"})
ANSWER = frozenset({"staff", "manager", "coordinator"})
IMPORT = frozenset({"coordinator", "administrator"})


def voice(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/harbour/voices", said(cast).code, *steps, ""])


def told_voice(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/harbour/voices", told(cast).code, *steps, ""])


def changed_voice(start: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        contribution = told(cast)
        return f"{start}{contribution.code}/changes/{changed(cast, contribution).code}/"

    return url


def followed(*steps: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        contribution, code = said_by_nobody(cast)
        answered(contribution, cast)
        return "/".join(["/harbour/follow", code, *steps, ""])

    return url


def followed_change(cast: Cast) -> str:
    contribution, code = said_by_nobody(cast)
    return f"/harbour/follow/{code}/changes/{changed(cast, contribution).code}/"


def answered_mine(cast: Cast) -> str:
    contribution = said(cast)
    answered(contribution, cast)
    return f"/me/said/{contribution.code}/read/"


def mine(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/me/said", told(cast).code, *steps, ""])


def open_pages() -> Iterator[Access]:
    for step in ("say/", "say/done/", "follow/", "heard/"):
        yield Access(f"<slug:org>/{step}", lambda _cast, step=step: f"/harbour/{step}", EVERYBODY)
    code = "<slug:org>/follow/<str:typed>/"
    yield Access(code, followed(), EVERYBODY)
    for step in ("add", "challenge", "uses", "take-back"):
        yield Access(f"{code}{step}/", followed(step), EVERYBODY)
    yield Access(f"{code}changes/<slug:change>/", followed_change, EVERYBODY)


def own_pages() -> Iterator[Access]:
    everybody = EVERYBODY - {"public"}
    yield Access("me/said/", lambda _cast: "/me/said/", everybody, sign_in=True)
    yield Access("me/said/<slug:code>/", mine(), {"cora"}, sign_in=True)
    yield Access("me/said/<slug:code>/read/", answered_mine, {"cora"}, sign_in=True)
    for step in ("add", "challenge", "uses", "take-back"):
        yield Access(f"me/said/<slug:code>/{step}/", mine(step), {"cora"}, sign_in=True)
    change = "me/said/<slug:code>/changes/<slug:change>/"
    yield Access(change, changed_voice("/me/said/"), {"cora"}, sign_in=True)


def staff_pages() -> Iterator[Access]:
    base = "<slug:org>/voices/"
    yield Access(base, lambda _cast: "/harbour/voices/", LEDGER)
    yield Access(f"{base}new/", lambda _cast: "/harbour/voices/new/", ANSWER)
    yield Access(f"{base}import/", lambda _cast: "/harbour/voices/import/", IMPORT)
    yield Access(f"{base}<slug:code>/", voice(), LEDGER)
    for step in ("acknowledge", "answer", "hand-over", "rendering", "change", "tell"):
        yield Access(f"{base}<slug:code>/{step}/", voice(step), ANSWER)
    for step in ("add", "challenge", "uses", "take-back"):
        yield Access(f"{base}<slug:code>/{step}/", told_voice(step), ANSWER)
    yield Access(f"{base}<slug:code>/changes/<slug:change>/", changed_voice("/harbour/voices/"), ANSWER)


def safety_pages() -> Iterator[Access]:
    base = "<slug:org>/voices/"
    yield Access(f"{base}reading/", unread, ANSWER)
    yield Access(f"{base}<slug:code>/read/", voice("read"), ANSWER)
    yield Access(f"{base}<slug:code>/safeguarding/", voice("safeguarding"), ANSWER)
    yield Access(
        f"{base}<slug:code>/contact/", lambda cast: f"/harbour/voices/{asks_for_contact(cast).code}/contact/", ANSWER
    )
    lead, queue = frozenset({"safeguarding"}), "<slug:org>/safeguarding/"
    yield Access(queue, concern("queue"), lead)
    yield Access(f"{queue}words/", lambda _cast: "/harbour/safeguarding/words/", lead)
    yield Access(f"{queue}<slug:code>/", concern("one"), lead)
    for step in ("look", "release", "close", "contact"):
        yield Access(f"{queue}<slug:code>/{step}/", concern(step), lead)


def unread(cast: Cast) -> str:
    asks_for_contact(cast)
    return "/harbour/voices/reading/"


def concern(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made = raised(cast)
        return {"queue": "/harbour/safeguarding/", "one": f"/harbour/safeguarding/{made.code}/"}.get(
            step, f"/harbour/safeguarding/{made.code}/{step}/"
        )

    return url


def change(cast: Cast) -> str:
    return f"/harbour/changes/{changed(cast, told(cast)).code}/"


def brought(cast: Cast) -> str:
    file = SimpleUploadedFile("said.csv", b"Comment,Team\nThe door is heavy.,Crisis line\n")
    kept = importing.keep(file, kind=imports.KIND, by=cast.actor("coordinator"))
    return f"/harbour/voices/import/{kept.token}/"


ACCESS = [
    *access_attaching.file_pages(),
    *access_trace.pages(),
    *access_searching.pages(),
    *open_pages(),
    *own_pages(),
    *staff_pages(),
    *safety_pages(),
    *theme_pages(),
    *TOGETHER,
    *showing_pages(),
    *access_letterboxes.ACCESS,
    *access_owing.pages(),
    Access("<slug:org>/changes/<slug:code>/", change, LEDGER | {"cora"}),
    Access("<slug:org>/voices/import/<slug:token>/", brought, {"coordinator"}),  # whose file it is
]
