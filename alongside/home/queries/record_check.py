"""Whether a file that somebody dropped is as the organisation signed it. It needs no row about anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import SigningKey

from .. import record_file
from ..own_record import KIND


class Finding(StrEnum):
    TRUE = "true"
    CHANGED = "changed"
    NOT_OURS = "not_ours"
    STOLEN = "stolen"  # signed with a key that somebody else may have had
    BROKEN = "broken"


@dataclass(frozen=True)
class Checked:
    finding: Finding
    key: SigningKey | None = None
    record: Mapping[str, Any] | None = None  # shown only when it is true


def checked(actor: Actor, data: bytes) -> Checked:
    try:
        found = record_file.read(data)
        key = organisations.key_for(actor, found.record.get("key"))
    except record_file.Unreadable:
        return Checked(Finding.BROKEN)
    except NotYours:
        return Checked(Finding.NOT_OURS)
    if not organisations.is_as_signed(key, found.record, found.signature):
        return Checked(Finding.CHANGED, key)
    if key.stolen:
        return Checked(Finding.STOLEN, key)
    if found.record.get("record") != KIND:
        return Checked(Finding.NOT_OURS)  # something else of ours, and no record of somebody
    return Checked(Finding.TRUE, key, found.record)
