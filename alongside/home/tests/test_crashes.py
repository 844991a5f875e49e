"""Whenever a program stops while it sends: no message is lost, and none goes twice."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.home.services import send_waiting, sending
from alongside.home.services.carriers import Gone, TryLater
from alongside.home.services.carriers.smtp import Smtp
from alongside.post import services as post
from alongside.post.models import FAILED, SENT, Message, Try
from tests.make import LONDON

from .test_sending import write

NOON = datetime(2027, 3, 2, 12, 0, tzinfo=LONDON)
MOMENTS = ("none", "claimed", "handed over", "carried", "written", "turned away", "dropped")


class Stopped(BaseException):
    """The program is gone: nothing after this line happens."""


class World:
    """One run of the sending, stopped at a moment; what the mail server really got is counted by its own book."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.got: Counter[str] = Counter()
        self.moment, self.countdown = "none", 0
        self.codes: dict[str, list[str]] = {}
        for place, name, own in (
            (sending.post, "hand_over", self.hand_over),
            (Smtp, "carry", lambda _self, parcel: self.carry(parcel)),
            (sending, "_gone", self.gone),
        ):
            setattr(self, f"real_{name.strip('_')}", getattr(place, name))
            monkeypatch.setattr(place, name, own)

    def stop_at(self, moment: str) -> None:
        if self.moment == moment:
            self.countdown -= 1
            if self.countdown < 0:
                self.moment = "none"
                raise Stopped

    def hand_over(self, messages: Any, **how: Any) -> Any:
        self.stop_at("claimed")
        if self.moment == "dropped":
            post.drop(messages[:1])
        ours = self.real_hand_over(messages, **how)
        self.codes[how["batch"]] = [message.code for message in ours]
        self.stop_at("handed over")
        return ours

    def carry(self, parcel: Any) -> Gone:
        if self.moment == "turned away":
            raise TryLater("Not now.")
        self.got.update(self.codes[parcel.batch])
        self.stop_at("carried")
        return Gone()

    def gone(self, *given: Any) -> None:
        self.stop_at("written")
        self.real_gone(*given)

    def runs(self, moment: str, countdown: int = 0) -> None:
        self.moment, self.countdown = moment, countdown
        with suppress(Stopped):
            send_waiting()
        self.moment = "none"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(MOMENTS), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=6))
def test_nothing_is_lost_and_nothing_goes_twice(cast, monkeypatch, runs) -> None:
    Try.objects.all().delete()
    Message.objects.all().delete()
    with monkeypatch.context() as patched, time_machine.travel(NOON, tick=False) as clock:
        world, written = World(patched), 0
        for moment, countdown, number in runs:
            for _ in range(number):
                write(cast, "cora" if written % 2 else "dev", key=f"k{written}")
                written += 1
            world.runs(moment, countdown)
            clock.shift(timedelta(minutes=7))
        for _ in range(4):
            clock.shift(timedelta(days=2))
            world.runs("none")
        found = dict(Message.objects.values_list("code", "state"))
        assert len(found) == written
        assert set(found.values()) <= {SENT, FAILED, "dropped"}
        assert max(world.got.values(), default=0) <= 1
        for code, state in found.items():
            assert state != SENT or world.got[code] == 1
        unsure = [code for code, state in found.items() if state == FAILED]
        assert set(Try.objects.filter(message__code__in=unsure).values_list("outcome", flat=True)) <= {
            "unsure",
            "later",
        }
