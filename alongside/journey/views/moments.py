"""The moments of a service: what they were like as a picture with its table, and keeping them in order."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import NotYours
from alongside.core.years import Year
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from .. import services, touch_picture, touch_words
from ..forms import touchpoints as forms
from ..models import Touchpoint
from ..queries import statements
from ..queries import touchpoints as queries
from ..rules import statements as statement_rules
from ..rules import touchpoints as rules
from ..tables.touchpoints import WordTable
from ..touch_words import FIELDS, SIDES

FEW_WORDS = 4


def here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/what-it-is-like", *steps, ""])


def index(request: Any, org: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    found = queries.services_of(actor)
    context = {
        "title": _("What our services are like"),
        "services": found,
        "begin": _without_moments(actor, {unit.pk for unit, _number in found}),
        "running": statements.running(actor, today),
        "mine": list(queries.my_tellings(actor)[:20]),
        "waiting": queries.to_read(actor).count() if rules.can_moderate(actor) else 0,
        "names_feelings": rules.can_name_feelings(actor),
        "asks": statement_rules.can_ask(actor),
        "back": (request.organisation.name, f"/{org}/"),
    }
    return pages.page(request, "journey/services.html", context)


def _without_moments(actor: Actor, started: set[int]) -> list[Unit]:
    if not actor.is_member:
        return []
    units = organisations.units_of(actor)
    return [unit for unit in units if unit.pk not in started and rules.can_write(actor, unit)]


def service(request: Any, org: str, unit: str) -> HttpResponse:
    """For everybody: each reads the words that are meant for them."""
    actor, clock = request.actor, request.clock
    found = queries.unit_for(actor, unit)
    year = Year.of(request.GET.get("year", ""), clock.today(), clock.settings.year_starts_month)
    least = queries.least_for(actor, clock)
    rows = queries.of_year(found, year.starts, year.ends, least)
    steps = touch_words.feelings(queries.feelings_of(found.organisation_id, clock.today()))
    context = {
        "title": _("What %(service)s is like") % {"service": found.name},
        "unit": found,
        "year": year,
        "years": year.beside(clock.today()),
        "least": least,
        "rows": [(n, row, touch_words.in_words(row.shown, steps, SIDES)) for n, row in enumerate(rows, 1)],
        "steps": steps,
        "picture": touch_picture.moments(rows, found.name) if any(row.shown for row in rows) else "",
        "words": queries.newest_words(actor, found.pk, FEW_WORDS),
        "open": [row.touchpoint for row in rows if rules.can_have(found) and row.touchpoint.ended_on is None],
        "can_write": actor.is_member and rules.can_write(actor, found),
        "can_write_down": rules.can_write_down(actor, found),
        "takes_back_for": actor.can(P.SEE_REGISTER),
        "asks_about": f"/{org}/say/?unit={found.code}",
        "source": touch_words.SOURCE,
        "base": here(org, unit),
        "back": (_("What our services are like"), here(org)),
    }
    return pages.unkept(pages.page(request, "journey/service.html", context))


def moment(request: Any, org: str, unit: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.touchpoint_for(request.actor, unit, code)
    clock, base = request.clock, here(org, unit)
    steps = touch_words.feelings(queries.feelings_of(found.organisation_id, clock.today()))
    blocks = queries.blocks_by_touchpoint([found], queries.least_for(actor, clock)).get(found.pk, [])
    context = {
        "title": found.name,
        "moment": found,
        "blocks": [
            (_when(block), touch_words.people(block.shown.of), touch_words.in_words(block.shown, steps, SIDES))
            for block in reversed(blocks)
        ],
        "table": WordTable(request, queries.words_for(actor, found.unit_id).filter(touchpoint=found)),
        "open": rules.is_open_to_tell(found),
        "arranges": found.ended_on is None and rules.can_arrange(actor, found.unit),
        "next": getattr(found, "reworded_as", None),
        "base": base,
        "back": (found.unit.name, base),
    }
    return pages.unkept(pages.page(request, "journey/moment.html", context))


def _when(block: queries.Block) -> str:
    return _("%(first)s to %(last)s") % {"first": long_day(block.first), "last": long_day(block.last)}


# Keeping them.


def _others(unit: Unit, but: Touchpoint | None = None) -> dict[str, Touchpoint]:
    return {row.code: row for row in queries.open_of(unit) if but is None or row.pk != but.pk}


def add(request: Any, org: str, unit: str) -> HttpResponse:
    actor, found = request.actor, queries.unit_for(request.actor, unit)
    if not rules.can_write(actor, found):
        raise NotYours
    others = _others(found)
    form = forms.MomentForm.of(request, others=[(code, row.name) for code, row in others.items()])
    done = pages.submit(
        request,
        form,
        lambda data: services.write_touchpoint(
            unit=found, name=data["name"], about=data["about"], after=others.get(data["after"]), by=actor
        ),
        then=here(org, unit),
        note=_("Saved. People can tell what it is like now."),
    )
    lead = _("One that matters to people, because it can go well or badly. Write it with those who know it.")
    return done or _form_page(request, form, _("Add a moment"), here(org, unit), lead)


def _form_page(request: Any, form: Any, title: Any, back: str, lead: Any = "", button: Any = "") -> HttpResponse:
    context = {"form": form, "title": title, "lead": lead, "button": button or _("Save"), "back": (_("Back"), back)}
    return pages.page(request, "journey/story_form.html", context)


def _arranged(request: Any, unit: str, code: str) -> Touchpoint:
    found = queries.touchpoint_for(request.actor, unit, code)
    if found.ended_on or not rules.can_arrange(request.actor, found.unit):
        raise NotYours
    return found


def move(request: Any, org: str, unit: str, code: str) -> HttpResponse:
    found = _arranged(request, unit, code)
    others = _others(found.unit, found)
    form = forms.MoveForm.of(request, others=[(key, row.name) for key, row in others.items()])
    done = pages.submit(
        request,
        form,
        lambda data: services.move_touchpoint(touchpoint=found, after=others.get(data["after"]), by=request.actor),
        then=here(org, unit),
        note=_("Saved."),
    )
    return done or _form_page(request, form, _("Move “%(name)s”") % {"name": found.name}, here(org, unit, code))


def reword(request: Any, org: str, unit: str, code: str) -> HttpResponse:
    found = _arranged(request, unit, code)
    form = forms.OtherWordsForm.of(request, initial={"name": found.name, "about": found.about})
    done = pages.submit(
        request,
        form,
        lambda data: services.reword_touchpoint(touchpoint=found, by=request.actor, **data),
        then=here(org, unit),
        note=_("Saved. What was told before stays under the old words."),
    )
    lead = _("What was told so far was told of “%(name)s”. It stays there, and the new one begins empty.")
    title = _("Say it in other words")
    return done or _form_page(request, form, title, here(org, unit, code), lead % {"name": found.name})


def end(request: Any, org: str, unit: str, code: str) -> HttpResponse:
    found = _arranged(request, unit, code)
    form = forms.EndForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_touchpoint(touchpoint=found, why=data["why"], by=request.actor),
        then=here(org, unit),
        note=_("It has ended. What was told of it stays."),
    )
    lead = _("Nobody tells anything of “%(name)s” from now on. What was told stays, with its numbers.")
    title, button = _("End this moment?"), _("End it")
    return done or _form_page(request, form, title, here(org, unit, code), lead % {"name": found.name}, button)


def feelings(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_name_feelings(actor):
        raise NotYours
    own = queries.feelings_of(actor.organisation_id, request.clock.today())
    now = dict(zip(FIELDS, touch_words.feelings(own).values(), strict=True))
    form = forms.FeelingsForm.of(request, initial=now)
    done = pages.submit(
        request,
        form,
        lambda data: services.name_feelings(words=data, by=actor),
        then=here(org),
        note=_("Saved. They are used from now on."),
    )
    lead = _("Choose the words with those who use your services. The steps stay the same, so old numbers still fit.")
    return done or _form_page(request, form, _("Words for how it was"), here(org), lead)
