"""Comparing what was published, and what people replied, with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from alongside.audit import comparing
from alongside.audit.comparing import Sealed
from alongside.audit.queries import Finding

from .. import account_seals as seals
from ..account_events import AccountEvent as Event
from ..models import AccountReply, AccountVersion

ROOM = "reports"
KINDS: tuple[tuple[type[models.Model], Event, str], ...] = (
    (AccountVersion, Event.PUBLISHED, "version of an account"),
    (AccountReply, Event.REPLY_WRITTEN, "reply to an account"),
)


def broken_accounts(chain: int) -> Iterator[Finding]:
    """A number that was changed after it was published is found out, as a word is."""
    for model, event, called in KINDS:
        rows = model._default_manager.filter(account__organisation=chain).order_by("pk")
        sealed = (
            Sealed(values["code"], values["salt"], seals.text_of(model, values))
            for values in rows.values("code", "salt", *seals.FIELDS[model]).iterator(chunk_size=200)
        )
        yield from comparing.compared(
            chain, model._meta.label_lower, called, sealed, comparing.seals_of(chain, ROOM, event)
        )
