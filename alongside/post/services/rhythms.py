"""How often somebody who works there wants to hear."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from .. import models
from ..models import Message, StaffRhythm


@transaction.atomic
def set_rhythm(*, organisation: int, user: int, often: str) -> None:
    """What waited for the next message of the day is looked at again."""
    StaffRhythm.objects.update_or_create(organisation_number=organisation, user=user, defaults={"often": often})
    rows = Message.objects.filter(organisation_number=organisation, to_user=user, state=models.QUEUED)
    rows.exclude(waits_for="").update(not_before=timezone.now())
