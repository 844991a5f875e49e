"""The questions as the organisation sets them up, those it is for, and sheets of paper without a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.codes import new_code
from alongside.core.dates import long_day
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import equality_rules, forms, queries, rules, services
from ..queries import Asked
from ..tables import EqualityTable

SHEETS = 10  # printed at once


def _base(request: Any) -> str:
    if not equality_rules.can_keep_questions(request.actor):
        raise NotYours
    return f"/{request.organisation.slug}/settings/equality/"


def questions(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    asked = queries.equality_questions(request.organisation.pk, in_use=False)
    populations = queries.populations_of(request.organisation.pk)
    context = {
        "title": _("Questions about who takes part"),
        "back": (_("Settings"), f"/{org}/settings/"),
        "base": base,
        "table": EqualityTable(request, asked, populations),
        "least": queries.least_shown(request.clock.settings),
        "keeps_register": rules.can_keep_register(request.actor),
        "starts": not asked,
    }
    return pages.page(request, "people/equality_questions.html", context)


def _form(request: Any, form: Any, title: str, base: str, **more: Any) -> HttpResponse:
    back = (_("Questions about who takes part"), base)
    context = {"form": form, "title": title, "back": back, "button": _("Save"), **more}
    return pages.page(request, "people/change.html", context)


def add(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    form = forms.QuestionForm.of(request)
    done = pages.submit(
        request, form, lambda data: services.add_equality_question(by=request.actor, **data), base, _("Added.")
    )
    return done or _form(request, form, _("Add a question"), base)


def starters(request: Any, org: str) -> HttpResponse:
    base = _base(request)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.take_starter_questions(by=request.actor),
        base,
        _("They are yours now. Take out what you do not need."),
    )
    text = _(
        "Eleven questions, most of them in words that were tested elsewhere. They become your own: change their words,"
        " or put out of use what you do not need. What you have under the same name stays as it is."
    )
    button = _("Take them")
    return done or _form(request, form, _("Take the questions to begin with?"), base, text=text, button=button)


def change(request: Any, org: str, code: str) -> HttpResponse:
    base = _base(request)
    asked = queries.equality_question_for(request.actor, code)
    wording = asked.wording
    now = {
        "name": asked.question.name,
        "text": wording.text,
        "choices": "\n".join(wording.choices),
        "own_words": wording.own_words,
        "source": wording.source,
        "in_use": asked.question.in_use,
    }
    form = forms.QuestionChangeForm.of(request, initial=now, seen=wording.number)
    done = pages.submit(
        request,
        form,
        lambda data: services.reword_equality_question(question=asked.question, by=request.actor, **data),
        base,
        _("Saved."),
    )
    context = {
        "form": form,
        "title": asked.question.name,
        "back": (_("Questions about who takes part"), base),
        "wordings": queries.wordings_of(asked.question),
        "population": f"{base}{code}/population/",
    }
    return done or pages.page(request, "people/equality_change.html", context)


def population(request: Any, org: str, code: str) -> HttpResponse:
    base = _base(request)
    asked = queries.equality_question_for(request.actor, code)
    now = queries.population_of(asked.question)
    initial: dict[str, Any] = {}
    if now is not None:
        initial = {name: getattr(now.row, name) for name in ("who", "source", "counted_on")}
        initial |= {f"share_{place}": now.shares.get(choice) for place, choice in enumerate(asked.wording.choices)}
    form = forms.PopulationForm.of(request, wording=asked.wording, initial=initial)
    done = pages.submit(
        request,
        form,
        lambda data: services.set_population(question=asked.question, by=request.actor, **data),
        base,
        _("Saved. It stands beside those who took part."),
    )
    text = _("“%(question)s” Of a hundred of those you are here for, how many would say so?")
    title = _("Whom you are here for: %(name)s") % {"name": asked.question.name}
    return done or _form(request, form, title, base, text=text % {"question": asked.wording.text})


# Paper.


def _keeps_register(request: Any) -> None:
    if not rules.can_keep_register(request.actor):
        raise NotYours


def sheets(request: Any, org: str) -> HttpResponse:
    """Their codes are in no table until one of them is typed in."""
    _keeps_register(request)
    context = {
        "title": _("About you"),
        "asked": queries.equality_questions(request.organisation.pk),
        "codes": [new_code(services.SHEET_CODE) for _number in range(SHEETS)],
        "least": queries.least_shown(request.clock.settings),
        "back": (_("Type in a sheet"), f"/{org}/people/equality/"),
    }
    return pages.unkept(pages.page(request, "people/equality_sheets.html", context))


def type_in(request: Any, org: str) -> HttpResponse:
    _keeps_register(request)
    asked: list[Asked] = queries.equality_questions(request.organisation.pk)
    quarters = queries.quarters_to_choose(request.clock.settings, request.clock.today())
    listed = [(each.first, each.name) for each in quarters]
    form = forms.SheetForm.of(request, asked=asked, quarters=listed, initial={"quarter": listed[0][0].isoformat()})
    done = pages.submit(
        request,
        form,
        lambda data: services.type_in_equality_sheet(by=request.actor, **data),
        f"/{org}/people/equality/",
        _("It is with the others. Destroy the sheet; whoever filled it in keeps the code."),
    )
    context = {
        "title": _("Type in a sheet"),
        "back": (_("People"), f"/{org}/people/"),
        "form": form,
        "asked": asked,
        "print": f"/{org}/people/equality/sheets/",
        "last": long_day(quarters[0].last),
    }
    return pages.unkept(done or pages.page(request, "people/equality_sheet.html", context))
