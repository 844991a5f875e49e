"""Who may open the pages of this room. Each kind of thing has a file of its own, `access_….py`."""

from tests.house.access import Access

ACCESS: list[Access] = []
