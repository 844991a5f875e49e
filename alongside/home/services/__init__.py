"""Sending what waits, running what is due, forgetting somebody."""

from .by_hand import choose_rhythm, letter_returned, letters_posted, record_call
from .sending import Sent, send_waiting
from .tasks import run_tasks
from .telling import tell_another_way

__all__ = [
    "Sent",
    "choose_rhythm",
    "letter_returned",
    "letters_posted",
    "record_call",
    "run_tasks",
    "send_waiting",
    "tell_another_way",
]
