"""The statements: what people answered round by round, their words, and who agreed to them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import formats
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from .. import services, touch_picture, touch_words
from ..forms import statements as forms
from ..models import Statement
from ..queries import statements as queries
from ..queries import touchpoints as moments
from ..rules import statements as rules


def here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/statements", *steps, ""])


def index(request: Any, org: str) -> HttpResponse:
    """For everybody. One part of the organisation at a time: nothing is added up over parts."""
    actor, clock = request.actor, request.clock
    code = request.GET.get("unit", "")
    unit = moments.unit_for(actor, code) if code else None
    lines = queries.over_time(actor, unit, clock)
    context = {
        "title": _("What should be true for people, and whether it is"),
        "unit": unit,
        "units": queries.units_with_statements(actor),
        "lines": [(line, *_shown(line, n)) for n, line in enumerate(lines)],
        "running": queries.running(actor, clock.today()),
        "least": queries.least_for(actor, clock),
        "words": rules.can_word_somewhere(actor),
        "asks": rules.can_ask(actor),
        "fewest": rules.FEWEST_AGREE,
        "back": (_("What our services are like"), f"/{org}/what-it-is-like/"),
    }
    return pages.unkept(pages.page(request, "journey/statements.html", context))


def _shown(line: queries.OverTime, n: int) -> tuple[Any, list[tuple[str, str, str, str]]]:
    """The picture, and its table: until when, how many, what they answered, and in which words if not in these."""
    rows = [
        (
            formats.date_format(each.found.closes_on, "j F Y"),
            str(each.shown.of) if each.shown else "",
            touch_words.of_answers(each.shown, each.found.typed),
            each.wording.text if each.wording.pk != line.statement.pk else "",
        )
        for each in line.rounds
    ]
    return (touch_picture.over_time(line, f"line-{n}") if line.rounds else ""), rows


def statement(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.statement_for(request.actor, code)
    agreed = queries.agreed_to(actor, found)
    open_now = found.ended_on is None
    context = {
        "title": found.text,
        "statement": found,
        "agreed": agreed,
        "enough": agreed.people >= rules.FEWEST_AGREE,
        "wordings": queries.wordings_of(found),
        "agrees": open_now and rules.can_agree(actor, found),
        "agrees_for": open_now and rules.can_agree_for(actor, found),
        "words": open_now and rules.can_word(actor, found.unit_id),
        "base": here(org, code),
        "back": (_("All statements"), here(org) + (f"?unit={found.unit.code}" if found.unit else "")),
    }
    return pages.page(request, "journey/statement.html", context)


def _form_page(request: Any, form: Any, title: Any, back: tuple[Any, str], lead: Any = "", button: Any = "") -> Any:
    context = {"form": form, "title": title, "lead": lead, "button": button or _("Save"), "back": back}
    return pages.page(request, "journey/story_form.html", context)


def units_to_choose(request: Any, can: Any) -> list[tuple[str, Any]]:
    """The whole of it and its parts, as far as they may."""
    actor = request.actor
    whole = [(forms.WHOLE, _("The whole organisation"))] if can(actor, None) else []
    units = [unit for unit in organisations.units_of(actor) if unit.level != "one_to_one" and can(actor, unit.pk)]
    return [*whole, *((unit.code, unit.name) for unit in units)]


def unit_of(request: Any, code: str) -> Unit | None:
    return None if code == forms.WHOLE else organisations.unit_for(request.actor, code)


def write(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_word_somewhere(actor):
        raise NotYours
    form = forms.WordingForm.of(request, units=units_to_choose(request, rules.can_word))
    done = pages.submit(
        request,
        form,
        lambda data: services.write_statement(text=data["text"], unit=unit_of(request, data["unit"]), by=actor),
        then=lambda made: here(org, made.code),
        note=_("Saved. Ask those who take part now whether these are their words."),
    )
    lead = _("Nobody is asked with these words until two people who take part have agreed to them here.")
    return done or _form_page(request, form, _("Write a statement"), (_("All statements"), here(org)), lead)


def _worded(request: Any, code: str) -> Statement:
    found = queries.statement_for(request.actor, code)
    if found.ended_on or not rules.can_word(request.actor, found.unit_id):
        raise NotYours
    return found


def reword(request: Any, org: str, code: str) -> HttpResponse:
    found = _worded(request, code)
    form = forms.OtherWordsForm.of(request, initial={"text": found.text})
    done = pages.submit(
        request,
        form,
        lambda data: services.reword_statement(statement=found, by=request.actor, **data),
        then=lambda made: here(org, made.code),
        note=_("Saved. The old words keep their numbers."),
    )
    lead = _("Other words may get other answers: the old ones keep their numbers, and people are asked to agree anew.")
    return done or _form_page(request, form, _("Say it in other words"), (found.text, here(org, code)), lead)


def end(request: Any, org: str, code: str) -> HttpResponse:
    found = _worded(request, code)
    form = forms.EndForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_statement(statement=found, why=data["why"], by=request.actor),
        then=here(org),
        note=_("It is not asked any more. Its numbers stay."),
    )
    return done or _form_page(request, form, _("Stop asking this?"), (found.text, here(org, code)), "", _("Stop it"))


def agree(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.statement_for(request.actor, code)
    if not rules.can_agree(request.actor, found):
        raise NotYours
    form = forms.AgreeForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.agree_statement(statement=found, agrees=data["agrees"] == "yes", by=request.actor),
        then=here(org, code),
        note=_("Saved. You can say otherwise at any time."),
    )
    lead = _("Could somebody who uses our services say this of themself, and answer yes or no?")
    return done or _form_page(request, form, found.text, (_("Back"), here(org, code)), lead)


def agree_for(request: Any, org: str, code: str) -> HttpResponse:
    """Written down by whoever runs involvement, after a meeting or a call."""
    found = queries.statement_for(request.actor, code)
    if found.ended_on or not rules.can_agree_for(request.actor, found):
        raise NotYours
    form = forms.AgreeForForm.of(request)

    def act(data: dict[str, Any]) -> Any:
        by = request.actor.for_person(_called(request, data["person"]).pk, Medium(data["medium"]))
        return services.agree_statement(statement=found, agrees=data["agrees"] == "yes", by=by)

    done = pages.submit(request, form, act, then=here(org, code), note=_("Saved."))
    return done or _form_page(request, form, found.text, (_("Back"), here(org, code)))


def _called(request: Any, name: str) -> Any:
    if not request.actor.can(P.SEE_REGISTER):
        raise NotYours
    try:
        return decisions.person_called(request.actor, name)
    except Refused as refused:
        raise Refused(refused.reason, field="person") from None
