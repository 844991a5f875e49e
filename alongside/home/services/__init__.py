"""Sending what waits, running what is due, forgetting somebody."""

from .sending import Sent, send_waiting
from .tasks import run_tasks
from .telling import tell_another_way

__all__ = ["Sent", "run_tasks", "send_waiting", "tell_another_way"]
