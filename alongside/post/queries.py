"""Reading the outbox."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, QuerySet

from .models import FAILED, HELD, Message


def messages_of(organisation: int) -> QuerySet[Message]:
    """Everything written to anybody; whoever calls asks first who may see it."""
    return Message.objects.filter(organisation_number=organisation)


def last_written(organisation: int, kind: str, people: Iterable[int]) -> dict[int, datetime]:
    """When each of them was last written to about one kind of thing."""
    rows = Message.objects.filter(organisation_number=organisation, kind=kind, to_person__in=list(people))
    return dict(rows.values_list("to_person").annotate(last=Max("created_at")).order_by())


def stuck_in(organisation: int) -> QuerySet[Message]:
    """Messages to people on the register that did not go out and will not by themselves, oldest first."""
    rows = Message.objects.filter(organisation_number=organisation, state__in=[HELD, FAILED])
    return rows.filter(to_person__isnull=False).order_by("id")


def stuck_one(organisation: int, code: str) -> Message | None:
    return stuck_in(organisation).filter(code=code).first()
