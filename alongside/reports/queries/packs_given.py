"""The numbers of a pack that the board has, as it was given them, and how the same days look since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.core.periods import Period
from alongside.organisation.models import Organisation, Settings

from .. import closing
from ..models import BoardPack, PackGiven
from ..pack_values import Pack
from .closed import ClosedValue, closed_value
from .frozen import read_text
from .keeping import counted
from .packing import gather_pack
from .scope import whole


@dataclass(frozen=True)
class Given:
    """`version`: of the close that it was taken from; 0 where its days were not closed then."""

    value: Pack
    version: int
    digest: str

    def is_what(self, closed: ClosedValue | None) -> bool:
        """Whether what is closed is what the board was given."""
        return closed is not None and closed.version == self.version


def given_of(pack: BoardPack | None) -> Given | None:
    """None: the board was not given it, or it was before such numbers were kept."""
    row = PackGiven.objects.filter(pack=pack.pk).first() if pack else None
    return Given(Pack.of_plain(read_text(row.content)), row.closed_version, row.digest) if row else None


def pack_now(organisation: Organisation, settings: Settings, period: Period, today: date) -> Pack:
    (pack,) = counted([whole(organisation, settings, period, today)], "pack", gather_pack)
    return pack


def to_keep(organisation: Organisation, settings: Settings, period: Period, today: date) -> dict[str, Any]:
    """What is written down when the board is given a pack: what is closed, else what it says today."""
    closed = closed_value(organisation, period, "pack")
    frozen = closed if closed and closed.value else None
    value = frozen.value if frozen else pack_now(organisation, settings, period, today)
    content = closing.text_of(value.as_plain())
    version = frozen.version if frozen else 0
    return {"content": content, "digest": closing.digest_of(content), "closed_version": version}


def moved_since(given: Given, now: Pack) -> list[closing.Difference]:
    return closing.moved(given.value.sheet, now.sheet, given.value.map, now.map)
