"""What the tests of this room say and answer, through the verbs."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from alongside.core import media
from alongside.core.actor import Actor, Medium
from alongside.voice import services
from alongside.voice.models import Answer, Concern, Contribution, Theme, ThemeMark
from alongside.voice.models.themes import ACCEPTED
from alongside.voice.shapes import Asks, NewFile, Uses
from tests.cast import Cast

WORDS = "The job description shuts out people without a car."
REASON = "We have taken the car out of the job description, because nobody needs one."
GRAVE = "My neighbour has not been seen for days and the night staff say it is not their job."
HOW = "01632 960 118, after six"
PUBLIC = Uses(inside=True, public=True)


def said(cast: Cast, **values: Any) -> Contribution:
    """By Cora, signed in, to the crisis line."""
    facts = {
        "kind": "concern",
        "words": WORDS,
        "unit": cast.units["team"],
        "person": cast.people["cora"],
        "via": "signed_in",
        "by": cast.actor("cora"),
        **values,
    }
    return services.say(**facts)[0]


def said_by_nobody(cast: Cast, **values: Any) -> tuple[Contribution, str]:
    """On the public page, without an account."""
    facts = {"kind": "idea", "words": WORDS, "unit": cast.units["team"], "by": cast.actor("public"), **values}
    contribution, code = services.say(**facts)
    assert code is not None
    return contribution, code


def asks_for_contact(cast: Cast, **values: Any) -> Contribution:
    """Somebody without a name, who left a number."""
    return said_by_nobody(cast, asks=Asks(contact=True, how=HOW), **values)[0]


def raised(cast: Cast, **values: Any) -> Concern:
    """Cora ticked that somebody may be at risk, and that she wants to be contacted."""
    facts = {"words": GRAVE, "asks": Asks(contact=True, risk=True), **values}
    return Concern.objects.get(contribution=said(cast, **facts))


def answered(contribution: Contribution, cast: Cast, **values: Any) -> Answer:
    facts = {"kind": "adopted", "reason": REASON, "role": "Team manager, Crisis line", "by": cast.actor("manager")}
    return services.answer(contribution=contribution, **{**facts, **values})


def told(cast: Cast, **values: Any) -> Contribution:
    """Said, answered, and the author was rung."""
    contribution = said(cast, **values)
    answered(contribution, cast)
    services.tell(contribution=contribution, channel="phone", by=cast.actor("manager"))
    return fresh(contribution)


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def for_them(cast: Cast, who: str = "cora", by: str = "coordinator") -> Actor:
    """Somebody who writes down what a contributor wants now, from a phone call."""
    return cast.actor(by).for_person(cast.people[who].pk, Medium.PHONE)


def new_file(label: str = "A flip chart: the door is too heavy.") -> NewFile:
    """A small photo that is clean already."""
    made = io.BytesIO()
    Image.new("RGB", (8, 6), "orange").save(made, "JPEG")
    return NewFile(media.clean(made.getvalue()), label)


def theme(cast: Cast, name: str = "Waiting", belongs: str = "Waiting for an appointment, a call or a letter.") -> Theme:
    """Of the organisation's own, as its coordinator wrote it down."""
    return services.introduce_theme(name=name, belongs=belongs, by=cast.actor("coordinator"))


def marked(cast: Cast, contribution: Contribution, about: Theme, to: str = ACCEPTED, **values: Any) -> ThemeMark:
    facts = {"by": cast.actor("staff"), **values}
    return services.mark_theme(contribution=contribution, theme=about, to=to, **facts)
