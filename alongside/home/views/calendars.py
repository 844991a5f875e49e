"""Addresses under which a calendar program reads somebody's calendar: their own page of them, and the file itself."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.core import calendar_file, pages
from alongside.core.errors import NotYours
from alongside.core.visitors import asker, private
from alongside.voice.posters import public

from .. import services
from ..calendar_forms import CalendarForm, StopForm
from ..models import Calendar
from ..queries import calendars as queries

MINE = "/me/calendar/"
ABOUT: dict[str, Any] = {
    Calendar.SESSIONS: lambda: _(
        "The sessions in which you have a place, and those that you set or whose decision is yours: from a month ago to"
        " a year and a half ahead."
    ),
    Calendar.DECISIONS: lambda: _(
        "Every decision that you can see, on the day on which it is due or was taken: from a month ago to a year and a"
        " half ahead."
    ),
}


@login_required
def calendars(request: Any) -> HttpResponse:
    mine = queries.my_calendars(request.user.pk)
    context = {
        "title": _("Your calendar, in another program"),
        "calendars": [(each.value, each.label, ABOUT[each](), mine.get(each.value)) for each in Calendar],
        "back": (_("My page"), "/me/"),
    }
    return pages.unkept(pages.page(request, "home/calendars.html", context))


@login_required
def make(request: Any, calendar: str) -> HttpResponse:
    """The address is on the page that answers, once, and on no other."""
    if calendar not in Calendar.values:
        raise NotYours
    form = CalendarForm.of(request, calendar=calendar)
    context = {"title": Calendar(calendar).label, "form": form, "back": (_("Your calendar"), MINE)}
    if request.method == "POST" and form.is_valid():
        secret = services.make_calendar(calendar=calendar, by=request.actor, **form.answers())
        address = public(request, f"{MINE}{secret}.ics")
        context |= {"address": address, "opens": f"webcal://{address.partition('://')[2]}"}
        return private(pages.page(request, "home/calendar_made.html", context))
    context |= {"about": ABOUT[Calendar(calendar)](), "there": queries.my_calendars(request.user.pk).get(calendar)}
    return private(pages.page(request, "home/calendar_make.html", context), form=True)


@login_required
def stop(request: Any, calendar: str) -> HttpResponse:
    if calendar not in queries.my_calendars(request.user.pk) and request.method != "POST":
        raise NotYours
    form = StopForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.stop_calendar(calendar=calendar, by=request.actor),
        then=MINE,
        note=_("Stopped. Nobody can read your calendar by that address now."),
    )
    context = {
        "title": _("Stop this calendar?"),
        "text": _("The address opens nothing any more. What your calendar program has already, you delete there."),
        "form": form,
        "button": _("Stop it"),
        "back": (_("Your calendar"), MINE),
    }
    return done or pages.page(request, "core/confirm.html", context)


@require_safe
def feed(request: Any, secret: str) -> HttpResponse:
    """For a program: nobody signs in, nothing is remembered, and what is not there says no more than that."""
    key = queries.calendar_behind(secret, asker(request))
    belongings = queries.belongings_of(key) if key else []
    if key is None or not belongings:
        return _quiet(HttpResponse(status=404))
    if queries.read_too_often(key):
        return _quiet(HttpResponse(status=429, headers={"Retry-After": str(queries.READ_SECONDS)}))
    now = timezone.now()
    with translation.override(key.language):
        events, more = queries.events_of(key, belongings, now, public(request, "").rstrip("/"))
        body = calendar_file.written(str(Calendar(key.calendar).label), _about(key.calendar, more), events)
    tag, changed = f'"{hashlib.sha256(body).hexdigest()[:32]}"', queries.changed_at(belongings, now)
    response = HttpResponse(body, content_type=calendar_file.KIND)
    response["ETag"], response["Last-Modified"] = tag, http_date(changed.timestamp())
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    answer = get_conditional_response(request, tag, int(changed.timestamp()), response) or response
    answer["Cache-Control"], answer["X-Robots-Tag"] = "private, no-cache", "noindex"
    return answer


def _about(calendar: str, more: bool) -> str:
    about = ABOUT[Calendar(calendar)]()
    if not more:
        return str(about)
    return _("%(about)s There are more than %(n)s: the later ones are not in it.") % {"about": about, "n": queries.MOST}


def _quiet(response: HttpResponse) -> HttpResponse:
    """Django writes the address of whatever fails into its log; these addresses are secret."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return pages.unkept(response)
