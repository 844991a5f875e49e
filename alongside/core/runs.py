"""When something that runs by itself ran last, so that a page can say so: a task that stopped running tells nobody."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Subquery
from django.utils import timezone

from .models import Ran


def begin(name: str) -> None:
    Ran.objects.update_or_create(name=name, defaults={"began_at": timezone.now()})


def end(name: str) -> None:
    """On two machines at once the later one stands there."""
    now = timezone.now()
    Ran.objects.update_or_create(
        name=name, defaults={"ended_at": now}, create_defaults={"began_at": now, "ended_at": now}
    )


def last(name: str) -> datetime | None:
    return Ran.objects.filter(name=name).values_list("ended_at", flat=True).first()


def asked(name: str) -> Subquery:
    """The same for a page that asks something else anyway."""
    return Subquery(Ran.objects.filter(name=name).values("ended_at")[:1])
