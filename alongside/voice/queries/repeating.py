"""For messages about what somebody said: the words are read when it leaves, and kept in none."""

from __future__ import annotations

from ..models import Contribution
from ..models.contributions import ANSWERED, DEFERRED, WITHDRAWN


def words_to_repeat(code: str, person_id: int) -> str:
    """Empty when there is nothing to repeat: not theirs, taken back, or before the safeguarding lead."""
    rows = Contribution.objects.filter(code=code, person=person_id).exclude(state=WITHDRAWN)
    return rows.values_list("words", flat=True).first() or ""


def waits_to_be_told(code: str) -> bool:
    """Is there an answer that its author does not know? Whoever has it before them: an answer is an answer."""
    return Contribution.everything.filter(code=code, state__in=[ANSWERED, DEFERRED]).exists()
