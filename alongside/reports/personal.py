"""What is personal here. Each kind of thing has a file of its own, `personal_….py`, and is put together below. What is
counted holds nobody."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from . import personal_accounts, personal_closes, personal_packs, personal_taken_down, personal_write_ups

PARTS: tuple[Any, ...] = (
    personal_write_ups,
    personal_packs,
    personal_accounts,
    personal_closes,
    personal_taken_down,
)  # files with PERSONAL, HARMLESS, export and erase, in the order in which they are erased
PERSONAL: dict[str, set[str]] = {model: fields for part in PARTS for model, fields in part.PERSONAL.items()}
HARMLESS: dict[str, set[str]] = {model: fields for part in PARTS for model, fields in part.HARMLESS.items()}


def export(person_id: int) -> dict[str, Any]:
    return {name: held for part in PARTS for name, held in part.export(person_id).items()}


def erase(person_id: int, by: Actor) -> int:
    return sum(part.erase(person_id, by) for part in PARTS)
