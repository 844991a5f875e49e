"""What is counted for a version when it is published: what was closed, where the year is closed; else as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from alongside.core.periods import Period
from alongside.organisation.models import Level, Organisation, Settings

from .. import open_data
from ..map_values import Cell, MapSheet
from ..models import AccountVersion, CloseSignature, PeriodSheet
from ..open_measures import ANSWERS
from ..open_values import ALL, HIDDEN, OpenCounts
from ..values import Sheet
from .accounts import counts_of, rows_of
from .closed import last_sheet, signed
from .figures import count_sheet
from .frozen import read_part, read_text
from .keeping import moment
from .late import newest_closed
from .mapping import count_map
from .open_counts import count_open
from .scope import whole

# Of the sheet of figures: what is not a count of people, nor of what people said.
FACTS = ("let_through", "answer_time", "seats")


KEPT = ("closed", "source", "counts", "rows", "map", "facts")


@dataclass(frozen=True)
class Taken:
    """`source` tells what was counted from: versions with the same one show the same numbers."""

    closed: bool
    source: str
    counts: OpenCounts
    map: MapSheet
    sheet: Sheet


def figures_for(
    organisation: Organisation, settings: Settings, period: Period, today: date, earlier: Sequence[AccountVersion]
) -> dict[str, Any]:
    """The values of the next version. What was counted once is not counted twice, so that nothing can be told from two
    versions: another count comes only when the year was closed since, or closed anew."""
    closed = _closed(organisation, period)
    source = closed.source if closed else ""
    same = next((version for version in earlier if version.source == source), None)
    if same is None and closed is None and earlier:
        same = earlier[0]
    if same is not None:
        return {name: getattr(same, name) for name in KEPT}
    return _counted(closed or _now(organisation, settings, period, today), earlier)


def is_closed(organisation: Organisation, period: Period) -> bool:
    return _closed(organisation, period) is not None


def _closed(organisation: Organisation, period: Period) -> Taken | None:
    """What was signed. A year that was closed before open data were counted is as one that is not closed."""
    close = newest_closed(organisation.pk, period)
    if close is None:
        return None
    sheet = last_sheet(close)
    document = read_text(sheet.content)
    counts: OpenCounts | None = read_part(document, "open")
    if counts is None:
        return None
    return Taken(True, sheet.digest, counts, read_part(document, "map"), read_part(document, "figures"))


def signatures_of(version: AccountVersion) -> list[CloseSignature]:
    """Who stands behind its figures, as they may be named now; the coordinator first."""
    if not version.closed:
        return []
    here = version.account.organisation_id
    sheet = PeriodSheet.objects.filter(close__organisation=here, digest=version.source).first()
    return signed(sheet) if sheet else []


def _now(organisation: Organisation, settings: Settings, period: Period, today: date) -> Taken:
    scope, now = whole(organisation, settings, period, today), moment(organisation, timezone.now())
    return Taken(
        closed=False,
        source=f"counted {today.isoformat()} {now}",
        counts=count_open(scope, now),
        map=count_map(scope, now),
        sheet=count_sheet(scope, now),
    )


def _counted(taken: Taken, earlier: Sequence[AccountVersion]) -> dict[str, Any]:
    before = [open_data.Open(counts_of(version), rows_of(version)) for version in earlier]
    counts, rows = open_data.opened(taken.counts, before)
    return {
        "closed": taken.closed,
        "source": taken.source,
        "counts": counts.as_plain(),
        "rows": [list(row.cells) for row in rows],
        "map": outside(taken.map).as_plain(),
        "facts": _facts(taken.sheet, rows),
    }


def outside(sheet: MapSheet) -> MapSheet:
    """The map for everybody: of decisions alone. Roles and seats are of people, and there are few in a cell; and what
    is decided about the support of one person leads to that person."""
    cells = tuple(
        Cell(cell.level, cell.kind, cell.presence, cell.before, cell.asked)
        for cell in sheet.cells
        if cell.level != Level.ONE_TO_ONE
    )
    levels = tuple(line for line in sheet.levels if line.slug != Level.ONE_TO_ONE)
    return replace(sheet, cells=cells, levels=levels, times=(), no_day=0)


def _facts(sheet: Sheet, rows: open_data.Rows) -> list[dict[str, Any]]:
    """How long answers took is said of those who are many enough to be counted."""
    answered = open_data.by_name(rows).get((ANSWERS, ALL, ALL, ALL, sheet.period))
    few = answered is None or answered.status == HIDDEN
    there = {one.slug: (part, one) for part in sheet.parts for one in part.figures}
    kept = [there[slug] for slug in FACTS if slug in there and not (few and slug == "answer_time")]
    return [
        {
            "title": f"{part.title}: {one.title}",
            "how": one.how,
            "rows": [vars(row) for row in one.rows if row.key != "answered"],
        }
        for part, one in kept
    ]
