"""Who may open the pages of decisions."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from alongside.decisions import services
from alongside.decisions.models import Candidate, PaperVoter
from tests import make
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from . import factories

RUNS = {"coordinator"}
KEEPERS = {"staff", "manager", "coordinator"}
SEERS = MEMBERS - {"cora"}


def planned(cast: Cast, step: str) -> str:
    return f"/harbour/decisions/{make.decision(cast).code}/{step}/"


def kept(cast: Cast) -> str:
    """A file belongs to the one who brought it."""
    upload = SimpleUploadedFile("list.csv", b"Title,Kind,Unit\nDogs,Policy,Board\n")
    token = importing.keep(upload, kind="decisions", by=cast.actor("coordinator")).token
    return f"/harbour/decisions/import/{token}/"


def a_body(cast: Cast) -> str:
    return f"/harbour/seats/{factories.forum(cast).code}/"


def a_seat(cast: Cast, step: str = "") -> str:
    at = factories.forum(cast)
    return f"/harbour/seats/{at.code}/{factories.seat(at).code}/{step}"


def a_term(cast: Cast, step: str, **values: Any) -> str:
    at = factories.forum(cast)
    of = factories.seat(at)
    return f"/harbour/seats/{at.code}/{of.code}/terms/{factories.holder(of, **values).code}/{step}/"


def an_election(cast: Cast, step: str = "", phase: str = "nominating", **values: Any) -> str:
    return f"/harbour/seats/elections/{factories.election(cast, phase=phase, **values).code}/{step}"


def a_vote(cast: Cast, step: str) -> str:
    """Two stand for one seat, and somebody asked for paper."""
    of = factories.election(cast, phase="voting")
    for who in ("dev", "noor"):
        factories.candidate(of, cast.people[who], statement="I know what it is like.")
    PaperVoter.objects.create(election=of, person=cast.people["eoin"])
    return f"/harbour/seats/elections/{of.code}/{step.format(person=cast.people['eoin'].code)}"


def a_candidate(cast: Cast, step: str, state: str) -> str:
    of = factories.election(cast)
    found = factories.candidate(of, cast.people["cora"], state)
    return f"/harbour/seats/elections/{of.code}/candidates/{found.code}/{step}/"


def a_result(cast: Cast, step: str = "") -> str:
    of = factories.election(cast, phase="voting")
    for who in ("cora", "dev", "noor"):
        factories.candidate(of, cast.people[who])
    codes = [each.code for each in Candidate.objects.filter(election=of)]
    for number, person in enumerate(factories.voters(cast, 10)):
        by = factories.actor_of(cast, person)
        services.cast_vote(election=of, ranking=[codes[number % 3], codes[(number + 1) % 3]], by=by)
    of.nominate_from, of.nominate_until, of.vote_from, of.vote_until = (make.days(day) for day in (-9, -8, -7, -1))
    of.save()
    services.count_election(election=of, by=cast.actor("coordinator"))
    return f"/harbour/seats/elections/{of.code}/{step}"


ELECTION = "<slug:org>/seats/elections/<slug:code>/"
CANDIDATE = f"{ELECTION}candidates/<slug:candidate>/"
OWN = {"cora", "coordinator"}
ACCESS = [
    Access(ELECTION, a_result, who=MEMBERS),
    Access(f"{ELECTION}off/", lambda cast: an_election(cast, "off/"), who=RUNS),
    Access(f"{ELECTION}count/", lambda cast: an_election(cast, "count/", "over"), who=RUNS),
    Access(f"{ELECTION}ballots.csv", lambda cast: a_result(cast, "ballots.csv"), who=MEMBERS),
    Access(f"{ELECTION}stand/", lambda cast: an_election(cast, "stand/"), who={"cora"}),
    Access(f"{ELECTION}forward/", lambda cast: an_election(cast, "forward/"), who=OWN),
    Access(f"{ELECTION}ask/", lambda cast: an_election(cast, "ask/"), who=RUNS),
    Access(f"{CANDIDATE}answer/", lambda cast: a_candidate(cast, "answer", "nominated"), who=OWN),
    Access(f"{CANDIDATE}words/", lambda cast: a_candidate(cast, "words", "standing"), who=OWN),
    Access(f"{CANDIDATE}withdraw/", lambda cast: a_candidate(cast, "withdraw", "standing"), who=OWN),
    Access(f"{CANDIDATE}take/", lambda cast: a_candidate(cast, "take", "elected"), who=OWN),
    Access(f"{ELECTION}vote/", lambda cast: a_vote(cast, "vote/"), who={"cora"}),
    Access(f"{ELECTION}paper/", lambda cast: a_vote(cast, "paper/"), who=RUNS),
    Access(f"{ELECTION}paper/ballot/", lambda cast: a_vote(cast, "paper/ballot/"), who=RUNS),
    Access(f"{ELECTION}paper/<slug:person>/back/", lambda cast: a_vote(cast, "paper/{person}/back/"), who=RUNS),
    Access("<slug:org>/seats/<slug:code>/elect/", lambda cast: a_seat(cast).rsplit("/", 2)[0] + "/elect/", who=RUNS),
    Access("<slug:org>/decisions/", lambda cast: "/harbour/decisions/", who=MEMBERS),
    Access("<slug:org>/decisions/new/", lambda cast: "/harbour/decisions/new/", who=KEEPERS),
    Access("<slug:org>/decisions/raise/", lambda cast: "/harbour/decisions/raise/", who={"cora"}),
    Access("<slug:org>/decisions/exceptions/", lambda cast: "/harbour/decisions/exceptions/", who=SEERS),
    Access(
        "<slug:org>/decisions/import/",
        lambda cast: "/harbour/decisions/import/",
        who={"coordinator", "administrator"},
    ),
    Access("<slug:org>/decisions/import/<slug:token>/", kept, who={"coordinator"}),
    Access("<slug:org>/decisions/<slug:code>/change/", lambda cast: planned(cast, "change"), who=KEEPERS),
    Access("<slug:org>/decisions/<slug:code>/drop/", lambda cast: planned(cast, "drop"), who=KEEPERS),
    Access("<slug:org>/seats/", lambda cast: "/harbour/seats/", who=MEMBERS),
    Access("<slug:org>/seats/new/", lambda cast: "/harbour/seats/new/", who=RUNS),
    Access("<slug:org>/seats/lived/", lambda cast: f"/harbour/seats/lived/?on={make.days(-40)}", who=MEMBERS),
    Access("<slug:org>/seats/terms/", lambda cast: "/harbour/seats/terms/", who=MEMBERS),
    Access("<slug:org>/seats/waivers/", lambda cast: "/harbour/seats/waivers/", who=SEERS),
    Access("<slug:org>/seats/<slug:code>/", a_body, who=MEMBERS),
    Access("<slug:org>/seats/<slug:code>/change/", lambda cast: f"{a_body(cast)}change/", who=RUNS),
    Access("<slug:org>/seats/<slug:code>/seat/", lambda cast: f"{a_body(cast)}seat/", who=RUNS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/", a_seat, who=MEMBERS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/fill/", lambda cast: a_seat(cast, "fill/"), who=RUNS),
    Access("<slug:org>/seats/<slug:code>/<slug:seat>/close/", lambda cast: a_seat(cast, "close/"), who=RUNS),
    Access(
        "<slug:org>/seats/<slug:code>/<slug:seat>/terms/<slug:term>/end/",
        lambda cast: a_term(cast, "end", person=cast.people["cora"]),
        who={"cora", "coordinator"},
    ),
    Access(
        "<slug:org>/seats/<slug:code>/<slug:seat>/terms/<slug:term>/name/",
        lambda cast: a_term(cast, "name", name="Olu Gbeho", ended_on=make.days(-1)),
        who=RUNS,
    ),
]
