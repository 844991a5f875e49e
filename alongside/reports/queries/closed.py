"""Reading what is closed, for whatever stands on it: the pack of the board, the yearly account, a page that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from alongside.core.periods import Period
from alongside.organisation.models import Organisation

from ..models import CloseSignature, PeriodClose, PeriodSheet, Says, SignSide
from .frozen import read_part, read_text
from .late import newest_closed, newest_frozen


@dataclass(frozen=True)
class ClosedValue:
    """`value` None: the part was not there yet when it was closed. `plain`: as it was written down."""

    value: Any
    plain: Any
    version: int
    signatures: tuple[CloseSignature, ...]  # coordinator first; say who they are with close_words.signed_by
    head: str
    digest: str
    counted_at: datetime
    frozen_on: date  # by the organisation's clocks


def closed_value(organisation: Organisation, period: Period, name: str) -> ClosedValue | None:
    """One part (a name of `frozen.PARTS`) of the newest closed version; None when the period is not closed."""
    close = newest_closed(organisation.pk, period)
    if close is None or close.frozen_at is None:
        return None
    sheet = last_sheet(close)
    document = read_text(sheet.content)
    return ClosedValue(
        value=read_part(document, name),
        plain=document["parts"].get(name),
        version=close.version,
        signatures=tuple(signed(sheet)),
        head=close.head,
        digest=sheet.digest,
        counted_at=sheet.counted_at,
        frozen_on=close.frozen_at.astimezone(ZoneInfo(organisation.time_zone)).date(),
    )


def closed_among(organisation_id: int, periods: Iterable[Period]) -> dict[date, int]:
    """Which of several periods of one kind are closed: the newest version, by the first day."""
    wanted = list(periods)
    rows = newest_frozen(organisation_id).filter(kind=wanted[0].kind, first__in=[each.first for each in wanted])
    return dict(rows.values_list("first", "version"))


def sheets_of(close: PeriodClose) -> list[PeriodSheet]:
    """The newest first, each with what was said of it."""
    said = CloseSignature.objects.select_related("recorded_by", "signer__recorded_by").order_by("id")
    return list(close.sheets.prefetch_related(Prefetch("signatures", said)).order_by("-number"))


def last_sheet(close: PeriodClose) -> PeriodSheet:
    return sheets_of(close)[0]


def signed(sheet: PeriodSheet) -> list[CloseSignature]:
    """Who stands behind it, the coordinator first."""
    found = [each for each in sheet.signatures.all() if each.says == Says.SIGNED]
    return sorted(found, key=lambda each: each.side != SignSide.COORDINATOR)


def version_of(organisation_id: int, period: str, version: int | None) -> PeriodClose | None:
    """For the command line: the newest, or the one that is named."""
    rows = PeriodClose.objects.filter(organisation=organisation_id, period=period)
    if version is not None:
        rows = rows.filter(version=version)
    return rows.order_by("-first", "-version").first()
