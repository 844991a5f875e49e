"""Closes: the list, one version, and each step of closing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.candour.ladders import LADDERS
from alongside.core import forms as core_forms
from alongside.core import pages, periods
from alongside.core.errors import NotYours

from .. import close_forms, close_tables, close_words, figure_tables, figure_words, picture, services, tables
from ..models import CloseSignature, Says
from ..queries import closed, signers
from ..queries import closes as queries
from ..rules import closes as rules

MOST = {periods.MONTH: 13, periods.QUARTER: 5, periods.YEAR: 2}


def all_closes(request: Any, org: str) -> HttpResponse:
    today = request.clock.today()
    signer = signers.signs_for_contributors(request.actor, today)
    context = {
        "title": _("Months, quarters and years that are closed"),
        "table": close_tables.CloseTable(request, queries.closes_for(request.actor, signer)),
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
    choices = [(each.slug, each.name) for each in offered if (each.kind, each.first) not in begun]
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


def the_close(request: Any, org: str, period: str, version: int | None = None) -> HttpResponse:
    today = request.clock.today()
    read = queries.close_to_read(request.actor, period, version, today)
    close, side = read.close, read.side
    reopenings = queries.reopenings_of(close)
    asked = next((each for each in reopenings if each.state == "asked"), None)
    context = {
        "title": _("%(period)s: %(state)s")
        % {"period": close.name, "state": str(close_words.STATES[close.state]).lower()},
        "back": (_("All that is closed"), f"/{org}/periods/"),
        "read": read,
        "close": close,
        "tone": close_words.TONES[close.state],
        "next": close_words.NEXT.get(close.state, ""),
        "is_over": close.days.is_over(today),
        "here": f"/{org}/periods/{close.period}/",
        "said": _told(read.said),
        "earlier": _told([each for sheet in read.sheets[1:] for each in sheet.signatures.all()]),
        "nobody_chosen": not close.is_frozen and not signers.who_sign(close.organisation_id, today),
        "can_check": rules.can_check(request.actor, close, today),
        "can_count_again": rules.can_count_again(request.actor, close),
        "can_sign": rules.can_sign(close, side, read.said),
        "can_decline": rules.can_decline(close, side, read.said),
        "can_ask": rules.can_ask(close, side, read.is_newest, asked),
        "sees_figures": rules.sees_all(request.actor),
        "reopenings": [(each, close_words.asked_by(each)) for each in reopenings],
        "asked": asked,
        "answers": asked is not None and side is not None and asked.side != side,
        "own": asked is not None and asked.side == side,
        **_anew(request, read),
        **_counted(request, read, org),
    }
    return pages.page(request, "reports/close.html", context)


def _told(said: Iterable[CloseSignature]) -> list[tuple[str, CloseSignature, bool]]:
    return [(close_words.said(each), each, each.says == Says.DECLINED) for each in said]


def _anew(request: Any, read: queries.ReadClose) -> dict[str, Any]:
    """Why there is another version, and what is another number in it."""
    why, changed = queries.why_anew(read.close), queries.changed_since(read)
    return {
        "why": (why, close_words.asked_by(why)) if why else None,
        "changed": close_tables.DifferenceTable(request, changed, prefix="changed") if changed is not None else None,
    }


def _counted(request: Any, read: queries.ReadClose, org: str) -> dict[str, Any]:
    """What was counted, as it was written down."""
    if read.document is None:
        return {}
    sheet, the_map, late = (read.part(name) for name in ("figures", "map", "late"))
    found = closed.closed_value(read.close.organisation, read.close.days.before, "figures")
    before = found.value if found else replace(sheet, period_name=read.close.days.before.name, parts=())
    ladder = LADDERS.get(read.document["ladder"], next(iter(LADDERS.values())))
    leads = rules.sees_all(request.actor)  # whoever only signs has the numbers, and not every list behind them
    return {
        "sheet": sheet,
        "before": before.period_name,
        "parts": figure_words.shown(sheet, before, request.actor if leads else None, org, now=False),
        "taken": figure_tables.FiguresTable(request, sheet, before),
        "map": the_map,
        "picture": picture.drawn(the_map),
        "map_table": tables.MapTable(request, the_map, org if leads else "", ladder),
        "late": late,
        "late_table": close_tables.LateTable(request, late.lines, prefix="late"),
        "digest": read.sheet.digest if read.sheet else "",
    }


def as_json(request: Any, org: str, period: str, version: int) -> HttpResponse:
    """The very text that was frozen: its SHA-256 is the digest in the event log."""
    read = queries.close_to_read(request.actor, period, version, request.clock.today())
    if read.sheet is None:
        raise NotYours
    return pages.unkept(HttpResponse(read.sheet.content, content_type="application/json; charset=utf-8"))


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
