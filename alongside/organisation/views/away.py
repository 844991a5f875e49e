"""Who stands in while somebody is away."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import ROLES, STAFF_ROLES
from alongside.core import pages
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..tables import SubstituteTable
from .parts import only, url_of

ANSWER = tuple(slug for slug, role in ROLES.items() if P.ANSWER in role.permissions)


@only(rules.can_be_away)
def away(request: Any, org: str) -> HttpResponse:
    own = not rules.can_set_up(request.actor)
    people = {user.code: user for user in queries.users_with(request.organisation.pk, *STAFF_ROLES)}
    form = forms.AwayForm.of(
        request,
        own=own,
        people={code: user for code, user in people.items() if not own or user.pk != request.actor.user_id},
        units=queries.units_of(request.actor, P.ANSWER if own else None),
        initial={"since": request.clock.today()},
    )
    mine = {"away": request.user} if own else {}
    done = pages.submit(
        request,
        form,
        lambda data: services.stand_in(**{**mine, **data}, by=request.actor),
        then=url_of(request, "away"),
        note=_("Saved. We write to whoever stands in."),
    )
    page = {
        "title": _("While somebody is away"),
        "back": (_("What is owed"), f"/{org}/owed/"),
        "form": form,
        "table": SubstituteTable(request, queries.substitutes_seen_by(request.actor)),
    }
    return done or pages.page(request, "organisation/away.html", page)


@only(rules.can_be_away)
def end(request: Any, org: str, code: str) -> HttpResponse:
    membership = queries.substitute_for(request.actor, code)
    form = Form.of(request)
    act = partial(services.end_stand_in, membership=membership, by=request.actor)
    done = pages.submit(request, form, lambda _data: act(), then=url_of(request, "away"), note=_("Ended."))
    page = {
        "form": form,
        "title": _("End this now?"),
        "text": _("From today %(who)s does not stand in any more.") % {"who": membership.who},
        "button": _("End it"),
        "danger": True,
        "back": (_("Back"), url_of(request, "away")),
    }
    return done or pages.page(request, "core/confirm.html", page)
