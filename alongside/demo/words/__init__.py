"""The invented words of the demonstration: Tenter Row, its people, and eighteen months of their life.

Data only: no logic, no Django. Everything is linked by stable string keys; shapes.py has the fields.
Nobody and nothing in here is real, and no sentence was taken from anywhere.
"""

from .decisions import DECISIONS
from .involvement import MEETINGS, OPPORTUNITIES, REQUESTS
from .organisation import FORUMS, KINDS, ORGANISATION, POLICIES, RESERVED, SEATS, UNITS
from .people import CAST, CONTRIBUTORS, STAFF
from .voices import ANSWERS, CHALLENGES, CHANGES, CONTRIBUTIONS

__all__ = [
    "ANSWERS",
    "CAST",
    "CHALLENGES",
    "CHANGES",
    "CONTRIBUTIONS",
    "CONTRIBUTORS",
    "DECISIONS",
    "FORUMS",
    "KINDS",
    "MEETINGS",
    "OPPORTUNITIES",
    "ORGANISATION",
    "POLICIES",
    "REQUESTS",
    "RESERVED",
    "SEATS",
    "STAFF",
    "UNITS",
]
