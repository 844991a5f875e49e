"""What a group says about the words that were taken down for it."""

from __future__ import annotations

from collections.abc import Sequence

from ..models import Contribution, GroupWord
from ..rules.group_words import was_taken_down


def group_words_of(contribution: Contribution) -> Sequence[GroupWord] | None:
    """Everything that it said, the newest first; None where no group's words were taken down."""
    if not was_taken_down(contribution):
        return None
    return list(GroupWord.objects.filter(contribution=contribution).select_related("recorded_by").order_by("-id"))
