"""Sending what waits, running what is due, forgetting somebody."""

from .by_hand import choose_rhythm, letter_returned, letters_posted, record_call
from .calendars import make_calendar, stop_calendar
from .sending import Sent, send_waiting
from .tasks import Unfinished, run_tasks
from .telling import tell_another_way

__all__ = [
    "Unfinished",
    "Sent",
    "choose_rhythm",
    "letter_returned",
    "letters_posted",
    "make_calendar",
    "record_call",
    "run_tasks",
    "send_waiting",
    "stop_calendar",
    "tell_another_way",
]
