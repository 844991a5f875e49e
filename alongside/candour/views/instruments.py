"""Totals of validated instruments: written down for an activity or a unit, and taken back where they were wrong."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.involvement.models import Opportunity
from alongside.organisation import queries as organisations

from .. import queries
from ..forms import instruments as forms
from ..queries import instruments
from ..rules import instruments as rules
from ..services import instruments as services


def _page(request: Any, opportunity: Opportunity | None) -> str:
    slug = request.organisation.slug
    return f"/{slug}/candour/activities/{opportunity.code}/" if opportunity else f"/{slug}/candour/accounts/"


def write(request: Any, org: str) -> HttpResponse:
    """`?activity=`: of one activity; otherwise of a unit."""
    actor, code = request.actor, request.GET.get("activity", "")
    opportunity = queries.opportunity_to_read(actor, code) if code else None
    if not rules.can_write_totals(actor, opportunity.decision.unit_id if opportunity else None):
        raise NotYours
    units = [] if opportunity else [(unit.code, unit.name) for unit in organisations.units_of(actor, P.KEEP_DECISIONS)]
    form = forms.TotalForm.of(request, units=units)
    done = pages.submit(
        request,
        form,
        lambda data: _write(request, data, opportunity),
        then=_page(request, opportunity),
        note=_("Written down. It stands beside the two accounts."),
    )
    context = {
        "form": form,
        "title": _("Write down a total of a validated instrument"),
        "lead": opportunity.title if opportunity else "",
        "back": (_("Two accounts"), _page(request, opportunity)),
        "least": request.clock.settings.pulse_threshold,
    }
    return done or pages.page(request, "candour/total_form.html", context)


def _write(request: Any, data: dict[str, Any], opportunity: Opportunity | None) -> Any:
    unit = None if opportunity else organisations.unit_for(request.actor, data.pop("unit"))
    total = services.Total(**data)
    return services.write_total(total=total, unit=unit, opportunity=opportunity, by=request.actor)


def wrong(request: Any, org: str, code: str) -> HttpResponse:
    found = instruments.total_for(request.actor, code)
    if found.wrong_on is not None:
        raise NotYours
    form = forms.WrongForm.of(request)
    here = _page(request, found.opportunity)
    done = pages.submit(
        request,
        form,
        lambda data: services.take_back_total(total=found, why=data["why"], by=request.actor),
        then=here,
        note=_("Taken back. It stays there struck out, with why."),
    )
    context = {
        "form": form,
        "title": _("This total was wrong"),
        "lead": f"{found.name}, {found.edition}",
        "back": (_("Back"), here),
        "button": _("Take it back"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)
