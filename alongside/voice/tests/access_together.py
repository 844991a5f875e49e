"""Who may open the pages of common ground."""

from __future__ import annotations

from collections.abc import Callable

from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from . import test_group_words as group_words
from .together import TOKEN, asked, said_there

SEE = frozenset({"staff", "manager", "coordinator", "board"})
KEEP = frozenset({"staff", "manager", "coordinator"})
KEPT, OPEN = "<slug:org>/voices/together/<slug:code>/", "<slug:org>/together/<slug:code>/"


def kept(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/harbour/voices/together", asked(cast).code, *steps, ""])


def public(*steps: str) -> Callable[[Cast], str]:
    return lambda cast: "/".join(["/harbour/together", asked(cast).code, *steps, ""])


def statement(cast: Cast) -> str:
    ground = asked(cast)
    return f"/harbour/voices/together/{ground.code}/statements/{said_there(cast, ground).code}/"


def taken_back(cast: Cast) -> str:
    """Only from the browser that wrote it: whoever comes without its cookie finds nothing."""
    ground = asked(cast)
    return f"/harbour/together/{ground.code}/take-back/{said_there(cast, ground, token=TOKEN).code}/"


def taken_down(start: str, by_code: bool) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        contribution, code = group_words.taken_down(cast)
        return f"{start}{code if by_code else contribution.code}/group/"

    return url


# The mark is for those who took part, and comes with their cookie: everybody else finds nothing.
ACCESS = [
    Access("<slug:org>/follow/<str:typed>/group/", taken_down("/harbour/follow/", True), EVERYBODY),
    Access("<slug:org>/voices/<slug:code>/group/", taken_down("/harbour/voices/", False), KEEP),
    Access(OPEN, public(), EVERYBODY),
    Access(f"{OPEN}add/", public("add"), EVERYBODY),
    Access(f"{OPEN}so-far/", public("so-far"), EVERYBODY),
    Access(f"{OPEN}mark/", public("mark"), frozenset()),
    Access(f"{OPEN}take-back/<slug:statement>/", taken_back, frozenset()),
    Access("<slug:org>/voices/together/", lambda _cast: "/harbour/voices/together/", SEE),
    Access("<slug:org>/voices/together/new/", lambda _cast: "/harbour/voices/together/new/", KEEP),
    Access(KEPT, kept(), KEEP),
    Access(f"{KEPT}statements/<slug:statement>/", statement, KEEP),
    *(Access(f"{KEPT}{step}/", kept(step), KEEP) for step in ("sheet", "type-in", "close")),
    *(
        Access(f"{KEPT}{name}", lambda cast, name=name: kept(name)(cast).rstrip("/"), KEEP)
        for name in ("numbers.csv", "numbers.xlsx")
    ),
]
