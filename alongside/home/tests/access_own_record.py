"""Who may open somebody's own record: they alone. Who may check one: anybody."""

from tests.house.access import EVERYBODY, Access

OWN_RECORD = [
    Access("me/record/", lambda cast: "/me/record/", EVERYBODY - {"public"}, sign_in=True),
    Access("me/record/<slug:code>/", lambda cast: f"/me/record/{cast.people['cora'].code}/", {"cora"}, sign_in=True),
    Access("<slug:org>/record-check/", lambda cast: "/harbour/record-check/", EVERYBODY),
]
