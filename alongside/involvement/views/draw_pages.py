"""A draw for those who were in it, and for anybody who wants to check it."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import draw as engine
from .. import draw_words as words
from .. import queries
from ..contradicting import rule_words
from ..draw import Quota
from ..models.draws import DRAWN, SET_ASIDE
from ..queries.draws import MyDraw
from .common import here


def mine(request: Any, org: str, code: str) -> HttpResponse:
    """My chance, the reason, and the proof. For the person alone."""
    actor = request.actor
    opportunity = queries.advert_for(actor, code)
    found = queries.my_draws(actor, opportunity)
    if not found:
        raise NotYours
    first = next((each for each in found if not (each.entry and each.entry.kept)), found[0])
    others = [each for each in found if each is not first]
    facts = {
        "title": _("The draw"),
        "opportunity": opportunity,
        "draw": first.draw,
        "entry": first.entry,
        "others_of_it": others,
        "place": queries.my_place_in(actor, opportunity),
        "why_not": _why_not(actor, first, opportunity),
        **_my_chance(request, first),
        "back": (opportunity.title, here(request, "open", code)),
    }
    return pages.page(request, "involvement/my_draw.html", facts)


def _why_not(actor: Any, mine: MyDraw, opportunity: Any) -> list[tuple[str, str]]:
    if mine.left_out is None:
        return []
    return words.why_not_words(mine.left_out, opportunity, queries.my_interest(actor, opportunity))


def _my_chance(request: Any, mine: MyDraw) -> dict[str, Any]:
    """The sentences about one's own chance. Nothing for seats that needed no draw, or that one had already."""
    draw, entry = mine.draw, mine.entry
    if entry is None or entry.kept or draw.state == SET_ASIDE:
        return {}
    found = queries.explanation_of(draw, entry, request.clock.settings.pulse_threshold)
    if found is None:
        return {}
    return {
        "found": found,
        "chance": words.chance_words(found),
        "reasons": words.reasons(found, entry, draw.document["seats"], queries.kept_out(draw, entry, found)),
        "range": words.range_words(found),
        "without": words.without_words(found, draw.facts.get("without", {})),
        "others": found.of - found.tickets,
    }


def proof(request: Any, org: str, code: str) -> HttpResponse:
    """Anybody may read it: codes, tickets and rules; no names, and nothing that anybody answered."""
    draw = queries.public_draw(request.organisation.pk, code)
    tickets = draw.document["tickets"]
    facts = {
        "title": _("Check a draw"),
        "draw": draw,
        "opportunity": draw.opportunity,
        "is_drawn": draw.state == DRAWN,
        "rules": [rule_words(Quota(**quota)) for quota in draw.document["quotas"]],
        "alone": [rule["value"] for rule in draw.document["rules"] if rule["kind"] == "never_alone"],
        "bent": [rule_words(Quota(**quota)) for quota in draw.document["bent"]],
        "ticket": tickets[draw.ticket - 1] if draw.ticket else (),
        "tickets": tickets,
        "counts": queries.tickets_by_code(draw),
    }
    return pages.page(request, "involvement/draw_proof.html", facts)


def proof_file(request: Any, org: str, code: str) -> HttpResponse:
    draw = queries.public_draw(request.organisation.pk, code)
    text = json.dumps(queries.proof_of(draw), sort_keys=True, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="draw-{draw.code}.json"'
    return response


def check(request: Any, org: str, code: str) -> HttpResponse:
    """Worked out again, now, on the server; the page says what was done and how to do it without us."""
    draw = queries.public_draw(request.organisation.pk, code)
    facts = {
        "title": _("Check it"),
        "draw": draw,
        "is_drawn": draw.state == DRAWN,
        "wrong": engine.verify(queries.proof_of(draw)) if draw.state == DRAWN else (),
        "file": f"draw-{draw.code}.json",
        "back": (_("Check a draw"), here(request, "draws", code)),
    }
    return pages.page(request, "involvement/draw_check.html", facts)
