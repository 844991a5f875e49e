"""The event log as the verbs would have written it: `alongside verify` finds it whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from alongside.audit import sealing
from alongside.audit.models import Content, Event, Head, Row
from alongside.audit.queries import chained_fields

from ..bulk import code, moment, put, salt
from .organisation import World

EVENT = ("id", *(f.name for f in Event._meta.concrete_fields if f.name != "id"))
MINUTE = timedelta(minutes=1)


class Log:
    """One chain. Events are kept until `flush`, so that the tables are written in large pieces."""

    def __init__(self, world: World) -> None:
        self.world, self.seq, self.previous = world, 0, ""
        self.by = world.cast["coordinator"].pk
        self._events: list[tuple[Any, ...]] = []
        self._contents: list[tuple[Any, ...]] = []
        self._rows: list[tuple[Any, ...]] = []

    def add(
        self,
        day: date,
        room: str,
        name: str,
        target: tuple[str, str],
        facts: dict[str, Any],
        rows: Sequence[tuple[str, str]] = (),
    ) -> None:
        if rows:
            facts = {**facts, "rows": len(rows), "root": sealing.root(commitment for _, commitment in rows)}
        number = self.world.numbers.take(Event)
        self.seq += 1
        at = datetime.combine(day, time(9), tzinfo=UTC) + self.seq % 400 * MINUTE
        secret, held = salt(number), sealing.canonical(facts)
        event = SimpleNamespace(
            id=number,
            chain=self.world.org.pk,
            seq=self.seq,
            at=at,
            room=room,
            name=name,
            actor_kind="user",
            actor_id=self.by,
            on_behalf_of=None,
            medium="",
            target_type=target[0],
            target=target[1],
            previous=self.previous,
            commitment=sealing.commitment(secret, held),
        )
        event.hash = self.previous = sealing.link(chained_fields(event), event.previous)  # type: ignore[arg-type]
        event.at = moment(at)
        self._events.append(tuple(getattr(event, name) for name in EVENT))
        self._contents.append((number, secret, held))
        self._rows += [(number, n, of, commitment) for n, (of, commitment) in enumerate(rows, 1)]

    def flush(self) -> None:
        put(Event, EVENT, self._events)
        put(Content, ("event", "salt", "facts"), self._contents)
        put(Row, ("event", "number", "target", "commitment"), self._rows)
        self._events, self._contents, self._rows = [], [], []

    def close(self) -> None:
        """What else happens in an organisation, and the end of the chain."""
        for n in range(self.world.size.events):
            day = self.world.ago(self.world.random.randint(0, 3))
            target = ("involvement.meeting", code(n))
            self.add(day, "involvement", "session_held", target, {"on": day.isoformat(), "people": 3})
        self.flush()
        Head.objects.create(chain=self.world.org.pk, seq=self.seq, hash=self.previous)
