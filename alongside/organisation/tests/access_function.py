"""Who may open the pages of the function's own posts and of policies: whoever sets up the organisation."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from alongside.organisation import services
from alongside.organisation.models import FunctionPost, Policy
from tests.cast import Cast
from tests.house.access import Access
from tests.make import days

SET_UP = {"coordinator", "administrator"}


def a_post(cast: Cast) -> FunctionPost:
    return services.add_post(name="Worker", hours=Decimal(30), since=days(-90), by=cast.actor("coordinator"))


def a_policy(cast: Cast) -> Policy:
    return services.add_policy(
        title=f"Paying people {Policy.objects.count()}",
        words="We pay within ten days.",
        from_day=days(-90),
        by=cast.actor("coordinator"),
    )


def _post(rest: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/posts/{a_post(cast).code}/{rest}"


def _policy(rest: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/policies/{a_policy(cast).code}/{rest}"


def _holder(cast: Cast) -> str:
    held = services.fill_post(
        post=a_post(cast), user=cast.users["staff"], hours=Decimal(9), since=days(-30), by=cast.actor("coordinator")
    )
    return f"/harbour/settings/post-holders/{held.code}/leave/"


def _page(name: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/{name}"


START = "<slug:org>/settings/"
READ = SET_UP | {"board", "finance"}
FUNCTION = [
    Access("<slug:org>/posts/", lambda _cast: "/harbour/posts/", READ),
    Access("<slug:org>/posts/hours/", lambda _cast: "/harbour/posts/hours/", READ),
    Access(f"{START}posts/", _page("posts/"), SET_UP),
    Access(f"{START}posts/add/", _page("posts/add/"), SET_UP),
    *(Access(f"{START}posts/<slug:code>/{rest}", _post(rest), SET_UP) for rest in ("", "fill/", "time/")),
    Access(f"{START}post-holders/<slug:code>/leave/", _holder, SET_UP),
    Access(f"{START}policies/", _page("policies/"), SET_UP),
    Access(f"{START}policies/add/", _page("policies/add/"), SET_UP),
    *(Access(f"{START}policies/<slug:code>/{rest}", _policy(rest), SET_UP) for rest in ("", "review/", "end/")),
]
