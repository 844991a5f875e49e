"""What somebody who was asked said: about the limits of signs, about who reads concerns, about who signs figures."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.people.models import Person


@dataclass(frozen=True)
class Answer:
    person: Person
    agrees: bool
    said: str = ""
