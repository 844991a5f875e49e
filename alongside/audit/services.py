"""Writing to the event log. Called by verbs, inside their transaction, as their last step.

The end of the chain is held from the first event of a transaction until it is over, so whoever holds it may wait for no
other row (docs/locks.md). A verb of several parts, each with events of its own, writes them `together`, at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, Protocol

from django.db import transaction
from django.utils import timezone

from alongside.core import bulk
from alongside.core.actor import Actor

from . import sealing
from .events import AuditEvent
from .models import Content, Event, Head, Row
from .queries import chained_fields


class HasCode(Protocol):
    """What an event can be about: a row with a random code."""

    code: Any
    _meta: ClassVar[Any]


@dataclass(frozen=True)
class SealedRow:
    """One row of an import: the code of what it made, and the commitment to what it held."""

    target: str
    commitment: str


_waiting: ContextVar[list[Callable[[], object]] | None] = ContextVar("events", default=None)


@contextmanager
def together() -> Iterator[None]:
    """What is recorded and erased within is written when all of it is done, in the order in which it happened. Inside
    a transaction; where it goes wrong nothing is written."""
    if _waiting.get() is not None:  # a verb within a verb
        yield
        return
    waits: list[Callable[[], object]] = []
    token = _waiting.set(waits)
    try:
        yield
    finally:
        _waiting.reset(token)
    for write in waits:
        write()


def _waits(write: Callable[[], object]) -> bool:
    if (waits := _waiting.get()) is None:
        return False
    waits.append(write)
    return True


def record(
    event: StrEnum,
    *,
    by: Actor,
    target: HasCode,
    facts: dict[str, Any] | None = None,
    rows: Sequence[SealedRow] = (),
    chain: int | None = None,
) -> Event:
    """Append one event to the organisation's chain (or `chain`; 0 is the installation).

    `facts` are JSON types and hold nothing personal: commitments to words, codes, states, dates. What comes back has
    no number yet where events are written together.
    """
    write = partial(_record, event, by=by, target=target, facts=facts, rows=rows, chain=chain)
    return Event() if _waits(write) else write()


# No savepoint: a change whose event cannot be written must not stand.
@transaction.atomic(savepoint=False)
def _record(
    event: StrEnum,
    *,
    by: Actor,
    target: HasCode,
    facts: dict[str, Any] | None,
    rows: Sequence[SealedRow],
    chain: int | None,
) -> Event:
    if rows:
        facts = {**(facts or {}), "rows": len(rows), "root": sealing.root(r.commitment for r in rows)}
    written = _append(
        event,
        by=by,
        chain=by.organisation_id or 0 if chain is None else chain,
        target_type=target._meta.label_lower,
        target=target.code,
        facts=facts or {},
    )
    numbered = enumerate(rows, 1)
    bulk.insert(
        Row,
        [{"event_id": written.pk, "number": n, "target": r.target, "commitment": r.commitment} for n, r in numbered],
    )
    return written


def erase(*, by: Actor, target_type: str, targets: Iterable[str], why: str) -> int:
    """Drop what the log held about `targets`; that this was done is itself an event.

    Returns how many contents were dropped: none yet where events are written together.
    """
    write = partial(_erase, by=by, target_type=target_type, codes=list(targets), why=why)
    return 0 if _waits(write) else write()


@transaction.atomic
def _erase(*, by: Actor, target_type: str, codes: list[str], why: str) -> int:
    chain = by.organisation_id or 0
    contents = Content.objects.filter(
        event__chain=chain, event__target_type=target_type, event__target__in=codes
    ).exclude(event__name=AuditEvent.ERASED)
    seqs = sorted(contents.values_list("event__seq", flat=True))
    contents.delete()
    _append(
        AuditEvent.ERASED,
        by=by,
        chain=chain,
        target_type=target_type,
        target=codes[0] if len(codes) == 1 else "",
        facts={"erased": seqs, "targets": sorted(codes), "why": why},
    )
    return len(seqs)


def _locked_head(chain: int) -> Head:
    """The end of the chain, held until the transaction ends."""
    head = Head.objects.select_for_update(no_key=True).filter(chain=chain).first()
    if head:
        return head
    Head.objects.get_or_create(chain=chain)  # its first event: somebody else may be writing it too
    return Head.objects.select_for_update(no_key=True).get(chain=chain)


def _append(event: StrEnum, *, by: Actor, chain: int, target_type: str, target: str, facts: dict[str, Any]) -> Event:
    head = _locked_head(chain)
    salt = sealing.new_salt()
    row = Event(
        chain=chain,
        seq=head.seq + 1,
        at=timezone.now(),
        room=type(event).__module__.split(".")[-2],
        name=str(event),
        actor_kind=str(by.kind),
        actor_id=by.user_id,
        on_behalf_of=by.on_behalf_of,
        medium=str(by.medium or ""),
        target_type=target_type,
        target=target,
        commitment=sealing.commitment(salt, sealing.canonical(facts)),
        previous=head.hash,
    )
    row.hash = sealing.link(chained_fields(row), row.previous)
    row.save(force_insert=True)
    Content.objects.create(event=row, salt=salt, facts=facts)
    head.seq, head.hash = row.seq, row.hash
    head.save(update_fields=["seq", "hash"])
    return row
