"""Who may open the pages on which an organisation is set up. Roles are given by administrators alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from alongside.organisation import services
from alongside.organisation.models import ClosedDay, Membership
from tests.cast import Cast
from tests.house.access import EVERYBODY, Access

from .access_function import FUNCTION

SET_UP = {"coordinator", "administrator"}
WHOLE = "<slug:org>/settings/"


def _unit(rest: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/units/{cast.units['team'].code}/{rest}"


def _kind(rest: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/kinds/{cast.kinds['policy'].code}/{rest}"


def _closed_day(cast: Cast) -> str:
    ClosedDay.objects.get_or_create(organisation=cast.org, day=date(2099, 12, 24), name="Eve")
    return "/harbour/settings/closed-days/2099-12-24/"


def _role(cast: Cast) -> str:
    return f"/harbour/settings/roles/{Membership.objects.get(user=cast.users['staff'], instead_of=None).code}/end/"


def _page(name: str) -> Callable[[Cast], str]:
    return lambda cast: f"/harbour/settings/{name}"


def _away(cast: Cast) -> str:
    made = Membership.objects.create(
        organisation=cast.org,
        user=cast.users["staff"],
        role="staff",
        unit=cast.units["team"],
        until=date(2099, 12, 24),
        instead_of=cast.users["manager"],
    )
    return f"/harbour/away/{made.code}/end/"


def _key(cast: Cast) -> str:
    return f"/harbour/key/{services.new_key(by=cast.actor('administrator')).code}/"


ACCESS = [
    Access("<slug:org>/key/", lambda _cast: "/harbour/key/", EVERYBODY),
    Access("<slug:org>/key/<slug:code>/", _key, EVERYBODY),
    Access("<slug:org>/away/", lambda _cast: "/harbour/away/", {"staff", "manager", *SET_UP}),
    Access("<slug:org>/away/<slug:code>/end/", _away, {"manager", *SET_UP}),
    Access(WHOLE, _page(""), SET_UP),
    Access(f"{WHOLE}about/", _page("about/"), SET_UP),
    Access(f"{WHOLE}closed-days/", _page("closed-days/"), SET_UP),
    Access(f"{WHOLE}closed-days/<slug:day>/", _closed_day, SET_UP),
    Access(f"{WHOLE}units/", _page("units/"), SET_UP),
    Access(f"{WHOLE}units/add/", _page("units/add/"), SET_UP),
    Access(f"{WHOLE}units/<slug:code>/", _unit(), SET_UP),
    Access(f"{WHOLE}units/<slug:code>/close/", _unit("close/"), SET_UP),
    Access(f"{WHOLE}units/<slug:code>/reopen/", _unit("reopen/"), SET_UP),
    Access(f"{WHOLE}kinds/", _page("kinds/"), SET_UP),
    Access(f"{WHOLE}kinds/add/", _page("kinds/add/"), SET_UP),
    Access(f"{WHOLE}kinds/<slug:code>/", _kind(), SET_UP),
    Access(f"{WHOLE}kinds/<slug:code>/reserve/", _kind("reserve/"), SET_UP),
    Access(f"{WHOLE}kinds/<slug:code>/release/", _kind("release/"), SET_UP),
    *FUNCTION,
    Access(f"{WHOLE}roles/", _page("roles/"), SET_UP),
    Access(f"{WHOLE}roles/give/", _page("roles/give/"), {"administrator"}),
    Access(f"{WHOLE}roles/<slug:code>/end/", _role, {"administrator"}),
    Access(f"{WHOLE}<slug:page>/", _page("words/"), SET_UP),
    Access(f"{WHOLE}<slug:page>/", _page("clocks/"), SET_UP),
    Access(f"{WHOLE}<slug:page>/", _page("thresholds/"), SET_UP),
    Access(f"{WHOLE}<slug:page>/", _page("no-such-page/"), set()),
]
