"""Requests, opportunities and meetings of the demonstration.

REQUESTS (rq-) are about a decision; OPPORTUNITIES (op-) come from an accepted request; MEETINGS (m-)
belong to an opportunity and so to its decision. People are keys of words.people. Days are offsets from today.
"""

from .drawn import OPPORTUNITIES as OPPORTUNITIES_DRAWN
from .drawn import REQUESTS as REQUESTS_DRAWN
from .meetings_first import EARLIER as MEETINGS_EARLIER
from .meetings_second import LATER as MEETINGS_LATER
from .opportunities_first import EARLIER as OPPORTUNITIES_EARLIER
from .opportunities_second import LATER as OPPORTUNITIES_LATER
from .panels import PANELS
from .requests import REQUESTS as REQUESTS_CHOSEN

REQUESTS = REQUESTS_CHOSEN + REQUESTS_DRAWN
OPPORTUNITIES = OPPORTUNITIES_EARLIER + OPPORTUNITIES_LATER + OPPORTUNITIES_DRAWN
MEETINGS = MEETINGS_EARLIER + MEETINGS_LATER

__all__ = ["MEETINGS", "OPPORTUNITIES", "PANELS", "REQUESTS"]
