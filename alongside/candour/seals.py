"""What is sealed here: the text of a claim with what it rests on, and what people say of it.

The event log holds a salted commitment. That of a claim is public with its salt: docs/checking-a-claim.md says how
anybody compares the text with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.audit import sealing

from .models import Account, ClaimText

# As `values()` names them, with what they are called in the seal.
CLAIM_TEXT: Mapping[str, str] = {
    "claim__code": "claim",
    "claim__outlet": "where",
    "claim__audience": "read_by",
    "number": "version",
    "text": "text",
    "level": "level",
    "rests_on": "rests_on",
    "made_on": "made_on",
    "ends_on": "ends_on",
}
ACCOUNT: Mapping[str, str] = {"words": "words", "kind": "kind", "said_on": "said_on"}


def named(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """JSON types only. Days as 2026-03-27, money as 1200.00."""
    return {called: sealing.plain(values[name]) for name, called in names.items()}


def says_of(text: ClaimText) -> dict[str, Any]:
    """What is sealed of a claim's text, as its machine-readable page has it."""
    values = {name: getattr(text, name) for name in CLAIM_TEXT if "__" not in name}
    claim = text.claim
    values |= {"claim__code": claim.code, "claim__outlet": str(claim.outlet), "claim__audience": claim.audience}
    return named({**values, "level": int(text.level)}, CLAIM_TEXT)


def seal_text(text: ClaimText) -> str:
    return sealing.commitment(text.salt, sealing.canonical(says_of(text)))


def seal_account(account: Account) -> str:
    values = {"words": account.words, "kind": str(account.kind), "said_on": account.said_on}
    return sealing.commitment(account.salt, sealing.canonical(named(values, ACCOUNT)))
