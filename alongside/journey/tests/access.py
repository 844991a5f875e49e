"""Who may open the pages of this room. Each kind of thing has a file of its own, `access_….py`."""

from tests.house.access import Access

from .access_aims import AIMS
from .access_entries import ENTRIES
from .access_stories import STORIES
from .access_touchpoints import TOUCHPOINTS

ACCESS: list[Access] = [*ENTRIES, *AIMS, *STORIES, *TOUCHPOINTS]
