"""The tree of units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..models import Unit
from .parts import back_to, only, url_of


@dataclass
class Branch:
    unit: Unit
    below: list[Branch] = field(default_factory=list)


def tree(units: list[Unit]) -> list[Branch]:
    """Each unit with those directly under it, by name."""
    branches = {unit.pk: Branch(unit) for unit in units}
    tops: list[Branch] = []
    for unit in sorted(units, key=lambda unit: unit.name.casefold()):
        above = branches.get(unit.parent_id or 0)
        (above.below if above else tops).append(branches[unit.pk])
    return tops


@only(rules.can_set_up)
def units(request: Any, org: str) -> HttpResponse:
    context = {
        "title": _("Units"),
        "back": back_to(request),
        "tree": tree(list(queries.all_units_of(request.actor))),
        "history": queries.history_of(request.actor, Unit),
    }
    return pages.page(request, "organisation/units.html", context)


@only(rules.can_set_up)
def add(request: Any, org: str) -> HttpResponse:
    form = forms.UnitForm.of(request, parents=queries.units_of(request.actor))
    done = pages.submit(
        request,
        form,
        lambda data: services.add_unit(**data, by=request.actor),
        then=url_of(request, "settings_units"),
        note=_("Added."),
    )
    context = {"form": form, "title": _("Add a unit"), "back": back_to(request, "settings_units", _("Units"))}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def change(request: Any, org: str, code: str) -> HttpResponse:
    unit = queries.unit_for(request.actor, code)
    parents = [] if unit.parent_id is None else queries.units_of(request.actor).exclude(path__startswith=unit.path)
    now = {"name": unit.name, "level": unit.level, "parent": unit.parent.code if unit.parent else ""}
    form = forms.UnitForm.of(request, parents=parents, initial=now)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_unit(**{"parent": None, **data}, unit=unit, by=request.actor),
        then=url_of(request, "settings_units"),
        note=_("Saved."),
    )
    context = {
        "form": form,
        "unit": unit,
        "title": unit.name,
        "back": back_to(request, "settings_units", _("Units")),
        "can_close": rules.can_close_unit(request.actor, unit, queries.open_units_below(unit)),
    }
    return done or pages.page(request, "organisation/unit.html", context)


@only(rules.can_set_up)
def close(request: Any, org: str, code: str) -> HttpResponse:
    unit = queries.unit_for(request.actor, code)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.close_unit(unit=unit, by=request.actor),
        then=url_of(request, "settings_units"),
        note=_("Closed."),
    )
    context = {
        "form": form,
        "title": _("Close “%(name)s”?") % {"name": unit.name},
        "text": _("Nothing new can be put there. What it owes stays owed, and its past stays. You can open it again."),
        "button": _("Close it"),
        "back": (unit.name, url_of(request, "settings_unit", code)),
    }
    return done or pages.page(request, "core/confirm.html", context)


@only(rules.can_set_up)
def reopen(request: Any, org: str, code: str) -> HttpResponse:
    unit = queries.unit_for(request.actor, code)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.reopen_unit(unit=unit, by=request.actor),
        then=url_of(request, "settings_units"),
        note=_("Open again."),
    )
    context = {
        "form": form,
        "title": _("Open “%(name)s” again?") % {"name": unit.name},
        "button": _("Open it again"),
        "back": (unit.name, url_of(request, "settings_unit", code)),
    }
    return done or pages.page(request, "core/confirm.html", context)
