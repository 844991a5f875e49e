"""The steps, in the order in which they happened; and living through them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import time_machine
from django.conf import settings

NOBODY = "django.core.mail.backends.dummy.EmailBackend"


@dataclass(frozen=True, repr=False)
class Step:
    when: datetime
    name: str  # for whoever looks for the step that a verb refused
    do: Callable[[], object]


class StepRefused(Exception):
    """A verb refused a step: the words or their order are wrong."""


@dataclass(repr=False)
class Plan:
    steps: list[Step] = field(default_factory=list)

    def add(self, when: datetime, name: str, do: Callable[[], object]) -> None:
        self.steps.append(Step(when, name, do))

    def in_order(self) -> list[Step]:
        """Of two at the same minute, the one that was planned first."""
        return sorted(self.steps, key=lambda step: step.when)


def live_through(plan: Plan, told: Callable[[int, int], None]) -> None:
    """Do every step at its own moment. No message leaves the house meanwhile: they are months old."""
    steps = plan.in_order()
    with no_mail_leaves(), time_machine.travel(steps[0].when, tick=False) as traveller:
        for number, step in enumerate(steps, 1):
            traveller.move_to(step.when)
            try:
                step.do()
            except Exception as error:
                raise StepRefused(f"{step.name} on {step.when:%d %B %Y}: {error}") from error
            told(number, len(steps))


@contextmanager
def no_mail_leaves() -> Iterator[None]:
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = NOBODY
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = before
