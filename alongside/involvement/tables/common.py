"""What every list of this room begins with."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from alongside.core import parts, tables

from .. import links
from ..wording import tone

A_FEW = 6  # of each list, where several stand on one page


class RoomTable(tables.Table):
    """A list of one organisation, the one whose page it is."""

    def to(self, *parts: str) -> str:
        return links.to(self.request.organisation, *parts)  # type: ignore[attr-defined]


def state_of(row: Any) -> SafeString:
    return parts.state_tag(row.get_state_display(), tone(row.state))
