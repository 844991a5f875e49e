"""What was said and what came of it: CONTRIBUTIONS, ANSWERS, CHALLENGES and CHANGES.

Keys start with v- (answered), o- (still open) or c- (copied from one another). ANSWERS and CHALLENGES
point to a contribution by key, at most one each; CHANGES (ch-) point to one or more.
Order contributions by `received_days_ago` before seeding.
"""

from .answers_teams import TEAMS as ANSWERS_TEAMS
from .answers_wide import ORGANISATION as ANSWERS_WIDE
from .changes import CHALLENGES as QUESTIONED
from .changes import CHANGES
from .copied import COPIED
from .owing import ANSWERED, DISPUTED, SAID
from .said_open import OPEN
from .said_teams import TEAMS
from .said_wide import ORGANISATION
from .themes import THEMES

CONTRIBUTIONS = TEAMS + ORGANISATION + OPEN + SAID + COPIED
ANSWERS = ANSWERS_TEAMS + ANSWERS_WIDE + ANSWERED
CHALLENGES = QUESTIONED + DISPUTED

__all__ = ["ANSWERS", "CHALLENGES", "CHANGES", "CONTRIBUTIONS", "THEMES"]
