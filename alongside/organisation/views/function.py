"""The function's own posts, among the settings."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import function_forms as forms
from .. import queries, rules, services
from ..function_tables import PostTable
from .parts import back_to, only, url_of


@only(rules.can_set_up)
def posts(request: Any, org: str) -> HttpResponse:
    table = PostTable(request, queries.posts_on(request.organisation.pk, request.clock.today()))
    context = {"title": _("Posts for co-production"), "back": back_to(request), "table": table}
    return pages.page(request, "organisation/posts.html", context)


def _back(request: Any) -> tuple[str, str]:
    return back_to(request, "settings_posts", _("Posts for co-production"))


def _form(request: Any, form: Any, title: str, back: tuple[str, str], **more: Any) -> HttpResponse:
    return pages.page(request, "organisation/form.html", {"form": form, "title": title, "back": back, **more})


@only(rules.can_set_up)
def add(request: Any, org: str) -> HttpResponse:
    form = forms.PostForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.add_post(**data, by=request.actor),
        then=url_of(request, "settings_posts"),
        note=_("Added. It is vacant until you say who holds it."),
    )
    return done or _form(request, form, _("Add a post"), _back(request))


@only(rules.can_set_up)
def post(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    now = {"name": found.name, "hours": found.hours, "until": found.until}
    form = forms.PostChangeForm.of(request, initial=now)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_post(**data, post=found, by=request.actor),
        then=url_of(request, "settings_posts"),
        note=_("Saved."),
    )
    context = {
        "form": form,
        "title": found.name,
        "back": _back(request),
        "post": found,
        "holders": queries.holders_of(found),
        "times": queries.times_of(found),
    }
    return done or pages.page(request, "organisation/post.html", context)


@only(rules.can_set_up)
def fill(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    form = forms.FillForm.of(request, users=list(queries.staff_now(request.organisation.pk)))
    done = pages.submit(
        request,
        form,
        lambda data: services.fill_post(**data, post=found, by=request.actor),
        then=url_of(request, "settings_post", code),
        note=_("Saved."),
    )
    title = _("Who holds it? %(post)s") % {"post": found.name}
    return done or _form(request, form, title, (found.name, url_of(request, "settings_post", code)))


@only(rules.can_set_up)
def leave(request: Any, org: str, code: str) -> HttpResponse:
    held = queries.holder_for(request.actor, code)
    form, page = forms.LeaveForm.of(request), url_of(request, "settings_post", held.post.code)
    done = pages.submit(
        request,
        form,
        lambda data: services.leave_post(**data, held=held, by=request.actor),
        then=page,
        note=_("Saved."),
    )
    title = _("%(name)s leaves: %(post)s") % {"name": held.user.get_full_name(), "post": held.post.name}
    return done or _form(request, form, title, (held.post.name, page))


@only(rules.can_set_up)
def time(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.post_for(request.actor, code)
    form, page = forms.TimeForm.of(request), url_of(request, "settings_post", code)
    done = pages.submit(
        request,
        form,
        lambda data: services.note_time(**data, post=found, by=request.actor),
        then=page,
        note=_("Saved."),
    )
    text = _("Of the post, not of who holds it. Written down again for the same month it stands instead.")
    return done or _form(
        request, form, _("Hours worked: %(post)s") % {"post": found.name}, (found.name, page), text=text
    )
