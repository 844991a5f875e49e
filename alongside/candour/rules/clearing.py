"""What is token on its face opens only when somebody by name stands behind it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from alongside.core.errors import Refused


def check_stood_behind(marks: Collection[str], reason: str, may_allow: bool) -> None:
    """`may_allow`: whoever is named may let such a thing happen here, as with decisions taken without people."""
    if not marks:
        return
    if not reason.strip():
        raise Refused(_("Write down why it opens all the same. Whoever is asked reads it."), field="reason")
    if not may_allow:
        raise Refused(_("Name a coordinator or somebody of the board who stands behind it."), field="allowed_by")
