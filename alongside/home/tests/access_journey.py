"""Who may open the road: everybody, and each sees of it what they may read."""

from tests.house.access import EVERYBODY, Access

JOURNEY = [Access("<slug:org>/journey/", lambda cast: "/harbour/journey/", EVERYBODY)]
