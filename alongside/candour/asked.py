"""What somebody who was asked said: about the limits of signs, about who reads concerns, about who signs figures."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.people.models import Person


@dataclass(frozen=True)
class Answer:
    person: Person
    agrees: bool
    said: str = ""

    @property
    def written_down(self) -> str:
        """For the message that tells them what stands there: “it is written down that you were asked, and …”."""
        return _("that you agree") if self.agrees else _("that you do not agree")
