"""What the verbs share."""

from __future__ import annotations

import unicodedata
from typing import Any

from alongside.core.actor import Actor
from alongside.core.inputs import tidy_text

from ..models import Side
from ..rules import entries as rules


def as_written(words: str) -> str:
    """Nothing is changed but what no one can see or keep: control characters and broken halves of a character."""
    kept = "".join(char for char in tidy_text(words) if unicodedata.category(char) != "Cs").strip()
    return kept if rules.can_be_seen(kept) else ""


def whose(by: Actor) -> dict[str, Any]:
    """Of one side, and one of the two: somebody on the register, or somebody who works here. What is written down for
    somebody is theirs."""
    if by.on_behalf_of is not None:
        return {"side": Side.PEOPLE, "person_id": by.on_behalf_of}
    side = rules.side_of(by)
    own = {"person_id": by.person_id} if side == Side.PEOPLE else {"user_id": by.user_id}
    return {"side": side, **own}
