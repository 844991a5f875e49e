"""Who signs in and what they may do."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import ROLES
from alongside.core import pages
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, queries, rules, services
from ..models import Membership
from ..tables import MembershipTable, role_name
from .parts import back_to, only, url_of


def _may_give(actor: Actor) -> bool:
    return rules.can_give_role(actor, "staff")


@only(rules.can_set_up)
def roles(request: Any, org: str) -> HttpResponse:
    may_give = _may_give(request.actor)
    first = (_("Let somebody in"), url_of(request, "settings_role_give")) if may_give else None
    context = {
        "title": _("People who sign in"),
        "back": back_to(request),
        "table": MembershipTable(request, queries.memberships_in(request.actor), first=first),
        "may_give": may_give,
        "roles": ROLES.values(),
        "history": queries.history_of(request.actor, Membership),
    }
    return pages.page(request, "organisation/roles.html", context)


@only(_may_give)
def give(request: Any, org: str) -> HttpResponse:
    form = forms.RoleForm.of(request, units=queries.units_of(request.actor))
    done = pages.submit(
        request,
        form,
        lambda data: services.give_role(**data, by=request.actor),
        then=url_of(request, "settings_roles"),
        note=_("Done. We write to them how to sign in."),
    )
    context = {
        "form": form,
        "title": _("Let somebody in"),
        "button": _("Let them in"),
        "back": back_to(request, "settings_roles", _("People who sign in")),
    }
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def end(request: Any, org: str, code: str) -> HttpResponse:
    membership = queries.membership_for(request.actor, code)
    if not rules.can_give_role(request.actor, membership.role):
        raise NotYours
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_role(membership=membership, by=request.actor),
        then=url_of(request, "settings_roles"),
        note=_("Ended."),
    )
    facts = {"who": membership.who, "role": role_name(request, membership.role)}
    context = {
        "form": form,
        "title": _("End this role?"),
        "text": _("%(who)s is no longer “%(role)s” from now on. What they wrote and decided stays.") % facts,
        "button": _("End it"),
        "danger": True,
        "back": back_to(request, "settings_roles", _("People who sign in")),
    }
    return done or pages.page(request, "core/confirm.html", context)
