"""The outbox: most of it sent, a little waiting, a little that failed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from alongside.post.models import Message

from ..bulk import code, moment, put
from .organisation import World

STATES = ("sent",) * 18 + ("queued", "failed")
COLUMNS = ("code", "organisation_number", "to_person", "kind", "subject", "body", "state", "created_at", "not_before")


def post(world: World) -> None:
    start = datetime.combine(world.ago(400), time(9), tzinfo=UTC)
    step = timedelta(days=400) / world.size.messages
    rows = []
    for n in range(world.size.messages):
        at = moment(start + n * step)
        number = world.numbers.take(Message)
        to, state = world.random.choice(world.people), world.random.choice(STATES)
        text = "There is an answer on your page."
        rows.append((code(number), world.org.pk, to, "answer_told", "There is an answer", text, state, at, at))
    put(Message, COLUMNS, rows)
