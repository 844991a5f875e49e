"""What may be kept of what somebody writes. Each raises Refused with what to do instead."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from alongside.core.errors import Refused
from alongside.core.inputs import is_phone, tidy_text

from .models import ChannelKind

LONGEST = {ChannelKind.EMAIL: 254, ChannelKind.PHONE: 40, ChannelKind.TEXT: 40, ChannelKind.POST: 1000}


def line(text: str, field: str, limit: int = 200) -> str:
    """One line, without characters that cannot be seen."""
    return checked(" ".join(tidy_text(text).split()), field, limit)


def words(text: str, field: str, limit: int = 4000) -> str:
    kept = checked(tidy_text(text).strip(), field, limit)
    if not kept:
        raise Refused(_("Write something first."), field=field)
    return kept


def checked(text: str, field: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(_("This is too long. The most is %(limit)s characters.") % {"limit": limit}, field=field)
    return text


def good_address(kind: str, address: str) -> str:
    """As they write it, when it can be one. Raises Refused with what to write instead."""
    if kind not in LONGEST:
        raise Refused(_("Choose e-mail, phone, text message or post."), field="kind")
    limit = LONGEST[ChannelKind(kind)]
    if kind == ChannelKind.POST:
        return words(address, "address", limit)
    kept = line(address, "address", limit)
    if kind == ChannelKind.EMAIL:
        _check_email(kept)
    elif not is_phone(kept):
        raise Refused(_("Write a phone number with its area code, like 01632 960 001."), field="address")
    return kept


def _check_email(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(_("Write an e-mail address like name@example.org."), field="address") from None
