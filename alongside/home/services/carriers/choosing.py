"""Which carrier takes what, by the settings of this installation."""

from __future__ import annotations

from importlib.util import find_spec
from types import TracebackType
from typing import Self

from django.conf import settings

from .base import Carrier
from .smtp import Smtp

BY_HAND = ("phone", "post")  # what somebody can do who has no carrier: ring, and print


class Carriers:
    """Made once for each run; each carrier keeps its connection until the end."""

    def __init__(self) -> None:
        self.smtp = Smtp()
        self.of: dict[str, Carrier] = {"email": self.smtp}
        self.notify = _notify()
        if self.notify:
            self.of.update(dict.fromkeys(settings.NOTIFY["templates"], self.notify))

    def can(self, channel: str) -> bool:
        return channel in self.of or channel in BY_HAND

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.smtp.close()
        if self.notify:
            self.notify.close()


def _notify() -> Carrier | None:
    if not settings.NOTIFY["key"]:
        return None
    from .notify import Notify

    return Notify(settings.NOTIFY["key"], settings.NOTIFY["address"], settings.NOTIFY["templates"])


def settings_problem() -> str:
    """Why nothing can be sent as it is set; empty when it can."""
    if settings.NOTIFY["key"] and find_spec("notifications_python_client") is None:
        return 'GOV.UK Notify is set up, and its client is not installed: pip install "alongside[notify]".'
    return ""
