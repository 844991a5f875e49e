"""Which thing that was said a message is about: the code at the end of its link. No words are kept with a message."""

from __future__ import annotations

from alongside.post.models import Message

SAID = "/me/said/"


def code_of(message: Message) -> str:
    """The code at the end of a link to one thing."""
    return message.link.rstrip("/").rsplit("/", 1)[-1]


def code_said(message: Message) -> str:
    """Empty when the message is for staff, or about something else."""
    return code_of(message) if message.to_person and message.link.startswith(SAID) else ""
