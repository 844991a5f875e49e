"""Reading the event log, and checking that nobody went behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.core.actor import Actor

from . import sealing
from .models import Content, Event, Head, Row


@dataclass(frozen=True)
class Finding:
    """Something that does not fit. `seq` is the event at which it shows, where there is one."""

    chain: int
    seq: int | None
    message: str


def chained_fields(event: Event) -> dict[str, Any]:
    """What the hash of an event covers: everything but the hashes themselves."""
    return {
        "chain": event.chain,
        "seq": event.seq,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "room": event.room,
        "name": event.name,
        "actor_kind": event.actor_kind,
        "actor_id": event.actor_id,
        "on_behalf_of": event.on_behalf_of,
        "medium": event.medium,
        "target_type": event.target_type,
        "target": event.target,
        "commitment": event.commitment,
    }


def events_for(actor: Actor) -> QuerySet[Event]:
    """The chain of the actor's organisation, newest first."""
    return Event.objects.filter(chain=actor.organisation_id or 0).order_by("-seq")


def events_about(actor: Actor, target_type: str, target: str) -> QuerySet[Event]:
    return events_for(actor).filter(target_type=target_type, target=target)


def head_of(chain: int) -> str:
    """The hash at the end of the chain; empty for an empty one."""
    return Head.objects.filter(chain=chain).values_list("hash", flat=True).first() or ""


def last_at(chains: Iterable[int]) -> datetime | None:
    """When something was last written to any of them."""
    newest = Event.objects.filter(chain=OuterRef("chain")).order_by("-seq").values("at")[:1]
    found = Head.objects.filter(chain__in=list(chains)).annotate(at=Subquery(newest)).values_list("at", flat=True)
    return max(filter(None, found), default=None)


def chains() -> list[int]:
    known = set(Head.objects.values_list("chain", flat=True))
    return sorted(known | set(Event.objects.order_by().values_list("chain", flat=True).distinct()))


def broken_links(chain: int, expected_head: str = "") -> Iterator[Finding]:
    """Walk one chain from its first event. The first finding is the first broken link.

    `expected_head` is a head hash that was printed earlier: it must still be in the chain.
    """
    previous, seq, seen = "", 0, not expected_head
    for event in Event.objects.filter(chain=chain).order_by("seq").iterator(chunk_size=2000):
        seq += 1
        seen = seen or event.hash == expected_head
        if event.seq != seq:
            yield Finding(chain, seq, f"event {seq} is missing: the next one found is {event.seq}")
            return
        if event.previous != previous:
            yield Finding(chain, seq, f"event {seq} does not follow from the event before it")
            return
        if event.hash != sealing.link(chained_fields(event), previous):
            yield Finding(chain, seq, f"event {seq} was changed after it was written")
            return
        previous = event.hash
    head = Head.objects.filter(chain=chain).first() or Head(chain=chain)
    if (head.seq, head.hash) != (seq, previous):
        yield Finding(chain, seq, f"the chain ends at event {seq}, which is not where it should end")
    if not seen:
        yield Finding(chain, None, "the head that was given is not in this chain: it was cut or replaced")


def broken_contents(chain: int) -> Iterator[Finding]:
    """Contents that do not match their commitment, or are gone without an erasure on record."""
    erased = _erased(chain)
    contents = Content.objects.filter(event__chain=chain).select_related("event")
    present: set[int] = set()
    for content in contents.order_by("event__seq").iterator(chunk_size=2000):
        event = content.event
        present.add(event.seq)
        if event.commitment != sealing.commitment(content.salt, sealing.canonical(content.facts)):
            yield Finding(chain, event.seq, f"what event {event.seq} says was changed")
        elif "root" in content.facts:
            yield from _broken_rows(event, content)
    for seq in Event.objects.filter(chain=chain).order_by("seq").values_list("seq", flat=True):
        if seq not in present and seq not in erased:
            yield Finding(chain, seq, f"what event {seq} said is gone, and no erasure is on record")


def _erased(chain: int) -> set[int]:
    found: set[int] = set()
    for content in Content.objects.filter(event__chain=chain, event__room="audit", event__name="erased"):
        found.update(content.facts.get("erased", ()))
    return found


def _broken_rows(event: Event, content: Content) -> Iterator[Finding]:
    rows = Row.objects.filter(event=event).order_by("number").values_list("commitment", flat=True)
    commitments = list(rows.iterator(chunk_size=2000))
    if len(commitments) != content.facts["rows"] or sealing.root(commitments) != content.facts["root"]:
        yield Finding(event.chain, event.seq, f"the rows of import {event.seq} were changed")


def facts_named(chain: int, room: str, name: str) -> Iterator[tuple[Event, dict[str, Any]]]:
    """Every event of one name with its facts, oldest first; erased ones are left out."""
    contents = Content.objects.filter(event__chain=chain, event__room=room, event__name=name)
    for content in contents.select_related("event").order_by("event__seq").iterator(chunk_size=2000):
        yield content.event, content.facts


def facts_of(events: Iterable[Event]) -> dict[int, dict[str, Any]]:
    """What events said, by their number in the database; of those that were erased nothing."""
    return dict(Content.objects.filter(event__in=list(events)).values_list("event_id", "facts"))


def rows_named(chain: int, room: str, name: str) -> Iterator[Row]:
    """Every row of every import of one name."""
    rows = Row.objects.filter(event__chain=chain, event__room=room, event__name=name).select_related("event")
    yield from rows.order_by("event__seq", "number").iterator(chunk_size=2000)


def erased_targets(chain: int, target_type: str) -> set[str]:
    """Codes whose content was erased, on record."""
    found: set[str] = set()
    contents = Content.objects.filter(
        event__chain=chain, event__room="audit", event__name="erased", event__target_type=target_type
    )
    for content in contents:
        found.update(content.facts.get("targets", ()))
    return found


def count_of(chain: int) -> int:
    return Event.objects.filter(chain=chain).count()


def has_hash(chain: int, head: str) -> bool:
    """Is this hash, printed earlier, still in the chain?"""
    return bool(head) and Event.objects.filter(chain=chain, hash=head).exists()
