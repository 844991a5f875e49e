"""Who may open the pages of claims. Those that are shown, anybody; what is asked, only whoever is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alongside.candour.models import Account
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .claiming import Story, claimed

SEES = {"cora", "staff", "manager", "coordinator", "board"}
MAKES = {"staff", "manager", "coordinator"}
STAFF = "<slug:org>/candour/claims/"
MINE = "me/claims/<slug:code>/"


def at(step: str = "", shown: bool = True) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/candour/claims/{claimed(cast, 'cora', 'dev', shown=shown).claim.code}/{step}"


def public(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/claims/{claimed(cast).claim.code}/{step}"


def _disputed(cast: Cast) -> tuple[Story, Account]:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", words="It is so.")
    story.dispute("dev", words="It is not so.")
    return story, Account.objects.filter(kind="disputed", text__claim=story.claim).get()


def replied(cast: Cast) -> str:
    story, account = _disputed(cast)
    return f"/harbour/candour/claims/{story.claim.code}/reply/{account.code}/"


def my_reply(cast: Cast) -> str:
    story, account = _disputed(cast)
    return f"/me/claims/{story.of('cora').code}/reply/{account.code}/"


def mine(step: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/me/claims/{claimed(cast).of('cora').code}/{step}"


def pages() -> Iterator[Access]:
    yield Access(STAFF, lambda cast: "/harbour/candour/claims/", SEES)
    yield Access(f"{STAFF}new/", lambda cast: "/harbour/candour/claims/new/", MAKES)
    yield Access(f"{STAFF}<slug:code>/", at(shown=False), SEES - {"cora"})
    for step, who in (("change", MAKES), ("show", MAKES), ("end", MAKES), ("for", {"coordinator"})):
        yield Access(f"{STAFF}<slug:code>/{step}/", at(f"{step}/", shown=False), who)
    yield Access(f"{STAFF}<slug:code>/reply/<slug:account>/", replied, MAKES)
    yield Access("<slug:org>/claims/", lambda cast: "/harbour/claims/", EVERYBODY)
    yield Access("<slug:org>/claims/<slug:code>/", public(), EVERYBODY)
    yield Access("<slug:org>/claims/<slug:code>/claim.json", public("claim.json"), EVERYBODY)
    yield Access("me/claims/", lambda cast: "/me/claims/", EVERYBODY - {"public"}, sign_in=True)
    yield Access(MINE, mine(), {"cora"}, sign_in=True)
    for step in ("sign", "no", "not-true", "take-back"):
        yield Access(f"{MINE}{step}/", mine(f"{step}/"), {"cora"}, sign_in=True)
    yield Access(f"{MINE}reply/<slug:account>/", my_reply, {"cora"}, sign_in=True)


CLAIMS = list(pages())
