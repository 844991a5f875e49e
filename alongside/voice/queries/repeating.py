"""For messages about what somebody said: the words are read when it leaves, and kept in none."""

from __future__ import annotations

from collections.abc import Collection

from ..models import Contribution
from ..models.contributions import ANSWERED, DEFERRED, WITHDRAWN


def words_to_repeat(asked: Collection[tuple[str, int]]) -> dict[str, str]:
    """By code, for each code and the person who is to read it. Left out: what is not theirs, was taken back, or is
    before the safeguarding lead."""
    rows = Contribution.objects.filter(code__in=[code for code, _person in asked]).exclude(state=WITHDRAWN)
    return {
        code: words for code, person, words in rows.values_list("code", "person", "words") if (code, person) in asked
    }


def waits_to_be_told(code: str) -> bool:
    """Is there an answer that its author does not know? Whoever has it before them: an answer is an answer."""
    return Contribution.everything.filter(code=code, state__in=[ANSWERED, DEFERRED]).exists()
