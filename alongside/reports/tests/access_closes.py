"""Who may open the pages of closes: whoever sees the figures of everything, and the one whom contributors chose."""

from collections.abc import Callable

from alongside.reports import services
from alongside.reports.models import AskedSigner, PeriodClose
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from . import closing

SEES_ALL = {"coordinator", "board", "finance"}
BOTH_SIDES = {"coordinator", "cora"}
KEEPS = {"coordinator"}
ORG = "<slug:org>/periods/"


def of(make: Callable[[Cast], PeriodClose], step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/periods/{make(cast).period}/{step}"


def checked(cast: Cast) -> PeriodClose:
    closing.chosen(cast)
    return closing.checked(cast)


def listed(cast: Cast) -> str:
    closing.chosen(cast)
    return "/harbour/periods/"


def asked(who: str, at: str) -> Callable[[Cast], str]:
    def made(cast: Cast) -> str:
        close = closing.frozen(cast)
        services.ask_to_reopen(close=close, reason="Two answers were missing.", by=cast.actor(who))
        return f"/harbour/periods/{close.period}/reopen/{at}/"

    return made


def not_so(cast: Cast) -> str:
    """Cora was asked about Dev."""
    people = [services.Answer(cast.people[who], True) for who in ("cora", "noor")]
    closing.chosen(cast, "dev", asked=people)
    return f"/harbour/periods/signers/not-so/{AskedSigner.objects.get(person=cast.people['cora']).code}/"


ACCESS = [
    Access(ORG, listed, SEES_ALL | {"cora"}),
    Access(f"{ORG}new/", lambda cast: "/harbour/periods/new/", KEEPS),
    Access(f"{ORG}signers/", lambda cast: "/harbour/periods/signers/", MEMBERS),
    Access(f"{ORG}signers/new/", lambda cast: "/harbour/periods/signers/new/", KEEPS),
    Access(f"{ORG}signers/not-so/<slug:code>/", not_so, {"cora"}),
    Access(
        f"{ORG}signers/<slug:code>/end/",
        lambda cast: f"/harbour/periods/signers/{closing.chosen(cast).code}/end/",
        BOTH_SIDES,
    ),
    Access(f"{ORG}<slug:period>/", of(checked), SEES_ALL | {"cora"}),
    Access(f"{ORG}<slug:period>/check/", of(closing.begun, "check/"), KEEPS),
    Access(f"{ORG}<slug:period>/again/", of(checked, "again/"), KEEPS),
    Access(f"{ORG}<slug:period>/sign/", of(checked, "sign/"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/decline/", of(checked, "decline/"), {"cora"}),
    Access(f"{ORG}<slug:period>/reopen/", of(closing.frozen, "reopen/"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/agree/", asked("cora", "agree"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/refuse/", asked("cora", "refuse"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/drop/", asked("cora", "drop"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/<int:version>/", of(checked, "1/"), SEES_ALL | {"cora"}),
    Access(f"{ORG}<slug:period>/<int:version>/close.json", of(checked, "1/close.json"), SEES_ALL | {"cora"}),
]
