"""Messages are written once, claimed by one sender, tried again, and held with a reason."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.post import models, personal, services
from alongside.post.models import Message


def write(**values) -> Message | None:
    return services.queue(
        "reminder", **{"organisation": 1, "subject": "Hello", "body": "Words", "to_person": 5, **values}
    )


def test_a_key_is_used_once(db) -> None:
    assert write(key="reminder:1") is not None
    assert write(key="reminder:1") is None
    assert write(key="reminder:1", organisation=2) is not None


def test_a_message_is_for_one(db) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write(to_person=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(to_user=3)


def test_what_is_claimed_is_not_claimed_again(db) -> None:
    write()
    assert len(services.claim()) == 1
    assert services.claim() == []


def test_a_claim_that_was_lost_comes_back(db) -> None:
    write()
    services.claim()
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        (message,) = services.claim()
        assert message.attempts == 2


def test_nothing_is_sent_before_its_time(db) -> None:
    write(not_before=timezone.now() + timedelta(days=1))
    assert services.claim() == []


def test_failures_wait_longer_and_then_stand(db) -> None:
    write()
    now = timezone.now()
    waits = []
    for _ in range(services.MOST_ATTEMPTS):
        with time_machine.travel(now, tick=False):
            (message,) = services.claim()
            services.failed(message, reason="no answer")
            message.refresh_from_db()
            waits.append(message.not_before - now)
            now = message.not_before
    assert waits == sorted(waits) and waits[0] >= timedelta(minutes=5)
    assert message.state == models.FAILED


def test_what_is_held_goes_when_it_may(db) -> None:
    write()
    (message,) = services.claim()
    services.held(message, reason="paused")
    assert services.claim() == []
    assert services.release(to_person=5) == 1
    assert len(services.claim()) == 1


def test_dropping_blanks_the_words_and_leaves_what_was_sent(db) -> None:
    write()
    write()
    first, second = services.claim()
    services.sent(first, channel="email")
    services.drop([first, second])
    states = dict(Message.objects.values_list("state", "body"))
    assert states == {"sent": "Words", "dropped": ""}


def test_erasing_somebody_blanks_their_messages(db) -> None:
    write()
    write(to_person=6)
    assert len(personal.export(5)) == 1
    personal.erase(5)
    assert Message.objects.get(to_person=5).body == "" and Message.objects.get(to_person=5).state == "dropped"
    assert Message.objects.get(to_person=6).body == "Words"
