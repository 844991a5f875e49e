"""Addresses of this room's pages. Codes only: nothing about anybody stands in an address."""

from __future__ import annotations

from alongside.organisation.models import Organisation


def to(organisation: Organisation, *parts: str) -> str:
    """`to(organisation, "sessions", code, "agenda")` → /harbour/sessions/abc/agenda/"""
    return "/".join(["", organisation.slug, *parts, ""])
