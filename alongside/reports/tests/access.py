"""Who may open the pages of this room."""

from tests.house.access import Access

SEES_FIGURES = {"manager", "coordinator", "board", "finance"}

ACCESS = [
    Access("<slug:org>/map/", lambda cast: "/harbour/map/", SEES_FIGURES),
    Access("<slug:org>/figures/", lambda cast: "/harbour/figures/", SEES_FIGURES),
]
