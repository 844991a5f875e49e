"""Every address of this room × every role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile

from alongside.involvement.models import Arrangement, Feature, Interest, Meeting, Opportunity, Paper, Place
from tests import make
from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access
from tests.make import days

from . import access_panels, drawing

ORG = "<slug:org>/"
STAFF = MEMBERS - {"cora"}
HOLD = frozenset({"staff", "manager", "coordinator"})
RUN = frozenset({"coordinator"})
DECIDE = frozenset({"manager", "coordinator", "board"})


def request(step: str = "", **values: Any) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/involvement/requests/{make.request(cast, **values).code}/{step}"


def opportunity(step: str = "", **values: Any) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made = make.opportunity(cast, **values)
        interested(cast, made, "cora")
        return f"/harbour/involvement/opportunities/{made.code}/{step.replace('CORA', cast.people['cora'].code)}"

    return url


def interested(cast: Cast, at: Opportunity, who: str) -> Interest:
    return Interest.objects.create(opportunity=at, person=cast.people[who], said_on=days(-3))


def dropped(cast: Cast) -> str:
    return f"/harbour/decisions/{make.decision(cast, state='dropped').code}/reopen/"


def question(step: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made = make.opportunity(cast, state="draft", opened_on=None)
        asked = Feature.objects.create(opportunity=made, question="How old are you?", why="Ages", position=1)
        return f"/harbour/involvement/opportunities/{made.code}/questions/{step.replace('CODE', asked.code)}"

    return url


def draw(step: str = "", state: str = "closed") -> Callable[[Cast], str]:
    """A draw that can still be sealed, or (`sealed`) one whose number is due, or (`numbered`), or (`drawn`)."""

    def url(cast: Cast) -> str:
        made = drawing.drawn_so_far(cast, state)
        return f"/harbour/involvement/opportunities/{made.code}/draw/{step}"

    return url


def everybody_has_one(cast: Cast) -> str:
    made = make.opportunity(cast, state="closed")
    for who in ("cora", "dev"):
        interested(cast, made, who)
    return f"/harbour/involvement/opportunities/{made.code}/draw/everybody/"


def proof(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/draws/{drawing.drawn_so_far(cast, 'drawn').draws.get().code}/{step}"


def my_draw(cast: Cast) -> str:
    return f"/harbour/open/{drawing.drawn_so_far(cast, 'drawn').code}/draw/"


def advert(step: str = "", said: bool = False) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made = make.opportunity(cast)
        if said:
            interested(cast, made, "cora")
        return f"/harbour/open/{made.code}/{step}"

    return url


def place(step: str = "", **values: Any) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        made: Place = make.place(cast, "cora", make.opportunity(cast, state="closed"), **values)
        return f"/harbour/places/{made.code}/{step}"

    return url


def session(step: str = "", on: int = 5, accepted: bool = True) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        return f"/harbour/sessions/{a_session(cast, on, accepted).code}/{step}"

    return url


def a_session(cast: Cast, on: int = 5, accepted: bool = True) -> Meeting:
    made = make.opportunity(cast, state="filled")
    make.place(cast, "cora", made, state="accepted" if accepted else "declined")
    return make.meeting(cast, made, days(on))


def arrangement(step: str = "", on: int = -1) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        at = a_session(cast, on)
        person = cast.people["cora"]
        made = Arrangement.objects.create(meeting=at, person=person, what="Taxi", due_on=days(0))
        return f"/harbour/sessions/{at.code}/arrangements/{made.code}/{step}"

    return url


def paper(cast: Cast) -> str:
    made = Paper.objects.create(meeting=a_session(cast), title="Questions", file_name="questions.txt")
    made.file.save("", ContentFile(b"What would you do?"))
    return f"/harbour/papers/{made.code}/"


def decision(step: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/decisions/{make.decision(cast).code}/{step}"


A_REQUEST = f"{ORG}involvement/requests/<slug:code>/"
AN_OPPORTUNITY = f"{ORG}involvement/opportunities/<slug:code>/"
A_PLACE = f"{ORG}places/<slug:code>/"
A_SESSION = f"{ORG}sessions/<slug:code>/"
AN_ARRANGEMENT = f"{A_SESSION}arrangements/<slug:arrangement>/"
OWN = RUN | {"cora"}

ACCESS = [
    Access(f"{ORG}involvement/", lambda cast: "/harbour/involvement/", STAFF),
    Access(f"{ORG}involvement/requests/", lambda cast: "/harbour/involvement/requests/", STAFF),
    Access(f"{ORG}involvement/opportunities/", lambda cast: "/harbour/involvement/opportunities/", STAFF),
    Access(f"{ORG}involvement/agendas/", lambda cast: "/harbour/involvement/agendas/", STAFF),
    Access(f"{ORG}involvement/papers/", lambda cast: "/harbour/involvement/papers/", STAFF),
    Access(f"{ORG}involvement/asked/", lambda cast: "/harbour/involvement/asked/", STAFF),
    Access(f"{ORG}involvement/draws/", lambda cast: "/harbour/involvement/draws/", STAFF),
    Access(f"{ORG}involvement/turns/", lambda cast: "/harbour/involvement/turns/", RUN),
    Access(f"{AN_OPPORTUNITY}draw/", draw(), RUN),
    Access(f"{AN_OPPORTUNITY}draw/quotas/", draw("quotas/"), RUN),
    Access(f"{AN_OPPORTUNITY}draw/seal/", draw("seal/"), RUN),
    Access(f"{AN_OPPORTUNITY}draw/everybody/", everybody_has_one, RUN),
    Access(f"{AN_OPPORTUNITY}draw/number/", draw("number/", "committed"), RUN),
    Access(f"{AN_OPPORTUNITY}draw/reveal/", draw("reveal/", "numbered"), RUN),
    Access(f"{AN_OPPORTUNITY}draw/set-aside/", draw("set-aside/", "committed"), RUN),
    Access(f"{AN_OPPORTUNITY}draw/reserve/", draw("reserve/", "came back"), RUN),
    Access(f"{ORG}open/<slug:code>/draw/", my_draw, frozenset({"cora"})),
    Access(f"{ORG}draws/<slug:code>/", proof(), EVERYBODY),
    Access(f"{ORG}draws/<slug:code>/check/", proof("check/"), EVERYBODY),
    Access(f"{ORG}draws/<slug:code>/proof.json", proof("proof.json"), EVERYBODY),
    Access(f"{ORG}ask/", lambda cast: "/harbour/ask/", HOLD),
    Access(f"{ORG}ask/<slug:code>/", lambda cast: f"/harbour/ask/{make.decision(cast).code}/", HOLD),
    Access(A_REQUEST, request(), STAFF),
    Access(f"{A_REQUEST}accept/", request("accept/"), RUN),
    Access(f"{A_REQUEST}refuse/", request("refuse/"), RUN),
    Access(f"{A_REQUEST}withdraw/", request("withdraw/"), HOLD),
    Access(f"{A_REQUEST}write/", request("write/", state="accepted"), RUN),
    Access(AN_OPPORTUNITY, opportunity(), STAFF),
    Access(f"{AN_OPPORTUNITY}change/", opportunity("change/"), RUN),
    Access(f"{AN_OPPORTUNITY}session/", opportunity("session/"), RUN),
    Access(f"{AN_OPPORTUNITY}interest/", opportunity("interest/?words=dev"), RUN),
    Access(f"{AN_OPPORTUNITY}interest/<slug:person>/", opportunity("interest/CORA/"), RUN),
    Access(f"{AN_OPPORTUNITY}interest/<slug:person>/back/", opportunity("interest/CORA/back/"), RUN),
    Access(f"{AN_OPPORTUNITY}interest/<slug:person>/conflict/", opportunity("interest/CORA/conflict/"), RUN),
    Access(f"{AN_OPPORTUNITY}questions/", opportunity("questions/"), RUN),
    Access(f"{AN_OPPORTUNITY}questions/add/", question("add/"), RUN),
    Access(f"{AN_OPPORTUNITY}questions/<slug:feature>/", question("CODE/"), RUN),
    Access(f"{AN_OPPORTUNITY}questions/<slug:feature>/remove/", question("CODE/remove/"), RUN),
    Access(f"{AN_OPPORTUNITY}offer/<slug:person>/", opportunity("offer/CORA/", state="closed"), RUN),
    Access(f"{AN_OPPORTUNITY}<slug:name>/", opportunity("close/"), RUN),
    Access(f"{ORG}open/", lambda cast: "/harbour/open/", EVERYBODY),
    Access(f"{ORG}open/<slug:code>/", advert(), EVERYBODY),
    Access(f"{ORG}open/<slug:code>/interested/", advert("interested/"), frozenset({"cora"})),
    Access(f"{ORG}open/<slug:code>/back/", advert("back/", said=True), frozenset({"cora"})),
    Access(A_PLACE, place(state="offered"), OWN),
    Access(f"{A_PLACE}take-back/", place("take-back/", state="offered", offered_on=days(-30)), RUN),
    Access(f"{A_PLACE}<slug:name>/", place("accept/", state="offered"), OWN),
    Access(A_SESSION, session(), STAFF | {"cora"}),
    Access(f"{A_SESSION}change/", session("change/"), RUN),
    Access(f"{A_SESSION}cancel/", session("cancel/"), RUN),
    Access(f"{A_SESSION}agenda/", session("agenda/"), HOLD | {"cora"}),
    Access(f"{A_SESSION}papers/", session("papers/"), HOLD),
    Access(f"{A_SESSION}papers/sent/", session("papers/sent/"), HOLD),
    Access(f"{A_SESSION}arrangements/", session("arrangements/"), RUN),
    Access(AN_ARRANGEMENT, arrangement(), HOLD | {"cora"}),
    Access(f"{AN_ARRANGEMENT}<slug:name>/", arrangement("met/"), OWN),
    Access(f"{A_SESSION}attendance/", session("attendance/", on=-1), RUN),
    Access(f"{A_SESSION}check-in/", session("check-in/"), RUN),
    Access(f"{A_SESSION}debrief/", session("debrief/", on=-1), RUN),
    Access(f"{ORG}papers/<slug:code>/", paper, STAFF | {"cora"}),
    Access(f"{ORG}papers/<slug:code>/remove/", lambda cast: f"{paper(cast)}remove/", HOLD),
    Access(f"{ORG}decisions/<slug:code>/outcome/", decision("outcome/"), DECIDE),
    Access(f"{ORG}decisions/<slug:code>/reopen/", dropped, {"staff", "manager", "coordinator"}),
    Access("me/places/", lambda cast: "/me/places/", EVERYBODY - {"public"}, sign_in=True),
    *access_panels.ACCESS,
]
