"""Who may open the addresses of the demonstration where it is not loaded. `test_views` opens them where it is."""

from tests.house.access import EVERYBODY, Access

ACCESS = [
    Access("demo/", lambda cast: "/demo/", who=set()),
    Access("become/nobody/", lambda cast: "/become/nobody/", who=EVERYBODY, posts=True),
    Access("become/<slug:code>/", lambda cast: f"/become/{cast.users['cora'].code}/", who=set()),
]
