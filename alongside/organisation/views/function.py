"""The function's own posts, among the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.dates import read_day

from .. import function_forms as forms
from .. import queries, rules, services
from ..function_tables import PostTable
from .parts import back_to, only, url_of

# A sentence about the day, or about none yet, from a room above: the addresses of these forms stand in `reports`, which
# knows which days are closed.
Beside = Callable[[date | None], str]


@only(rules.can_set_up)
def posts(request: Any, org: str) -> HttpResponse:
    table = PostTable(request, queries.posts_on(request.organisation.pk, request.clock.today()))
    context = {"title": _("Posts for co-production"), "back": back_to(request), "table": table}
    return pages.page(request, "organisation/posts.html", context)


def _back(request: Any) -> tuple[str, str]:
    return back_to(request, "settings_posts", _("Posts for co-production"))


def _told(request: Any, beside: Beside | None, *fields: str) -> str:
    """About the first day in the form, before it is checked; of a day that cannot be read there is nothing to say."""
    if beside is None or request.method != "POST":
        return beside(None) if beside else ""
    written = [text for field in fields if (text := request.POST.get(field, "").strip())]
    try:
        return beside(min(map(read_day, written))) if written else ""
    except ValueError:
        return ""


def _form(request: Any, form: Any, title: str, back: tuple[str, str], **more: Any) -> HttpResponse:
    return pages.page(request, "organisation/form.html", {"form": form, "title": title, "back": back, **more})


@only(rules.can_set_up)
def add(request: Any, org: str, beside: Beside | None = None) -> HttpResponse:
    form = forms.PostForm.of(request)
    told = _told(request, beside, "since")
    done = pages.submit(
        request,
        form,
        lambda data: services.add_post(**data, by=request.actor),
        then=url_of(request, "settings_posts"),
        note=f"{_('Added. It is vacant until you say who holds it.')} {told}".strip(),
    )
    return done or _form(request, form, _("Add a post"), _back(request), beside=told)


@only(rules.can_set_up)
def post(request: Any, org: str, code: str, beside: Beside | None = None) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    now = {"name": found.name, "hours": found.hours, "until": found.until}
    form = forms.PostChangeForm.of(request, initial=now)
    told = _told(request, beside, "until", "from_day")
    done = pages.submit(
        request,
        form,
        lambda data: services.change_post(**data, post=found, by=request.actor),
        then=url_of(request, "settings_posts"),
        note=f"{_('Saved.')} {told}".strip(),
    )
    context = {
        "form": form,
        "title": found.name,
        "back": _back(request),
        "post": found,
        "beside": told,
        "holders": queries.holders_of(found),
        "hours_before": queries.hours_before(found),
        "times": queries.times_of(found),
    }
    return done or pages.page(request, "organisation/post.html", context)


@only(rules.can_set_up)
def fill(request: Any, org: str, code: str, beside: Beside | None = None) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    form = forms.FillForm.of(request, users=list(queries.staff_now(request.organisation.pk)))
    told = _told(request, beside, "since")
    done = pages.submit(
        request,
        form,
        lambda data: services.fill_post(**data, post=found, by=request.actor),
        then=url_of(request, "settings_post", code),
        note=f"{_('Saved.')} {told}".strip(),
    )
    title = _("Who holds it? %(post)s") % {"post": found.name}
    return done or _form(request, form, title, (found.name, url_of(request, "settings_post", code)), beside=told)


@only(rules.can_set_up)
def leave(request: Any, org: str, code: str, beside: Beside | None = None) -> HttpResponse:
    held = queries.holder_for(request.actor, code)
    form, page = forms.LeaveForm.of(request), url_of(request, "settings_post", held.post.code)
    told = _told(request, beside, "until")
    done = pages.submit(
        request,
        form,
        lambda data: services.leave_post(**data, held=held, by=request.actor),
        then=page,
        note=f"{_('Saved.')} {told}".strip(),
    )
    title = _("%(name)s leaves: %(post)s") % {"name": held.user.get_full_name(), "post": held.post.name}
    return done or _form(request, form, title, (held.post.name, page), beside=told)


@only(rules.can_set_up)
def time(request: Any, org: str, code: str, beside: Beside | None = None) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    form, page = forms.TimeForm.of(request), url_of(request, "settings_post", code)
    told = _told(request, beside, "month")
    done = pages.submit(
        request,
        form,
        lambda data: services.note_time(**data, post=found, by=request.actor),
        then=page,
        note=f"{_('Saved.')} {told}".strip(),
    )
    text = _("Of the post, not of who holds it. Written down again for the same month it stands instead.")
    return done or _form(
        request, form, _("Hours worked: %(post)s") % {"post": found.name}, (found.name, page), text=text, beside=told
    )
