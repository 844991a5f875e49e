"""Everyone in the demonstration: CONTRIBUTORS (the register), STAFF and the CAST.

Keys are short names, unique over contributors and staff together. Days are days ago. See the parts for the
fields: contributors_a, contributors_b, staff; the shapes are in words/shapes.py.
"""

from .contributors_a import FIRST
from .contributors_b import SECOND
from .staff import CAST, STAFF

CONTRIBUTORS = FIRST + SECOND

__all__ = ["CAST", "CONTRIBUTORS", "STAFF"]
