"""The same two steps in every verb: who wrote it, and a move that leaves a row behind."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from alongside.core.actor import Actor
from alongside.core.lifecycle import Lifecycle


def byline(by: Actor) -> dict[str, Any]:
    """The values of a ByLine for `Model.objects.create(**byline(by), …)`."""
    return {
        "recorded_by_id": by.user_id,
        "by_kind": str(by.kind),
        "medium": str(by.medium) if by.medium else "",
    }


def move(
    thing: models.Model,
    to: str,
    *,
    lifecycle: Lifecycle,
    statuses: type[models.Model],
    by: Actor,
    on: date | None = None,
    changed: tuple[str, ...] = (),
    why: str | None = None,
) -> None:
    """Check the move, keep the present state (and `changed` fields) on the row, add the status row.

    `statuses` has a foreign key named after `thing`'s model. Raises Refused, with `why` if given.
    """
    now: str = thing.state  # type: ignore[attr-defined]
    lifecycle.check(now, to, why)
    thing.state = to  # type: ignore[attr-defined]
    thing.save(update_fields=["state", *changed])
    begin(thing, statuses=statuses, by=by, on=on)


def begin(thing: models.Model, *, statuses: type[models.Model], by: Actor, on: date | None = None) -> None:
    """The status row for the state in which `thing` stands now."""
    key = {str(thing._meta.model_name): thing}
    statuses._default_manager.create(
        state=thing.state,  # type: ignore[attr-defined]
        effective_on=on or timezone.localdate(),
        **key,
        **byline(by),
    )
