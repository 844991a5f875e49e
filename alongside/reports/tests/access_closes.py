"""Who may open the pages of closes: whoever sees the figures of everything, and the one whom contributors chose."""

from collections.abc import Callable

from alongside.core.periods import Period
from alongside.reports import services
from alongside.reports.models import AskedSigner, PeriodClose, PeriodSigner
from tests.cast import Cast
from tests.house.access import MEMBERS, Access

from . import closing

SEES_ALL = {"coordinator", "board", "finance"}
BOTH_SIDES = {"coordinator", "cora"}
KEEPS = {"coordinator"}
ORG = "<slug:org>/periods/"


def month(cast: Cast) -> Period:
    """The last one of which there is no close: each address has one of its own."""
    there = set(PeriodClose.objects.filter(organisation=cast.org).values_list("period", flat=True))
    found = closing.last_month()
    while found.slug in there:
        found = found.before
    return found


def of(make: Callable[[Cast], PeriodClose], step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/periods/{make(cast).period}/{step}"


def chosen(cast: Cast) -> None:
    if not PeriodSigner.objects.filter(person=cast.people["cora"], ended_on=None).exists():
        closing.chosen(cast)


def begun(cast: Cast) -> PeriodClose:
    return closing.begun(cast, month(cast))


def checked(cast: Cast) -> PeriodClose:
    chosen(cast)
    return closing.checked(cast, month(cast))


def frozen(cast: Cast) -> PeriodClose:
    chosen(cast)
    return closing.frozen(cast, month(cast))


def listed(cast: Cast) -> str:
    chosen(cast)
    return "/harbour/periods/"


def asked(who: str, at: str) -> Callable[[Cast], str]:
    def made(cast: Cast) -> str:
        close = frozen(cast)
        services.ask_to_reopen(close=close, reason="Two answers were missing.", by=cast.actor(who))
        return f"/harbour/periods/{close.period}/reopen/{at}/"

    return made


def not_so(cast: Cast) -> str:
    """Cora was asked about Dev."""
    people = [services.Answer(cast.people[who], True) for who in ("cora", "noor")]
    closing.chosen(cast, "dev", asked=people)
    return f"/harbour/periods/signers/not-so/{AskedSigner.objects.get(person=cast.people['cora']).code}/"


ACCESS = [
    Access(ORG, listed, MEMBERS),
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
    Access(f"{ORG}<slug:period>/", of(frozen), MEMBERS),
    Access(f"{ORG}<slug:period>/check/", of(begun, "check/"), KEEPS),
    Access(f"{ORG}<slug:period>/again/", of(checked, "again/"), KEEPS),
    Access(f"{ORG}<slug:period>/sign/", of(checked, "sign/"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/decline/", of(checked, "decline/"), {"cora"}),
    Access(f"{ORG}<slug:period>/reopen/", of(frozen, "reopen/"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/agree/", asked("cora", "agree"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/refuse/", asked("cora", "refuse"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/reopen/drop/", asked("cora", "drop"), BOTH_SIDES),
    Access(f"{ORG}<slug:period>/<int:version>/", of(checked, "1/"), SEES_ALL | {"cora"}),
    Access(f"{ORG}<slug:period>/<int:version>/", of(frozen, "1/"), MEMBERS),
    Access(f"{ORG}<slug:period>/<int:version>/close.json", of(checked, "1/close.json"), SEES_ALL | {"cora"}),
    Access(f"{ORG}<slug:period>/<int:version>/close.json", of(frozen, "1/close.json"), SEES_ALL | {"cora"}),
]
