"""Somebody's own account: what to call them, how they sign in, and what they may do where."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.accounts import queries as accounts
from alongside.accounts.roles import ROLES
from alongside.core import pages

from .. import queries, services
from ..forms import OwnNameForm


@login_required
def account(request: Any) -> HttpResponse:
    rows = queries.memberships_of(request.user.pk).order_by("organisation__name", "id")
    context = {
        "title": _("Your account"),
        "places": [(organisation, _roles(held)) for organisation, held in groupby(rows, lambda row: row.organisation)],
        "passkeys": accounts.passkeys_of(request.user.pk),
    }
    return pages.page(request, "organisation/account.html", context)


def _roles(held: Any) -> list[tuple[Any, Any, str]]:
    """(name, what it lets them do, the unit it is limited to) for each role."""
    return [(ROLES[row.role].name, ROLES[row.role].description, row.unit.name if row.unit else "") for row in held]


@login_required
def own_name(request: Any) -> HttpResponse:
    form = OwnNameForm.of(request, initial={"name": request.user.name, "job": request.user.job})
    done = pages.submit(
        request,
        form,
        lambda data: services.change_own_name(**data, by=request.actor),
        then=reverse("account"),
        note=_("Saved."),
    )
    context = {"form": form, "title": _("What to call you"), "back": (_("Your account"), reverse("account"))}
    return done or pages.page(request, "organisation/form.html", context)
