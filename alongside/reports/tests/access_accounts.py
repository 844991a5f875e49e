"""Who may open the pages of yearly accounts: what is published anybody, what is being written only those who write."""

from alongside.reports.models import AccountReply, PublicAccount
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .accounting import drafted, here, last_year, published, replied

KEEPERS = {"coordinator", "board"}
YEAR = "<slug:org>/account/<slug:year>/"


def there(cast: Cast, *steps: str) -> str:
    """Published once, however many addresses are asked for: somebody may look at all of them, one after the other."""
    if not PublicAccount.objects.filter(published__gt=0).exists():
        published(cast)
    return here(*steps)


def file(cast: Cast, *steps: str) -> str:
    return there(cast, *steps).removesuffix("/")


def written(cast: Cast, *steps: str) -> str:
    if not PublicAccount.objects.exists():
        drafted(cast)
    return here(*steps)


def answered(cast: Cast, *steps: str) -> str:
    there(cast)
    if not AccountReply.objects.filter(person=cast.people["cora"]).exists():
        replied(cast, show=False)
    return here(*steps)


def held(cast: Cast) -> str:
    there(cast)
    shown = AccountReply.objects.filter(person=cast.people["dev"]).first() or replied(cast, "dev")
    return here("replies", shown.code, "hold")


ACCESS = [
    Access("<slug:org>/account/", lambda cast: "/harbour/account/", EVERYBODY),
    Access("<slug:org>/account/schema.json", lambda cast: "/harbour/account/schema.json", EVERYBODY),
    Access("<slug:org>/account/data/", lambda cast: "/harbour/account/data/", EVERYBODY),
    Access(YEAR, there, EVERYBODY),
    Access(f"{YEAR}data.<slug:form>", lambda cast: file(cast, "data.json"), EVERYBODY),
    Access(
        f"{YEAR}<slug:part>/data.<slug:form>", lambda cast: file(cast, f"{last_year().slug}-q1", "data.csv"), EVERYBODY
    ),
    Access(f"{YEAR}versions/<slug:number>/", lambda cast: there(cast, "versions", "1"), EVERYBODY),
    Access(
        f"{YEAR}versions/<slug:number>/data.<slug:form>",
        lambda cast: file(cast, "versions", "1", "data.csv"),
        EVERYBODY,
    ),
    Access(f"{YEAR}replies/", lambda cast: there(cast, "replies"), EVERYBODY),
    Access(f"{YEAR}draft/", lambda cast: written(cast, "draft"), KEEPERS),
    Access(f"{YEAR}write/", lambda cast: written(cast, "write"), KEEPERS),
    Access(f"{YEAR}publish/", lambda cast: written(cast, "publish"), KEEPERS),
    Access(f"{YEAR}reply/", lambda cast: there(cast, "reply"), {"cora"}),
    Access(f"{YEAR}reply/show/", lambda cast: answered(cast, "reply", "show"), {"cora"}),
    Access(f"{YEAR}reply/back/", lambda cast: answered(cast, "reply", "back"), {"cora"}),
    Access(f"{YEAR}replies/<slug:code>/hold/", held, {"coordinator"}),
]
