"""Comparing claims, and what is said of them, with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model, QuerySet

from alongside.audit import comparing
from alongside.audit import queries as audit
from alongside.audit.comparing import Sealed
from alongside.audit.queries import Finding
from alongside.audit.sealing import canonical

from .. import seals
from ..events import CandourEvent as Event
from ..models import Account, ClaimText

ROOM = "candour"
KINDS: tuple[tuple[type[Model], Event, Mapping[str, str], str], ...] = (
    (ClaimText, Event.CLAIM_WORDED, seals.CLAIM_TEXT, "claim"),
    (Account, Event.CLAIM_ACCOUNT, seals.ACCOUNT, "account of a claim"),
)
WAY: dict[type[Model], str] = {ClaimText: "claim__organisation", Account: "text__claim__organisation"}


def broken_claims(chain: int) -> Iterator[Finding]:
    """What was changed, added or removed behind the application, also after somebody had signed it."""
    for model, event, names, called in KINDS:
        rows = model._default_manager.filter(**{WAY[model]: chain})
        yield from broken_rows(chain, rows, event, names, called)
    yield from _signed_otherwise(chain)


def broken_rows(
    chain: int, rows: QuerySet[Any], event: Event, names: Mapping[str, str], called: str
) -> Iterator[Finding]:
    """Rows with a code and a salt, compared with what each event committed to."""
    target_type, written = rows.model._meta.label_lower, comparing.seals_of(chain, ROOM, event)
    yield from comparing.compared(chain, target_type, called, _sealed(rows, names), written, drafts=True)


def _sealed(rows: QuerySet[Any], names: Mapping[str, str]) -> Iterator[Sealed]:
    for row in rows.order_by("pk").values("code", "salt", *names).iterator(chunk_size=2000):
        yield Sealed(row["code"], row["salt"], canonical(seals.named(row, names)))


def _events(chain: int, event: Event) -> Iterator[tuple[Any, dict[str, Any]]]:
    return iter(audit.facts_named(chain, ROOM, event))


def _signed_otherwise(chain: int) -> Iterator[Finding]:
    """Each answer names the text that it was given to, by its seal: whoever signed can hold us to it."""
    texts = {facts["sealed"] for _said, facts in _events(chain, Event.CLAIM_WORDED) if "sealed" in facts}
    for said, facts in _events(chain, Event.CLAIM_ANSWERED):
        if facts and facts.get("text") not in texts:
            yield Finding(chain, said.seq, f"an answer to a claim, {said.target}, was given to a text that is gone")
