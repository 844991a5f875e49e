"""Who may open files, add them and take them away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alongside.voice import services
from alongside.voice.models import Attachment
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .factories import new_file, raised, said, said_by_nobody, told
from .test_changes import changed

LEDGER = frozenset({"staff", "manager", "coordinator", "board"})
ANSWER = frozenset({"staff", "manager", "coordinator"})


def newest() -> str:
    return Attachment.objects.latest("pk").code


def beside_words(start: str, step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        row = said(cast, files=[new_file()])
        return f"{start}{row.code}/{step % {'file': newest()}}"

    return url


def followed(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        _row, code = said_by_nobody(cast, files=[new_file()])
        return f"/harbour/follow/{code}/{step % {'file': newest()}}"

    return url


def beside_change(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        change = changed(cast, told(cast))
        services.attach_evidence(change=change, files=[new_file()], by=cast.actor("manager"))
        return f"/harbour/changes/{change.code}/{step % {'file': newest()}}"

    return url


def concern(cast: Cast) -> str:
    made = raised(cast, files=[new_file()])
    return f"/harbour/safeguarding/{made.code}/files/{newest()}/"


def file_pages() -> Iterator[Access]:
    one, voices, change = "files/<slug:file>/", "<slug:org>/voices/<slug:code>/", "<slug:org>/changes/<slug:code>/"
    steps = {"attach/": "attach/", one: "files/%(file)s/", f"{one}take-away/": "files/%(file)s/take-away/"}
    for route, step in steps.items():
        yield Access(f"me/said/<slug:code>/{route}", beside_words("/me/said/", step), {"cora"}, sign_in=True)
        yield Access(f"<slug:org>/follow/<str:typed>/{route}", followed(step), EVERYBODY)
        may = LEDGER if route == one else ANSWER
        yield Access(f"{voices}{route}", beside_words("/harbour/voices/", step), may)
        yield Access(f"{change}{route}", beside_change(step), LEDGER | {"cora"} if route == one else ANSWER)
    yield Access(f"<slug:org>/safeguarding/<slug:code>/{one}", concern, frozenset({"safeguarding"}))
