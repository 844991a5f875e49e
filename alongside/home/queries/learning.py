"""What the journey adds to pages of several rooms: both sides beside each other, and who is asked now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from alongside.core import parts
from alongside.core.actor import Actor
from alongside.decisions.models import Decision
from alongside.home.parts import Line, Section
from alongside.involvement.models import Place
from alongside.journey import queries as journey
from alongside.journey.models import Aim, Side
from alongside.journey.queries import Prompt
from alongside.journey.queries.shown import shown
from alongside.journey.rules.entries import can_write
from alongside.journey.words import PROMPTS


def beside(actor: Actor, decision: Decision, slug: str, today: date) -> dict[str, Any]:
    """On the page of one decision."""
    found = journey.beside(actor, decision)
    asked = journey.prompt_of(actor, decision, today)
    write = f"/{slug}/journey/entries/write/?decision={decision.code}"
    return {
        "learned": {
            "people": shown(actor, slug, found.people),
            "staff": shown(actor, slug, found.staff),
            "any": bool(found.people or found.staff),
            "more": found.more,
        },
        "write_url": write if can_write(actor) else "",
        "prompt": _asked(asked, slug) if asked else None,
    }


def _asked(prompt: Prompt, slug: str) -> dict[str, Any]:
    return {
        "words": PROMPTS[prompt.side, prompt.stage],
        "write": write_url(prompt, slug),
        "away": f"/{slug}/journey/questions/{prompt.decision.code}/{prompt.stage}/",
    }


def write_url(prompt: Prompt, slug: str) -> str:
    return f"/{slug}/journey/entries/write/?decision={prompt.decision.code}&when={prompt.stage}"


def _line(prompt: Prompt, slug: str) -> Line:
    """It leads to the page of the decision, where it can be put away too."""
    title = _("What did you learn? %(title)s") % {"title": prompt.decision.title}
    return Line(title, f"/{slug}/decisions/{prompt.decision.code}/#learned", PROMPTS[prompt.side, prompt.stage])


def flags() -> dict[str, Any]:
    """What is asked of whoever has a place, in the question about their places."""
    gone = journey.gone("opportunity__decision", person=OuterRef("person"))
    return {**gone, "aim_waits": journey.aim_waits("person")}


def lines_of_places(places: Sequence[Place], today: date) -> list[Line]:
    """What they have a place in, each decision once."""
    rows = {place.opportunity.decision_id: place for place in places if place.state == "accepted"}
    found = journey.prompts_in(((place.opportunity.decision, place) for place in rows.values()), Side.PEOPLE, today)
    slugs = {place.opportunity.decision_id: place.organisation.slug for place in rows.values()}
    return [_line(each, slugs[each.decision.pk]) for each in found]


def aims_of_people(people: Sequence[int], places: Sequence[Place]) -> list[Line]:
    """What the other side says is reached."""
    if not any(place.aim_waits for place in places):  # type: ignore[attr-defined]
        return []
    return [_aim(each) for each in journey.waiting_for_people(people)[:3]]


def _aim(aim: Aim) -> Line:
    return Line(
        _("Is this aim reached? %(what)s") % {"what": aim.what},
        f"/{aim.organisation.slug}/journey/aims/{aim.code}/",
        _("Those who work there say so since %(day)s. Say what is different, or that it is not so.")
        % {"day": parts.day(aim.since)},
    )


def section_of_staff(actor: Actor, today: date, slug: str) -> list[Section]:
    """Nothing at all where nothing is asked."""
    lines = [_line(each, slug) for each in journey.prompts_of_staff(actor, today)]
    return [Section("learn", _("What you are asked on the way"), lines, "")] if lines else []
