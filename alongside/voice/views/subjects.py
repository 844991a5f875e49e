"""What something is about, when an address says so: a decision, a session, a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.involvement import queries as involvement
from alongside.involvement.models import Meeting
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import queries
from ..models import Letterbox


@dataclass(frozen=True)
class Subject:
    decision: Decision | None = None
    meeting: Meeting | None = None
    unit_code: str = ""
    letterbox: Letterbox | None = None  # for staff who type in a paper form

    @property
    def decided(self) -> bool:
        """There is nothing left to choose."""
        return bool(self.decision or self.meeting or self.letterbox)

    @property
    def title(self) -> str:
        found = self.decision or self.meeting or self.letterbox
        return found.title if found else ""

    @property
    def key(self) -> str:
        """To tell one from another; nothing where there is something left to choose."""
        found = self.decision or self.meeting
        return found.code if found else ""

    def facts(self, unit_code: str, organisation: Organisation) -> dict[str, Any]:
        """For the verb. `unit_code` is what was chosen in the form."""
        if self.letterbox:
            return {"box": self.letterbox}
        if self.decided:
            return {"decision": self.decision, "meeting": self.meeting}
        actor = queries.public_actor(organisation)
        return {"unit": organisations.unit_for(actor, unit_code) if unit_code else None}


def subject_of(request: Any) -> Subject:
    """Raises NotYours for what the reader may not see."""
    asked = request.GET
    return Subject(
        decisions.decision_for(request.actor, asked["decision"]) if asked.get("decision") else None,
        involvement.meeting_for(request.actor, asked["session"]) if asked.get("session") else None,
        asked.get("unit", ""),
        queries.letterbox_for(request.actor, asked["letterbox"]) if asked.get("letterbox") else None,
    )
