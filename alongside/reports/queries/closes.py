"""Closes, for whoever may read them, and what each may do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.periods import Period
from alongside.organisation.models import Organisation

from .. import closing
from ..models import CloseSignature, PeriodClose, PeriodReopening, PeriodSheet, PeriodSigner, SignSide
from ..models.closes import AGREED, ASKED, FROZEN
from ..rules import closes as rules
from .closed import sheets_of
from .frozen import read_part, read_text
from .signers import signs_for_contributors


def closes_for(actor: Actor, signer: PeriodSigner | None) -> QuerySet[PeriodClose]:
    """All of them for whoever sees the figures of everything, and who signs for contributors. What is closed for
    everybody who belongs here; whoever signed one keeps seeing that, too."""
    rows = PeriodClose.objects.filter(organisation=actor.organisation_id or 0)
    if reads_all(actor, signer):
        return rows
    if not rules.reads_closed(actor):
        raise NotYours
    closed = Q(state=FROZEN)
    if actor.person_id:
        signed = CloseSignature.objects.filter(sheet__close=OuterRef("pk"), person=actor.person_id)
        closed |= Q(Exists(signed))
    return rows.filter(closed)


def reads_all(actor: Actor, signer: PeriodSigner | None) -> bool:
    """Also what is not closed yet, what was said on the way, and the whole text, in which nothing is rounded."""
    return rules.sees_all(actor) or signer is not None


def may_open(actor: Actor, period: str, today: date) -> bool:
    """Whether a page may lead them to this closed period."""
    if rules.sees_all(actor):
        return True
    try:
        return closes_for(actor, signs_for_contributors(actor, today)).filter(period=period).exists()
    except NotYours:
        return False


@dataclass(frozen=True)
class ReadClose:
    """One version, and how the actor stands to it."""

    close: PeriodClose
    versions: Sequence[PeriodClose]  # the newest first
    sheets: Sequence[PeriodSheet]  # the newest first
    signer: PeriodSigner | None  # the choice that names the actor
    side: SignSide | None
    all_of_it: bool  # and not only what is closed

    @property
    def sheet(self) -> PeriodSheet | None:
        return self.sheets[0] if self.sheets else None

    @cached_property
    def said(self) -> list[CloseSignature]:
        """Of the newest sheet, the oldest first."""
        return list(self.sheet.signatures.all()) if self.sheet else []

    @cached_property
    def document(self) -> Mapping[str, Any] | None:
        return read_text(self.sheet.content) if self.sheet else None

    @property
    def is_newest(self) -> bool:
        return self.versions[0].pk == self.close.pk

    @property
    def last_closed(self) -> PeriodClose | None:
        return next((each for each in self.versions if each.is_frozen), None)

    def part(self, name: str) -> Any:
        return None if self.document is None else read_part(self.document, name)


def close_to_read(actor: Actor, period: str, version: int | None, today: date) -> ReadClose:
    """Without a version, the newest. An address from before the year began in another month finds what it named."""
    signer = signs_for_contributors(actor, today)
    found = list(closes_for(actor, signer).filter(period=period).order_by("-first", "-version"))
    found = [each for each in found if each.first == found[0].first]
    close = next((each for each in found if version in (None, each.version)), None)
    if close is None:
        raise NotYours
    sheets = sheets_of(close)
    signed = any(each.person_id == actor.person_id for sheet in sheets for each in sheet.signatures.all())
    whole = reads_all(actor, signer) or (signed and actor.person_id is not None)
    return ReadClose(close, found, sheets, signer, rules.side_of(actor, signer), whole)


def newest_of(organisation_id: int, period: Period) -> PeriodClose | None:
    """The newest version, open or closed."""
    rows = PeriodClose.objects.filter(organisation=organisation_id, kind=period.kind, first=period.first)
    return rows.order_by("-version").first()


def begun_here(actor: Actor) -> set[tuple[str, date]]:
    """Kind and first day of what is closed or being closed: it is not begun again."""
    rows = PeriodClose.objects.filter(organisation=actor.organisation_id or 0)
    return set(rows.order_by().values_list("kind", "first").distinct())


def reopenings_of(close: PeriodClose) -> list[PeriodReopening]:
    """The newest first."""
    return list(close.reopenings.select_related("recorded_by", "no").order_by("-id"))


def for_list(rows: QuerySet[PeriodClose]) -> QuerySet[PeriodClose]:
    """And whether somebody asks to open it again, and whether one of the others is a newer version of it."""
    waits = PeriodReopening.objects.filter(close=OuterRef("pk"), state=ASKED)
    newer = rows.filter(kind=OuterRef("kind"), first=OuterRef("first"), version__gt=OuterRef("version"))
    return rows.annotate(is_asked=Exists(waits), has_newer=Exists(newer))


def asked_of(close: PeriodClose) -> PeriodReopening | None:
    return close.reopenings.filter(state=ASKED).first()


def why_anew(close: PeriodClose) -> PeriodReopening | None:
    """Why the version before this one was opened again."""
    if close.replaces_id is None:
        return None
    return PeriodReopening.objects.select_related("recorded_by").get(close=close.replaces_id, state=AGREED)


def changed_since(read: ReadClose) -> list[closing.Difference] | None:
    """Against the version before this one; None where there is none, or nothing was counted yet."""
    before = next((each for each in read.versions if each.pk == read.close.replaces_id), None)
    if before is None or read.document is None:
        return None
    return closing.differences(read_text(sheets_of(before)[0].content), read.document)


def open_closes(organisation_id: int, today: date) -> list[PeriodClose]:
    """What is over and not closed, the oldest first."""
    rows = PeriodClose.objects.filter(organisation=organisation_id, frozen_at__isnull=True, last__lt=today)
    return list(rows.order_by("last", "id"))


def job_of(actor: Actor) -> str:
    """In which role they sign."""
    return User.objects.filter(pk=actor.user_id or 0).values_list("job", flat=True).first() or ""


def made_on(organisation: Organisation) -> date:
    """The day on which it came here, by its own clocks."""
    return organisation.made_at.astimezone(ZoneInfo(organisation.time_zone)).date()
