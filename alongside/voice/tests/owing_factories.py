"""Holding notes, what was passed on and what was questioned, through the verbs."""

from __future__ import annotations

from typing import Any

from alongside.voice import services
from alongside.voice.models import Answer, AnswerTemplate, Contribution, Passing
from alongside.voice.queries import holder_of
from tests import make
from tests.cast import Cast

from .factories import fresh, told

SO_FAR = "We have asked the landlord twice for the plans of the lift, and have had no reply."
NEXT = "The manager of the house writes to the owner of the building."
ASKED = "When will the lamp at the corner of Quay Street be mended?"
NOT_OURS = "The street lights belong to the council and we have no say in them."
THEY_SAID = "The council says that the lamp is on order and will be up by the end of March."


def noted(contribution: Contribution, cast: Cast, **values: Any) -> Answer:
    facts = {"so_far": SO_FAR, "next_step": NEXT, "until": make.days(14), "role": "Manager, Crisis line"}
    return services.write_note(contribution=contribution, **{**facts, "by": cast.actor("manager"), **values})


def passed_on(contribution: Contribution, cast: Cast, **values: Any) -> Passing:
    facts = {"passed_to": "Harbour Council", "asked": ASKED, "reason": NOT_OURS, "role": "Manager, Crisis line"}
    return services.pass_on(contribution=contribution, **{**facts, "by": cast.actor("manager"), **values})


def came_back(passing: Passing, cast: Cast, **values: Any) -> Answer:
    facts = {"end": "came", "words": THEY_SAID, "role": "Manager, Crisis line", "by": cast.actor("manager")}
    return services.end_passing(passing=passing, **{**facts, **values})


def doubted(cast: Cast, contribution: Contribution | None = None) -> Contribution:
    """An edited version was written, and its author says that this is not what they said."""
    contribution = contribution or told(cast)
    services.write_rendering(contribution=contribution, rendering="She wants a car.", by=cast.actor("manager"))
    by = cast.actor("cora") if contribution.person_id else holder_of(contribution)
    services.challenge(contribution=contribution, kind="not_what_i_said", words="I want no car.", by=by)
    return fresh(contribution)


TEMPLATE = "We have looked at what you said about [what]. We will [what you will do] by [day]."


def template(cast: Cast, **values: Any) -> AnswerTemplate:
    facts = {"name": "We will do it", "text": TEMPLATE, "by": cast.actor("coordinator"), **values}
    return services.write_template(**facts)
