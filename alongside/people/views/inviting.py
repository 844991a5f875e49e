"""The first letters: those on the register who do not sign in yet, several at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services


def invite(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_register(request.actor):
        raise NotYours
    found = queries.to_invite(request.actor)
    form = forms.InviteForm.of(request, could=found.could.values())
    done = pages.submit(
        request,
        form,
        lambda data: services.invite(people=[found.could[code] for code in data["people"]], by=request.actor),
        then=f"/{org}/people/sign-in/",
        note=_("Saved. We write to them how to sign in."),
    )
    back = (_("People"), f"/{org}/people/")
    context = {"form": form, "title": _("Let people sign in"), "back": back, "found": found}
    return done or pages.page(request, "people/invite.html", context)
