"""Every address of a job and its panel × every role."""

from __future__ import annotations

from collections.abc import Callable

from django.core.files.base import ContentFile

from alongside.involvement import services
from tests import make
from tests.cast import Cast
from tests.house.access import MEMBERS, Access
from tests.make import days

from . import panel_steps as steps
from .panel_steps import Panel

ORG = "<slug:org>/"
STAFF = MEMBERS - {"cora"}
HOLD = frozenset({"staff", "manager", "coordinator"})
RECRUIT = frozenset({"manager", "coordinator"})  # the manager owns the decision
RUN = frozenset({"coordinator"})
DECIDE = frozenset({"manager", "coordinator", "board"})
PANEL = HOLD | {"cora"}
JOB = f"{ORG}decisions/<slug:code>/job/"
A_CANDIDATE = f"{JOB}candidates/<slug:candidate>/"
A_PANEL = f"{ORG}panels/<slug:code>/"
FOR = f"{A_PANEL}for/<slug:member>/"

At = Callable[[Panel], str]


def begun(cast: Cast) -> Panel:
    panel = steps.seated(cast, "cora", "noor")
    steps.applied(panel, 1)
    return panel


def scoring(cast: Cast) -> Panel:
    return steps.invited(cast, "cora", "noor", candidates=1)


def half_open(cast: Cast) -> Panel:
    """Noor gave her place back, and Cora has handed in."""
    panel = scoring(cast)
    steps.scored(panel, "cora", {"A": 3})
    services.withdraw_place(place=panel.member("noor").place, by=panel.actor("noor"))
    return panel


def opened(cast: Cast) -> Panel:
    return steps.all_in(cast, cora={"A": 3}, noor={"A": 4})


def chosen(cast: Cast) -> Panel:
    panel = opened(cast)
    services.choose_candidate(
        recruitment=panel.fresh(),
        candidate=panel.candidate("A"),
        reason="",
        start_by=days(30),
        by=cast.actor("manager"),
    )
    return panel


def with_file(cast: Cast) -> Panel:
    panel = steps.seated(cast, "cora")
    services.add_candidate(
        recruitment=panel.recruitment,
        name="Jo",
        contact="",
        application="",
        file=ContentFile(b"Words.", "words.txt"),
        confirmed=True,
        by=cast.actor("coordinator"),
    )
    return panel


def job(step: str = "", at: Callable[[Cast], Panel] = begun) -> Callable[[Cast], str]:
    return lambda cast: _filled(at(cast), "job", step)


def panel(step: str = "", at: Callable[[Cast], Panel] = begun) -> Callable[[Cast], str]:
    return lambda cast: _filled(at(cast), "url", step)


def _filled(at: Panel, way: str, step: str) -> str:
    if "CANDIDATE" in step:
        step = step.replace("CANDIDATE", at.candidate("A").code)
    if "QUESTION" in step:
        step = step.replace("QUESTION", (at.questions() or steps.asked(at, 1))[0].code)
    for who, member in at.members.items():
        step = step.replace(who.upper(), member.code)
    return getattr(at, way) + step


def not_agreed(cast: Cast) -> Panel:
    """Cora and Noor sit there and have not agreed yet."""
    recruitment = steps.begun(cast)
    help_choose = make.opportunity(cast, recruitment.decision, state="filled")
    made = Panel(cast, recruitment, {})
    for one in ("cora", "noor"):
        place = make.place(cast, one, help_choose)
        made.members[one] = services.add_member(recruitment=recruitment, place=place, by=cast.actor("coordinator"))
    return made


def of_decision(step: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/decisions/{make.decision(cast).code}/{step}"


ACCESS = [
    Access(JOB, job(), MEMBERS),
    Access(f"{JOB}begin/", of_decision("job/begin/"), HOLD),
    Access(f"{JOB}stages/<slug:step>/", job("stages/shortlist/"), MEMBERS),
    Access(f"{JOB}stages/<slug:step>/change/", job("stages/need/change/"), HOLD),
    Access(f"{JOB}changes/", job("changes/"), HOLD),
    Access(f"{JOB}panel/", job("panel/"), RECRUIT),
    Access(f"{JOB}panel/add/", job("panel/add/"), RECRUIT),
    Access(f"{JOB}panel/<slug:member>/", job("panel/CORA/"), RECRUIT),
    Access(f"{JOB}panel/<slug:member>/chair/", job("panel/CORA/chair/"), RECRUIT),
    Access(f"{JOB}panel/<slug:member>/stand-down/", job("panel/CORA/stand-down/"), RECRUIT),
    Access(f"{JOB}candidates/add/", job("candidates/add/"), RECRUIT),
    Access(A_CANDIDATE, job("candidates/CANDIDATE/"), RECRUIT),
    Access(f"{A_CANDIDATE}change/", job("candidates/CANDIDATE/change/"), RECRUIT),
    Access(f"{A_CANDIDATE}withdraw/", job("candidates/CANDIDATE/withdraw/"), RECRUIT),
    Access(f"{JOB}open/<slug:round>/", job("open/scores/", half_open), RECRUIT),
    Access(f"{JOB}choice/", job("choice/", opened), DECIDE),
    Access(f"{JOB}follow-up/<slug:question>/", job("follow-up/started/", chosen), HOLD),
    Access(f"{ORG}panels/", lambda cast: "/harbour/panels/", STAFF),
    Access(f"{ORG}panels/terms/", lambda cast: "/harbour/panels/terms/", {"coordinator", "administrator"}),
    Access(A_PANEL, panel(), PANEL),
    Access(f"{A_PANEL}agree/", panel("agree/", not_agreed), {"cora"}),
    Access(f"{A_PANEL}questions/", panel("questions/"), PANEL),
    Access(f"{A_PANEL}questions/<slug:question>/remove/", panel("questions/QUESTION/remove/"), PANEL),
    Access(f"{A_PANEL}candidates/<slug:candidate>/", panel("candidates/CANDIDATE/"), RECRUIT | {"cora"}),
    Access(
        f"{A_PANEL}candidates/<slug:candidate>/file/",
        panel("candidates/CANDIDATE/file/", with_file),
        RECRUIT | {"cora"},
    ),
    Access(f"{A_PANEL}sheets/<slug:round>/", panel("sheets/shortlist/"), {"cora"}),
    Access(f"{A_PANEL}sheets/<slug:round>/hand-in/", panel("sheets/shortlist/hand-in/"), {"cora"}),
    Access(f"{A_PANEL}sheets/<slug:round>/<slug:candidate>/", panel("sheets/scores/CANDIDATE/", scoring), {"cora"}),
    Access(f"{A_PANEL}shortlist/", panel("shortlist/", scoring), PANEL),
    Access(f"{A_PANEL}shortlist/agree/", panel("shortlist/agree/", scoring), RECRUIT),
    Access(f"{A_PANEL}result/", panel("result/", opened), PANEL),
    Access(f"{A_PANEL}review/", panel("review/"), {"cora"}),
    Access(f"{FOR}agree/", panel("for/NOOR/agree/", not_agreed), RUN),
    Access(f"{FOR}review/", panel("for/NOOR/review/"), RUN),
    Access(f"{FOR}<slug:round>/", panel("for/NOOR/shortlist/"), RUN),
    Access(f"{FOR}<slug:round>/hand-in/", panel("for/NOOR/shortlist/hand-in/"), RUN),
    Access(f"{FOR}<slug:round>/<slug:candidate>/", panel("for/NOOR/scores/CANDIDATE/", scoring), RUN),
]
