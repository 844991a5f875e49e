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
from ..models import Membership, Organisation


@login_required
def account(request: Any) -> HttpResponse:
    rows = queries.memberships_of(request.user.pk).order_by("organisation__name", "id")
    context = {
        "title": _("Your account"),
        "places": [(place, _roles(place, held)) for place, held in groupby(rows, lambda row: row.organisation)],
        "passkeys": accounts.passkeys_of(request.user.pk),
    }
    return pages.page(request, "organisation/account.html", context)


def _roles(organisation: Organisation, held: Any) -> list[tuple[Any, Any, str]]:
    """(name, what it lets them do, the unit it is limited to) for each role, in the organisation's own words."""
    return [(_name(organisation, row), ROLES[row.role].description, row.unit.name if row.unit else "") for row in held]


def _name(organisation: Organisation, row: Membership) -> Any:
    if row.role != "contributor":
        return ROLES[row.role].name
    word = queries.settings_of(organisation.pk).person_word
    return word[:1].upper() + word[1:]


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
