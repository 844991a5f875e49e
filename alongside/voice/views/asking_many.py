"""Common ground, for whoever asks: put the question, read what is added, type in paper, close, take the numbers out."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages, taking
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import queries
from ..forms import together as forms
from ..models import CommonGround
from ..queries import together
from ..rules import can_see_ledger
from ..rules import together as rules
from ..services import together as services
from ..tables.together import GroundTable, StatementTable
from .subjects import subject_of
from .together import result_page


def grounds(request: Any, org: str) -> HttpResponse:
    if not can_see_ledger(request.actor):
        raise NotYours
    page = {
        "title": _("What many say together"),
        "table": GroundTable(request, together.grounds_for(request.actor)),
        "base": request.path,
        "asks": bool(_units(request)),
        "back": (_("Voices"), f"/{org}/voices/"),
    }
    return pages.page(request, "voice/together/grounds.html", page)


def _units(request: Any) -> list[Any]:
    return [unit for unit in queries.units_that_answer(request.actor) if rules.can_keep(request.actor, unit.pk)]


def new(request: Any, org: str) -> HttpResponse:
    units = {unit.code: unit for unit in _units(request)}
    if not units:
        raise NotYours
    subject = subject_of(request)
    initial = {"read_first": True, "unit": subject.unit_code, "audience": "anyone"}
    form = forms.GroundForm.of(request, units=[(code, unit.name) for code, unit in units.items()], initial=initial)

    def act(data: dict[str, Any]) -> CommonGround:
        unit = units[data.pop("unit")]
        return services.open_ground(unit=unit, decision=subject.decision, by=request.actor, **data)

    base = f"/{org}/voices/together/"
    done = pages.submit(request, form, act, then=lambda made: f"{base}{made.code}/", note=_("It is open."))
    page = {"title": _("Ask many at once"), "form": form, "subject": subject, "back": (_("Back"), base)}
    return done or pages.page(request, "voice/together/new.html", page)


def ground(request: Any, org: str, code: str) -> HttpResponse:
    found = together.ground_for(request.actor, code)
    page = {
        **result_page(request, found, f"/{org}/together/{code}/"),
        "title": found.question,
        "table": StatementTable(request, together.statements_of(found)),
        "base": request.path,
        "address": f"{settings.ASSUME_PUBLIC_ADDRESS}/{org}/together/{code}/",
        "public": f"/{org}/together/{code}/",
        "back": (_("What many say together"), f"/{org}/voices/together/"),
    }
    return pages.page(request, "voice/together/ground.html", page)


def statement(request: Any, org: str, code: str, statement: str) -> HttpResponse:
    found = together.ground_for(request.actor, code)
    row, base = together.statement_of(found, statement), f"/{org}/voices/together/{code}/"
    initial = {"show": "no" if row.why_not else "yes", "why_not": row.why_not}
    form = forms.ReadStatementForm.of(request, initial=initial)
    act = partial(services.read_statement, statement=row, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=_("Saved."))
    page = {"title": _("Read a statement"), "statement": row, "form": form, "back": (found.question, base)}
    return done or pages.page(request, "voice/together/statement.html", page)


def sheet(request: Any, org: str, code: str) -> HttpResponse:
    """To be printed, filled in with a pen, and typed in."""
    found = together.ground_for(request.actor, code)
    page = {
        "title": found.question,
        "ground": found,
        "statements": together.shown_in(found),
        "buttons": forms.BUTTONS,
        "back": (found.question, f"/{org}/voices/together/{code}/"),
    }
    return pages.page(request, "voice/together/sheet.html", page)


def type_in(request: Any, org: str, code: str) -> HttpResponse:
    found = together.ground_for(request.actor, code)
    base = f"/{org}/voices/together/{code}/"
    form = forms.SheetForm.of(request, statements=together.shown_in(found))
    act = partial(services.type_in_sheet, ground=found, by=request.actor)
    note = _("Saved. Put the sheet away, and type in the next one.")
    done = pages.submit(request, form, lambda data: act(**data), then=f"{base}type-in/", note=note)
    page = {"title": _("Type in one sheet"), "form": form, "back": (found.question, base)}
    return done or pages.page(request, "voice/together/type_in.html", page)


def close(request: Any, org: str, code: str) -> HttpResponse:
    found = together.ground_for(request.actor, code)
    base = f"/{org}/voices/together/{code}/"
    form = Form.of(request)

    def act(_data: Any) -> None:
        services.close_ground(ground=found, by=request.actor)

    note = _("It is over. What people said stands in Voices now, and is owed an answer.")
    done = pages.submit(request, form, act, then=base, note=note)
    page = {
        "title": _("Close it"),
        "text": _("Nobody can answer or add any more. What people said becomes a voice that you owe an answer to."),
        "form": form,
        "button": _("Close it"),
        "back": (found.question, base),
    }
    return done or pages.page(request, "core/confirm.html", page)


def as_csv(request: Any, org: str, code: str) -> HttpResponse:
    return _numbers(together.ground_for(request.actor, code), taking.CSV)


def as_xlsx(request: Any, org: str, code: str) -> HttpResponse:
    return _numbers(together.ground_for(request.actor, code), taking.XLSX)


def _numbers(found: CommonGround, kind: str) -> HttpResponse:
    headings = [_("Statement"), _("Agree"), _("Disagree"), _("Pass"), _("Not seen")]
    tallies = together.result_of(found).tallies
    lines = [[row.words, row.agree, row.disagree, row.passed, row.not_seen] for row in tallies]
    return taking.small_file(kind, f"common-ground-{found.code}", found.question, headings, lines)
