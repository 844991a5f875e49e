"""A person's own page: what is kept about them, and everything they can change about it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import forms, queries, services
from ..models import ENQUIRED, LEFT
from .places import At, my_place


@login_required
def about(request: Any) -> HttpResponse:
    """One register is shown, several are chosen from."""
    registers = list(queries.mine(request.user))
    if len(registers) == 1:
        return person(my_place(request, registers[0].code))
    context = {"title": _("About me"), "registers": registers, "back": (_("My page"), "/me/")}
    return pages.page(request, "people/about_choose.html", context)


def person(at: At) -> HttpResponse:
    today = at.request.clock.today()
    page = queries.page_of(at.person, today)
    context = {
        "title": _("About me"),
        "back": (_("My page"), "/me/"),
        "own": True,
        "base": at.base,
        "person": at.person,
        "page": page,
        "limits": queries.my_limits(at.actor, at.person),
        "today": today,
        "to_do": queries.to_do_by_themselves(page, today),
    }
    return pages.page(at.request, "people/about.html", context)


def leave(at: At) -> HttpResponse:
    returning = at.person.state == LEFT
    return at.change(
        forms.PlainForm.of(at.request, own=True),
        at.of_person(services.move_person, to=ENQUIRED if returning else LEFT),
        title=_("Come back?") if returning else _("Stop taking part?"),
        text=_("The coordinator sees it and gets in touch with you.")
        if returning
        else _("Nothing is sent to you any more. You can still see all of this, and come back when you like."),
        button=_("I want to come back") if returning else _("Stop taking part"),
        first=None if returning else (_("First take with me what I did"), f"/me/record/{at.person.code}/"),
        note=_("Saved. The coordinator can see it.") if returning else _("Saved. Nothing is sent to you any more."),
    )
