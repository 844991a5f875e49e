"""From where on a sign is to be looked at: for everybody to read, for the coordinator to set with contributors."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.dates import long_day
from alongside.core.day_ranges import day_asked, read_day
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, queries, rules, services, words
from ..models import LIMIT_FIELDS, SignLimits
from ..standards import Limits
from .asked import answers_of, by_name


def _here(request: Any, *steps: str) -> str:
    return "/".join([f"/{request.organisation.slug}/candour", *steps, ""])


def limits(request: Any, org: str) -> HttpResponse:
    if not rules.can_see_signs(request.actor):
        raise NotYours
    today = request.clock.today()
    day, written = day_asked(request, today), str(request.GET.get("on", "")).strip()
    on = day if read_day(written) == day else None
    now = queries.limits_on(request.organisation.pk, day)
    names, rows = rules.can_set_limits(request.actor), queries.limits_rows(request.actor)
    if on:  # those that held by then, from a number that was counted of them
        rows = rows.filter(effective_on__lte=on)
    context = {
        "title": _("From where on we look"),
        "back": (_("Signs of the year"), _here(request)),
        "held": _held(now, on, today),
        "left_out": [_("Day")] if written and not on else [],
        "rows": [(*words.LIMITS[name], getattr(now, name)) for name in LIMIT_FIELDS],
        "versions": [_version(row, names) for row in rows],
        "on": on,
        "mine": queries.my_asked(request.actor),
        "can_set": names,
        "today": today,
    }
    return pages.page(request, "candour/limits.html", context)


def _held(now: SignLimits | Limits, on: date | None, today: date) -> str:
    """`on`: the day that was asked for. That nobody had set them by then says nothing of what was set later."""
    day, is_past = long_day(on or today), on is not None and on < today
    if not isinstance(now, SignLimits):
        then = _("On %(day)s nobody had set them yet. What held then") % {"day": day}
        return then if is_past else _("Nobody has set them here yet. This is what holds")
    if is_past:
        told = _("What held on %(day)s, since %(since)s")
    else:
        told = _("What holds today, since %(since)s") if on else _("What holds since %(since)s")
    return told % {"day": day, "since": long_day(now.effective_on)}


def _version(row: SignLimits, names: bool) -> dict[str, Any]:
    """Names for those who work with them; for everybody how many, and how many agree."""
    asked = queries.asked_of(row)
    return {
        "row": row,
        "asked": len(asked),
        "agree": sum(each.agrees and not each.denied_on for each in asked),
        "denied": sum(each.denied_on is not None for each in asked),
        "people": by_name(asked) if names else [],
    }


def set_limits(request: Any, org: str) -> HttpResponse:
    if not rules.can_set_limits(request.actor):
        raise NotYours
    newest = queries.limits_rows(request.actor).first()
    now = queries.limits_values(newest or queries.limits_on(request.organisation.pk, request.clock.today()))
    form = forms.LimitsForm.of(
        request, initial={**now, "from_day": request.clock.today()}, seen=newest.pk if newest else 0
    )
    done = pages.submit(
        request, form, lambda data: _set(request, form), then=_here(request, "limits"), note=_("Saved.")
    )
    context = {"form": form, "title": _("Set from where on we look"), "back": (_("Back"), _here(request, "limits"))}
    return done or pages.page(request, "candour/set_limits.html", context)


def _set(request: Any, form: forms.LimitsForm) -> SignLimits:
    data = form.cleaned_data
    return services.set_limits(
        values=form.values(),
        why=data["why"],
        asked=answers_of(request, form),
        from_day=data["from_day"],
        seen=data["seen"],
        by=request.actor,
    )


def not_so(request: Any, org: str, code: str) -> HttpResponse:
    asked = queries.asked_named(request.actor, code)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.deny_asking(asked=asked, by=request.actor),
        then=_here(request, "limits"),
        note=_("It is written down that this is not so. Everybody can see that somebody says this."),
    )
    context = {
        "form": form,
        "title": _("Is it not so?"),
        "text": _("Then it stands beside it that you say so. Nobody can take that away, and nobody asks you why."),
        "button": _("It is not so"),
        "back": (_("From where on we look"), _here(request, "limits")),
    }
    return done or pages.page(request, "core/confirm.html", context)
