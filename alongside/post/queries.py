"""Reading the outbox."""

from django.db.models import QuerySet

from .models import Message


def messages_of(organisation: int) -> QuerySet[Message]:
    """Everything written to anybody; whoever calls asks first who may see it."""
    return Message.objects.filter(organisation_number=organisation)
