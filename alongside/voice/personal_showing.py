"""What somebody's own copy says about how others see their words."""

from __future__ import annotations

from typing import Any

from .models import Appeal, Contribution, Showing


def exported_showing(row: Contribution) -> dict[str, Any] | None:
    showing = Showing.everything.filter(contribution=row).first()
    if showing is None:
        return None
    appeals = Appeal.everything.filter(showing=showing).order_by("id")
    return {
        "where_it_is": showing.get_state_display(),
        "my_own_version": showing.own_version,
        "others_see_my_own_version": showing.use_own,
        "i_looked_on": [preview.seen_on.isoformat() for preview in showing.previews.order_by("id")],
        "decisions": [
            {"on": each.decided_on.isoformat(), "what": each.get_outcome_display(), "why": each.why}
            for each in showing.decisions.order_by("id")
        ],
        "my_appeals": [
            {"on": each.made_on.isoformat(), "words": each.words, "end": each.get_end_display()} for each in appeals
        ],
    }
