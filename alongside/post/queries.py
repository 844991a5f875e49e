"""Reading the outbox."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Max, Min, Prefetch, Q, QuerySet
from django.utils import timezone

from .models import BY_HAND, FAILED, HELD, RETURNED, SENT, Message, Outcome, Rhythm, StaffRhythm, Try, WaitsFor

ASKED_FOR = timedelta(days=8)  # whoever carries messages keeps what became of them for seven days
ASKED_EVERY = timedelta(minutes=5)
MESSAGE_ID = re.compile(r"<alongside\.([0-9a-z]{10})@", re.IGNORECASE)


def messages_of(organisation: int) -> QuerySet[Message]:
    """Everything written to anybody; whoever calls asks first who may see it."""
    return Message.objects.filter(organisation_number=organisation)


def with_tries(rows: QuerySet[Message]) -> QuerySet[Message]:
    return rows.prefetch_related(Prefetch("tries", Try.objects.order_by("-id"), to_attr="newest_tries"))


def last_written(organisation: int, kind: str, people: Iterable[int]) -> dict[int, datetime]:
    """When each of them was last written to about one kind of thing."""
    rows = Message.objects.filter(organisation_number=organisation, kind=kind, to_person__in=list(people))
    return dict(rows.values_list("to_person").annotate(last=Max("created_at")).order_by())


def stuck_in(organisation: int) -> QuerySet[Message]:
    """Messages to people on the register that did not go out and will not by themselves, oldest first.

    What waits for the end of a rest is not among them: nobody is to do anything about it.
    """
    rows = Message.objects.filter(organisation_number=organisation, state__in=[HELD, FAILED, RETURNED])
    return rows.filter(to_person__isnull=False).exclude(waits_for=WaitsFor.PAUSE).order_by("id")


def stuck_one(organisation: int, code: str) -> Message | None:
    """One that somebody may bring another way, what is to be printed or rung included."""
    rows = Message.objects.filter(organisation_number=organisation, to_person__isnull=False, code=code)
    return rows.filter(state__in=[HELD, FAILED, RETURNED, BY_HAND]).first()


def by_hand_in(organisation: int, channel: str) -> QuerySet[Message]:
    """What waits for somebody who rings, or who prints and posts."""
    return Message.objects.filter(organisation_number=organisation, state=BY_HAND, channel=channel)


@dataclass(frozen=True)
class OnDesk:
    """How many things wait for a hand, and since when."""

    by_hand: Mapping[str, tuple[int, datetime]]  # to ring or to post, by channel
    to_staff: tuple[int, datetime | None]  # did not go to those who work there, or came back


def on_desk(organisation: int) -> OnDesk:
    waits = Q(state=BY_HAND) | Q(state__in=[HELD, FAILED, RETURNED], to_user__isnull=False)
    rows = Message.objects.filter(waits, organisation_number=organisation).order_by().values("state", "channel")
    found = rows.annotate(number=Count("pk"), oldest=Min("created_at"))
    by_hand = {row["channel"]: (row["number"], row["oldest"]) for row in found if row["state"] == BY_HAND}
    rest = [row for row in found if row["state"] != BY_HAND]
    oldest = min((row["oldest"] for row in rest), default=None)
    return OnDesk(by_hand, (sum(row["number"] for row in rest), oldest))


def by_hand_to(organisation: int, channel: str, person: int) -> QuerySet[Message]:
    return by_hand_in(organisation, channel).filter(to_person=person)


def all_by_hand() -> QuerySet[Message]:
    """The same in every organisation and by every way, for whoever sends: without a word of what they say."""
    return Message.objects.filter(state=BY_HAND).only("id", "to_person", "channel")


def posted_one(organisation: int, code: str) -> Message | None:
    """A letter that was posted, and may come back."""
    rows = Message.objects.filter(organisation_number=organisation, state=SENT, channel="post", code=code)
    return rows.filter(to_person__isnull=False).first()


def returned() -> QuerySet[Message]:
    """What came back, and nothing has followed from it yet."""
    return Message.objects.filter(state=RETURNED).order_by("id")


def on_its_way() -> QuerySet[Message]:
    """What was given to somebody who can be asked what became of it; the longest unasked first."""
    now = timezone.now()
    rows = Message.objects.filter(state=SENT, delivered_at__isnull=True, sent_at__gte=now - ASKED_FOR)
    rows = rows.exclude(provider_id="").exclude(checked_at__gte=now - ASKED_EVERY)
    return rows.order_by(F("checked_at").asc(nulls_first=True), "id")


def tries_of(messages: Collection[Message]) -> list[Try]:
    """Every try with any of these, newest first."""
    return list(Try.objects.filter(message__in=[m.pk for m in messages]).order_by("-id"))


def times_returned(message: Message) -> int:
    return message.tries.filter(outcome__in=[Outcome.BOUNCED, Outcome.NOT_NOW]).count()


def went_by(organisation: int, key: str, channel: str) -> bool:
    """Did the message under this key leave by this channel, and not come back?"""
    rows = Message.objects.filter(organisation_number=organisation, key=key, state=SENT, channel=channel)
    return rows.exclude(batch="").exists()


def rhythm_of(organisation: int, user: int) -> str:
    rows = StaffRhythm.objects.filter(organisation_number=organisation, user=user)
    return rows.values_list("often", flat=True).first() or Rhythm.AT_ONCE


def message_id(batch: str, host: str) -> str:
    """The Message-ID of the e-mail that carries a batch: a mail server that gives it back names it."""
    return f"<alongside.{batch}@{host}>"


def code_in(text: str) -> str:
    """The batch code in a Message-ID, In-Reply-To, References or a notice that quotes one; empty when there is none."""
    found = MESSAGE_ID.search(text)
    return found[1].lower() if found else ""
