"""The invented words of the demonstration: two organisations, their people, and eighteen months of their life.

Data only: no logic, no Django. Everything is linked by stable string keys; shapes.py has the fields.
Nobody and nothing in here is real, and no sentence was taken from anywhere.
"""

from .decisions import DECISIONS
from .ferry_hall import FERRY_HALL
from .involvement import MEETINGS, OPPORTUNITIES, PANELS, REQUESTS
from .organisation import ELECTIONS, FORUMS, KINDS, ORGANISATION, RESERVED, SEATS, UNITS
from .people import CAST, CONTRIBUTORS, STAFF
from .shapes import Story
from .voices import ANSWERS, CHALLENGES, CHANGES, CONTRIBUTIONS, THEMES

TENTER_ROW = Story(
    starts=-552,
    organisation=ORGANISATION,
    units=UNITS,
    kinds=KINDS,
    reserved=RESERVED,
    contributors=CONTRIBUTORS,
    staff=STAFF,
    cast=CAST,
    forums=FORUMS,
    seats=SEATS,
    elections=ELECTIONS,
    decisions=DECISIONS,
    requests=REQUESTS,
    opportunities=OPPORTUNITIES,
    meetings=MEETINGS,
    panels=PANELS,
    contributions=CONTRIBUTIONS,
    answers=ANSWERS,
    challenges=CHALLENGES,
    changes=CHANGES,
    themes=THEMES,
)
STORIES: tuple[Story, ...] = (TENTER_ROW, FERRY_HALL)

__all__ = ["FERRY_HALL", "STORIES", "TENTER_ROW"]
