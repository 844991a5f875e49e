"""Who makes an address for a calendar program: everybody for themselves, and nobody for somebody else."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.core.actor import Actor, Kind
from alongside.core.errors import Refused

from .models import Calendar, Shows


def check_own_calendar(by: Actor) -> int:
    if by.kind != Kind.USER or by.user_id is None or by.on_behalf_of is not None:
        raise Refused(_("Only you can do this for yourself, when you are signed in."))
    return by.user_id


def check_calendar(calendar: str, shows: str) -> None:
    if calendar not in Calendar.values or shows not in Shows.values:
        raise Refused(_("Choose one of the two."), field="shows")
