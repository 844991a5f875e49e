"""Sending what waits, running what is due, forgetting somebody."""

from .sending import Sent, send_waiting, tell_another_way
from .tasks import run_tasks

__all__ = ["Sent", "run_tasks", "send_waiting", "tell_another_way"]
