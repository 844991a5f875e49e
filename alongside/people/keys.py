"""By what a row of a list is known again: keyed digests, so that nothing is kept twice."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.core import lookups

CONTACTS = ("email", "text", "phone", "post")


def reference_key(reference: str) -> str:
    """The organisation's own number for somebody."""
    return f"ref {lookups.digest(reference.strip().casefold(), 'people reference')}"


def row_key(name: str, addresses: Mapping[str, str]) -> str:
    """Name and first contact, when there is no number."""
    contact = next((addresses[kind] for kind in CONTACTS if kind in addresses), "")
    said = " ".join([*name.casefold().split(), "\0", *contact.casefold().split()])
    return f"row {lookups.digest(said, 'people row')}"
