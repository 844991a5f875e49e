"""Reminders of what keeps people safe: nothing that was said or who said it stands in any of them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.organisation.models import Organisation
from alongside.post import services as post
from alongside.voice import queries as voice
from alongside.voice import services as voice_services


def remind_readers(organisation: Organisation, today: date) -> int:
    """Once a day, whoever reads for a unit in which something was not read in time."""
    waiting: dict[int, int] = {}
    for unit, debt in voice.late_readings(organisation, today):
        if reader := voice.reader_of(unit):
            waiting[reader.pk] = waiting.get(reader.pk, 0) + debt.number
    return sum(_remind(organisation, number, today, to_user=user) for user, number in waiting.items())


def _remind(organisation: Organisation, number: int, today: date, to_user: int) -> int:
    subject = ngettext("%(n)d thing waits to be read by you", "%(n)d things wait to be read by you", number)
    made = post.queue(
        "unread",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": number},
        body=_("Somebody may be at risk, and nobody has read it yet. The gravest come first."),
        link=f"/{organisation.slug}/voices/reading/",
        key=f"unread:{to_user}:{today}",
    )
    return int(made is not None)


def remind_safeguarding(organisation: Organisation, today: date) -> int:
    """Once a day while something in the restricted queue is past its day; without a lead, to those who name one."""
    if not voice.late_concerns(organisation.pk, today).exists():
        return 0
    return voice_services.remind_safeguarding(organisation, today)
