"""Closes: the list, and each step of closing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages, periods
from alongside.core.errors import NotYours

from .. import close_forms, close_tables, services
from ..queries import closes as queries
from ..queries import signers
from ..rules import closes as rules

MOST = {periods.MONTH: 13, periods.QUARTER: 5, periods.YEAR: 2}


def all_closes(request: Any, org: str) -> HttpResponse:
    today = request.clock.today()
    signer = signers.signs_for_contributors(request.actor, today)
    context = {
        "title": _("Months, quarters and years that are closed"),
        "table": close_tables.CloseTable(request, queries.for_list(queries.closes_for(request.actor, signer))),
        "can_close": rules.can_close(request.actor),
        "sees_figures": rules.sees_all(request.actor),
    }
    return pages.page(request, "reports/closes.html", context)


def begin(request: Any, org: str) -> HttpResponse:
    rules.check_can_close(request.actor)
    starts, today = request.clock.settings.year_starts_month, request.clock.today()
    kinds = ((kind, periods.of_day(kind, today, starts)) for kind in periods.KINDS)
    offered = [each for kind, now in kinds for each in reversed(list(now.back(MOST[kind])))]
    begun = queries.begun_here(request.actor)
    made_on = queries.made_on(request.organisation)
    choices = [
        (each.slug, each.name) for each in offered if (each.kind, each.first) not in begun and each.last >= made_on
    ]
    form = close_forms.BeginForm.of(request, periods=choices)
    done = pages.submit(
        request,
        form,
        lambda data: services.begin_close(period=_read(data["period"], starts), by=request.actor),
        then=lambda made: f"/{org}/periods/{made.period}/",
    )
    context = {
        "form": form,
        "title": _("Begin to close a month, a quarter or a year"),
        "text": _("A month is begun by itself when it is over. What is not over can be begun, and not yet checked."),
        "button": _("Begin"),
        "back": (_("All that is closed"), f"/{org}/periods/"),
    }
    return done or pages.page(request, "reports/close_act.html", context)


def _read(slug: str, starts: int) -> periods.Period:
    found = periods.read(slug, starts)
    if found is None:
        raise NotYours
    return found


# The steps, each on a page of its own.


def _newest(request: Any, period: str) -> queries.ReadClose:
    return queries.close_to_read(request.actor, period, None, request.clock.today())


def check(request: Any, org: str, period: str) -> HttpResponse:
    rules.check_can_close(request.actor)
    read = _newest(request, period)
    text = _("All is counted now and written down. It is what both sides sign. Look through the figures first.")
    return _confirmed(
        *(request, org, read, _("Have you checked the figures of %(period)s?") % {"period": read.close.name}, text),
        *(_("I have checked them"), lambda: services.check(close=read.close, by=request.actor)),
    )


def again(request: Any, org: str, period: str) -> HttpResponse:
    rules.check_can_close(request.actor)
    read = _newest(request, period)
    text = _("What was signed was another count: both sides sign anew. What was said of it stays on the record.")
    return _confirmed(
        *(request, org, read, _("Shall it be counted again?"), text),
        *(_("Count it again"), lambda: services.count_again(close=read.close, by=request.actor)),
    )


def _confirmed(
    request: Any, org: str, read: queries.ReadClose, title: str, text: str, button: str, act: Callable[[], Any]
) -> HttpResponse:
    form, page = core_forms.Form.of(request), f"/{org}/periods/{read.close.period}/"
    done = pages.submit(request, form, lambda _data: act(), then=page)
    context = {"title": title, "text": text, "button": button, "form": form, "back": (read.close.name, page)}
    return done or pages.page(request, "core/confirm.html", context)


def sign(request: Any, org: str, period: str) -> HttpResponse:
    return _signing(
        request,
        org,
        period,
        (close_forms.SignForm, services.sign),
        (_("Do you sign the figures of %(period)s?"), _("I sign them")),
    )


def decline(request: Any, org: str, period: str) -> HttpResponse:
    if signers.signs_for_contributors(request.actor, request.clock.today()) is None:
        raise NotYours
    return _signing(
        request,
        org,
        period,
        (close_forms.DeclineForm, services.decline),
        (_("What is not right in the figures of %(period)s?"), _("I do not sign them as they are")),
    )


def _signing(request: Any, org: str, period: str, how: tuple[Any, Any], words: tuple[str, str]) -> HttpResponse:
    read = _newest(request, period)
    (form_class, verb), (title, button) = how, words
    if read.side is None:
        raise NotYours
    form = form_class.of(
        request,
        names=read.side == "contributors",
        seen=read.sheet.number if read.sheet else 0,
        initial={"name": read.signer.shown_as} if read.signer else {},
    )
    page = f"/{org}/periods/{read.close.period}/"
    done = pages.submit(request, form, lambda data: verb(close=read.close, by=request.actor, **data), then=page)
    context = {
        "form": form,
        "title": title % {"period": read.close.name},
        "text": _("It closes when both sides have signed, and not before. What you write stays as you write it."),
        "button": button,
        "back": (read.close.name, page),
    }
    return done or pages.page(request, "reports/close_act.html", context)
