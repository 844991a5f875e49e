"""Who may open the pages of concerns about involvement. The one who reads is in no role of this table: for everybody in
it, a concern that was raised does not exist (test_concern_pages.py opens them as the reader)."""

from __future__ import annotations

from collections.abc import Callable

from alongside.candour.models import AskedContact
from alongside.candour.views import concern_following, concern_reading
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from . import concerning

NOBODY: frozenset[str] = frozenset()
WRITES_DOWN = {"staff", "manager", "coordinator"}


def at(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        concerning.chosen(cast)
        return f"/harbour/concerns/{step}"

    return url


def following(step: str) -> Callable[[Cast], str]:
    """Something that anybody who holds the code can open."""

    def url(cast: Cast) -> str:
        code = _state_for(step, cast)
        return f"/harbour/concerns/follow/{code}/{step}"

    return url


def _state_for(step: str, cast: Cast) -> str:
    from alongside.candour.services import concern_contacts, concern_telling

    if step == "tell/take-down/":
        return concerning.told(cast)[1]
    if step in ("settled/", "tell/"):
        return concerning.answered(cast)[1]
    if step == "tell/look/":
        concern, code = concerning.answered(cast)
        concern_telling.write_summary(concern=concern, words="It was late.", by=concerning.holder(concern))
        return code
    if step == "name/":
        return concerning.raised(cast, show="name", name="Rosa")[1]
    if step != "reader/":
        return concerning.raised(cast)[1]
    concern, code = concerning.raised(cast, concerning.chosen(cast, "Tamsin Vose"))
    concern_contacts.end_contact_term(contact=concern.contact, by=cast.actor("coordinator"))
    return code


def reading(step: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/concerns/read/{concerning.raised(cast, show='name', name='Rosa')[0].code}/{step}"


def told(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/concerns/told/{concerning.told(cast)[0].summary.code}/{step}"


def not_so(cast: Cast) -> str:
    asked = AskedContact.objects.get(contact=concerning.chosen(cast), person=cast.people["cora"])
    return f"/harbour/concerns/contacts/not-so/{asked.code}/"


def end(cast: Cast) -> str:
    return f"/harbour/concerns/contacts/{concerning.chosen(cast).code}/end/"


HERE = "<slug:org>/concerns/"
CONCERNS = [
    Access(HERE, at(""), EVERYBODY),
    Access(f"{HERE}raise/", at("raise/"), EVERYBODY),
    Access(f"{HERE}raise/for/", at("raise/for/"), WRITES_DOWN),
    Access(f"{HERE}raise/done/", at("raise/done/"), EVERYBODY),
    Access(f"{HERE}told/", at("told/"), EVERYBODY),
    Access(f"{HERE}told/<slug:code>/", told(), EVERYBODY),
    Access(f"{HERE}told/<slug:code>/reply/", told("reply/"), {"coordinator", "board"}),
    Access(f"{HERE}follow/", at("follow/"), EVERYBODY),
    *(Access(f"{HERE}follow/<str:typed>/{step}", following(step), EVERYBODY) for step in concern_following.PAGES),
    Access(f"{HERE}read/", at("read/"), NOBODY),
    *(Access(f"{HERE}read/<slug:code>/{step}", reading(step), NOBODY) for step in concern_reading.PAGES),
    Access(f"{HERE}contacts/", at("contacts/"), {"coordinator"}),
    Access(f"{HERE}contacts/terms/", at("contacts/terms/"), {"coordinator"}),
    Access(f"{HERE}contacts/new/", at("contacts/new/"), {"coordinator"}),
    Access(f"{HERE}contacts/not-so/<slug:code>/", not_so, {"cora"}),
    Access(f"{HERE}contacts/<slug:code>/end/", end, {"coordinator"}),
]
