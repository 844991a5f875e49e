"""Words, clocks, thresholds, the public page and closed days; and the page that shows all of it."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from django.http import HttpResponse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from alongside.core import dates, pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..models import Organisation
from .parts import back_to, only, url_of

PAGES: dict[str, type[forms.WordsForm] | type[forms.ClocksForm] | type[forms.ThresholdsForm]] = {
    "words": forms.WordsForm,
    "clocks": forms.ClocksForm,
    "thresholds": forms.ThresholdsForm,
}


@only(rules.can_set_up)
def overview(request: Any, org: str) -> HttpResponse:
    rows = list(queries.settings_rows(request.actor))
    context = {
        "title": _("Settings"),
        "groups": [(name, _shown(form, rows, request.clock.settings)) for name, form in PAGES.items()],
        "coming": [row for row in rows if row.effective_on > request.clock.today()],
        "may_give_roles": rules.can_give_role(request.actor, "staff"),
        "history": queries.history_of(request.actor, Organisation),
        "led": queries.users_with(request.organisation.pk, "safeguarding").exists(),
    }
    return pages.page(request, "organisation/settings.html", context)


def _shown(form: Any, rows: list[Any], now: Any) -> list[dict[str, Any]]:
    """Label, what it does, present value, and who set it so when: the form is where the words come from."""
    held = rows[rows.index(now) :] if now in rows else [now]
    changes = queries.last_changes(held, [name for name in form.base_fields if name in services.SETTINGS_FIELDS])
    return [
        {
            "label": form.base_fields[name].label,
            "does": form.base_fields[name].help_text,
            "value": _value(name, getattr(now, name)),
            "last": last,
        }
        for name, last in changes.items()
    ]


def _value(name: str, value: Any) -> Any:
    return MONTHS[value] if name == "year_starts_month" else value


@only(rules.can_set_up)
def change(request: Any, org: str, page: str) -> HttpResponse:
    if page not in PAGES:
        raise NotYours
    newest = queries.settings_rows(request.actor).first() or request.clock.settings
    now = {name: getattr(newest, name) for name in PAGES[page].base_fields if hasattr(newest, name)}
    form = PAGES[page].of(request, initial={**now, "from_day": request.clock.today()}, seen=newest.pk or 0)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_settings(**data, by=request.actor),
        then=url_of(request, "settings"),
        note=_("Saved."),
    )
    titles = {"words": _("Words"), "clocks": _("Clocks and numbers"), "thresholds": _("Small numbers")}
    context = {"form": form, "title": titles[page], "back": back_to(request)}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def describe(request: Any, org: str) -> HttpResponse:
    here = queries.organisation_of(request.actor)
    now = {name: getattr(here, name) for name in services.DESCRIPTION}
    form = forms.DescribeForm.of(request, initial=now, seen=here.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.describe(**data, by=request.actor),
        then=url_of(request, "settings"),
        note=_("Saved. It is on your public page now."),
    )
    context = {"form": form, "title": _("Your public page"), "back": back_to(request)}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def closed_days(request: Any, org: str) -> HttpResponse:
    form = forms.ClosedDayForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.add_closed_day(**data, by=request.actor),
        then=url_of(request, "settings_closed_days"),
        note=_("Saved. New clocks leave that day out."),
    )
    today = request.clock.today()
    context = {
        "form": form,
        "title": _("Days when you are closed"),
        "back": back_to(request),
        "days": queries.closed_days_of(request.actor, since=today),
        "holidays": _next_holidays(request.organisation.nation, today),
    }
    return done or pages.page(request, "organisation/closed_days.html", context)


def _next_holidays(nation: str, today: date) -> list[date]:
    ahead = sorted(dates.bank_holidays(nation, (today.year, today.year + 1)))
    return list(islice((day for day in ahead if day >= today), 4))


@only(rules.can_set_up)
def remove_closed_day(request: Any, org: str, day: str) -> HttpResponse:
    found = queries.closed_day_for(request.actor, day)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.remove_closed_day(day=found.day, by=request.actor),
        then=url_of(request, "settings_closed_days"),
        note=_("Taken out. New clocks count that day again."),
    )
    context = {
        "form": form,
        "title": _("Take out %(day)s?") % {"day": dates.long_day(found.day)},
        "text": _("Then it counts as a working day again. Dates that were promised already do not move."),
        "button": _("Take it out"),
        "back": back_to(request, "settings_closed_days", _("Days when you are closed")),
    }
    return done or pages.page(request, "core/confirm.html", context)
