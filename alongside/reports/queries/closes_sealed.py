"""Comparing what was closed, and what was said of it, with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from alongside.audit import comparing
from alongside.audit import queries as audit
from alongside.audit.comparing import Sealed
from alongside.audit.queries import Finding
from alongside.audit.sealing import canonical

from .. import closing
from ..close_events import CloseEvent as Event
from ..models import FROZEN, CloseSignature, PeriodClose, PeriodReopening, PeriodSheet, ReopeningNo

ROOM = "reports"
Told = tuple[int, Mapping[str, Any]]  # the number of an event, and what it said


def broken_closes(chain: int) -> Iterator[Finding]:
    """What was changed, added or removed behind the application, in periods that are closed above all."""
    yield from _sheets(chain)
    yield from _closes(chain)
    yield from _said(chain)
    words = CloseSignature.objects.filter(sheet__close__organisation=chain)
    yield from _words(chain, words, "words", Event.SAID, "what was said of a close")
    reasons = PeriodReopening.objects.filter(close__organisation=chain)
    yield from _words(chain, reasons, "reason", Event.ASKED, "why a period was to be opened again")
    noes = ReopeningNo.objects.filter(reopening__close__organisation=chain)
    yield from _words(chain, noes, "words", Event.SAID_NO, "why a period stays closed")


def _told(chain: int, event: Event) -> dict[str, Told]:
    """By the code of what it is about."""
    return {said.target: (said.seq, facts) for said, facts in audit.facts_named(chain, ROOM, event)}


def _sheets(chain: int) -> Iterator[Finding]:
    left = _told(chain, Event.CHECKED)
    rows = PeriodSheet.objects.filter(close__organisation=chain).order_by("pk")
    for code, content, digest in rows.values_list("code", "content", "digest").iterator(chunk_size=20):
        seq, facts = left.pop(code, (None, {}))
        wrong = closing.digest_of(content) != digest or digest != facts.get("digest")
        if seq is None:
            yield Finding(chain, None, f"figures {code} are not in the event log: they were added behind it")
        elif wrong:
            yield Finding(chain, seq, f"figures {code} of {facts['period']} were changed after they were checked")
    for code, (seq, _facts) in left.items():
        yield Finding(chain, seq, f"figures {code} are gone")


def _closes(chain: int) -> Iterator[Finding]:
    left = _told(chain, Event.FROZEN)
    heads = {said.target: said.hash for said, _facts in audit.facts_named(chain, ROOM, Event.FROZEN)}
    for close in PeriodClose.objects.filter(organisation=chain, state=FROZEN).order_by("pk"):
        seq, facts = left.pop(close.code, (None, {}))
        if seq is None:
            yield Finding(chain, None, f"{close.period} is not in the event log as closed: that was written behind it")
        elif wrong := _wrong_with(close, facts, heads[close.code]):
            yield Finding(chain, seq, f"{close.period}, version {close.version}, {wrong}")
    for seq, facts in left.values():
        yield Finding(chain, seq, f"{facts['period']}, version {facts['version']}, was closed, and is not any more")


def _wrong_with(close: PeriodClose, facts: Mapping[str, Any], head: str) -> str:
    days = {"first": close.first.isoformat(), "last": close.last.isoformat()}
    now = {"period": close.period, "version": close.version, **days}
    if any(facts.get(name) != value for name, value in now.items()) or close.head != head:
        return "was changed after it was closed"
    newest = close.sheets.order_by("-number").values_list("digest", flat=True).first()
    return "" if newest == facts.get("digest") else "was closed with other figures"


def _said(chain: int) -> Iterator[Finding]:
    """Each names the sheet that it was given to, by its digest: whoever signed can hold everybody to it."""
    left = _told(chain, Event.SAID)
    rows = CloseSignature.objects.filter(sheet__close__organisation=chain).order_by("pk")
    for code, side, says, digest in rows.values_list("code", "side", "says", "sheet__digest"):
        seq, facts = left.pop(code, (None, {}))
        if seq is None and code not in audit.erased_targets(chain, CloseSignature._meta.label_lower):
            yield Finding(chain, None, f"signature {code} is not in the event log: it was added behind it")
        elif seq is not None and (facts["side"], facts["says"], facts["digest"]) != (side, says, digest):
            yield Finding(chain, seq, f"signature {code} was changed after it was given")
    for code, (seq, _facts) in left.items():
        yield Finding(chain, seq, f"signature {code} is gone")


def _words(chain: int, rows: QuerySet[Any], field: str, event: Event, called: str) -> Iterator[Finding]:
    target_type, seals = rows.model._meta.label_lower, comparing.seals_of(chain, ROOM, event)
    sealed = (
        Sealed(row["code"], row["salt"], canonical({field: row[field]}))
        for row in rows.order_by("pk").values("code", "salt", field).iterator(chunk_size=2000)
    )
    yield from comparing.compared(chain, target_type, called, sealed, seals, drafts=True)
