"""What several pages here begin with."""

from __future__ import annotations

from typing import Any

from alongside.decisions import queries as decisions
from alongside.people import queries as people


def mine(request: Any) -> list[int]:
    """Their places on the registers, wherever they take part."""
    return [person.pk for person in people.mine(request.user)]


def begun(request: Any) -> dict[str, str]:
    """From the page of a decision: it rests on that, and its unit says it."""
    code = request.GET.get("decision", "")
    if not code:
        return {}
    decision = decisions.decision_for(request.actor, code)
    return {"rests_on": decision.code, "unit": decision.unit.code}
