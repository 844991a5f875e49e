"""Reading the outbox."""

from django.db.models import QuerySet

from .models import FAILED, HELD, Message


def messages_of(organisation: int) -> QuerySet[Message]:
    """Everything written to anybody; whoever calls asks first who may see it."""
    return Message.objects.filter(organisation_number=organisation)


def stuck_in(organisation: int) -> QuerySet[Message]:
    """Messages to people on the register that did not go out and will not by themselves, oldest first."""
    rows = Message.objects.filter(organisation_number=organisation, state__in=[HELD, FAILED])
    return rows.filter(to_person__isnull=False).order_by("id")


def stuck_one(organisation: int, code: str) -> Message | None:
    return stuck_in(organisation).filter(code=code).first()
