"""The coordinator's page of a draw, and its steps: look, seal, type in the number, reveal, fill what came back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours, Refused

from .. import forms, queries, rules, services, tables
from ..contradicting import rule_words, words_of
from ..draw import Quota
from ..draw_words import one_in
from ..models import Opportunity, Stage
from ..models.draws import DRAWN, UNDER_WAY
from .common import confirm, form_page, here


def _page(request: Any, code: str, *more: str) -> str:
    return here(request, "involvement", "opportunities", code, *more)


def show(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    today, draws = request.clock.today(), list(queries.draws_of(opportunity))
    under_way = next((draw for draw in draws if draw.state in UNDER_WAY), None)
    last = next((draw for draw in draws if draw.state == DRAWN), None)
    found = None if under_way else queries.outlook(opportunity, today)
    facts = {
        "title": _("The draw"),
        "opportunity": opportunity,
        "draws": draws,
        "under_way": under_way,
        "number_is_due": under_way is not None and queries.number_is_due(under_way),
        "last": last,
        "drawn": queries.drawn_people(last) if last else (),
        "places": {place.person_id: place for place in queries.places_of(actor, opportunity)} if last else {},
        "outlook": found,
        "preview": _shown(found),
        "needs": queries.needs_of_pool(opportunity, today),
        "may": found is not None and _may_share_out(actor, opportunity, found),
        "has_rules": opportunity.first_turn_percent or queries.features_of(opportunity).exists(),
        "back": (opportunity.title, _page(request, code)),
    }
    return pages.page(request, "involvement/draw.html", facts)


def _may_share_out(actor: Any, opportunity: Opportunity, found: Any) -> bool:
    return rules.allows(rules.check_can_share_out, actor, opportunity, drawing=False, empty=found.empty)


def _shown(found: Any) -> dict[str, Any] | None:
    """The engine's numbers as sentences are built from them."""
    preview = found.preview if found else None
    if preview is None:
        return None
    return {
        "contradiction": words_of(preview.contradiction) if preview.contradiction else "",
        "lowest": one_in(preview.lowest),
        "highest": one_in(preview.highest),
        "holding": rule_words(preview.holding) if preview.holding else "",
        "without": [(question, one_in(chance)) for question, chance in preview.without.items()],
        "unreachable": len(preview.unreachable),
        "keep_out": _keep_out(preview),
    }


def _keep_out(preview: Any) -> list[str]:
    found = {rule_words(rule) for _who, why in preview.unreachable for rule in why if isinstance(rule, Quota)}
    return sorted(found)


def quotas(request: Any, org: str, code: str) -> HttpResponse:
    """Two buttons: look at what it would do, or save it."""
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    features = list(queries.features_of(opportunity))
    if request.method == "GET":
        rules.check_can_set_quotas(actor, opportunity, queries.is_drawing(opportunity))
    form = forms.QuotaForm.of(
        request,
        features=features,
        seats=opportunity.seats,
        first_turn=opportunity.first_turn_percent,
        seen=opportunity.version,
    )
    done = None if "look" in request.POST else _save(request, form, opportunity)
    facts = {
        "title": _("How many seats depend on the answers"),
        "opportunity": opportunity,
        "form": form,
        "looked": _looked(request, form, opportunity),
        "back": (_("The draw"), _page(request, code, "draw")),
    }
    return done or pages.page(request, "involvement/draw_quotas.html", facts)


def _save(request: Any, form: forms.QuotaForm, opportunity: Opportunity) -> HttpResponse | None:
    return pages.submit(
        request,
        form,
        lambda data: services.set_quotas(
            opportunity=opportunity,
            quotas=form.quotas(),
            first_turn_percent=form.first_turn_percent(),
            seen=data["seen"],
            by=request.actor,
        ),
        then=_page(request, opportunity.code, "draw"),
        note=_("Saved."),
    )


def _looked(request: Any, form: forms.QuotaForm, opportunity: Opportunity) -> dict[str, Any] | None:
    """What would come of it, without saving anything."""
    today = request.clock.today()
    if request.method != "POST":
        return _shown(queries.outlook(opportunity, today))
    if not form.is_valid():
        return None
    tried = form.quotas()
    try:
        rules.check_quotas(tried, opportunity.seats)
    except Refused as refused:
        form.refuse(refused)
        return None
    return _shown(queries.outlook(opportunity, today, tried, form.first_turn_percent()))


def seal(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        _check_share_out(request, opportunity, needed=True)
    form = forms.SealForm.of(request, initial=_roles_before(opportunity))
    return form_page(
        request,
        form,
        lambda data: services.seal_draw(
            opportunity=opportunity,
            roles=form.roles(),
            number_from=data["number_from"],
            number_source=data["number_source"],
            number_at=form.number_at(request.clock.zone),
            by=actor,
        ),
        then=_page(request, code, "draw"),
        note=_("Sealed. Nobody can change the tickets any more, and nobody knows yet who will be drawn."),
        template="involvement/draw_seal.html",
        title=_("Seal the tickets"),
        opportunity=opportunity,
        back=(_("The draw"), _page(request, code, "draw")),
    )


def _roles_before(opportunity: Opportunity) -> dict[str, str]:
    last = queries.last_drawn(opportunity)
    return {stage: str(last.roles.get(stage, "")) for stage in Stage.values} if last else {}


def _check_share_out(request: Any, opportunity: Opportunity, needed: bool) -> None:
    """When the page is opened; the verb asks again."""
    found = queries.outlook(opportunity, request.clock.today())
    drawing = queries.is_drawing(opportunity)
    rules.check_can_share_out(request.actor, opportunity, drawing=drawing, empty=found.empty)
    if needed:
        rules.check_people(found.inside, found.empty)
    else:
        held = opportunity.seats - found.empty
        rules.check_everybody(found.inside, found.empty, held, opportunity.lone_seat_reason)


def everybody(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        _check_share_out(request, opportunity, needed=False)
    form = forms.RolesForm.of(request, initial=_roles_before(opportunity))
    return form_page(
        request,
        form,
        lambda data: services.offer_to_everybody(opportunity=opportunity, roles=form.roles(), by=actor),
        then=_page(request, code, "draw"),
        note=_("Everybody is offered a place, and told so today."),
        template="involvement/draw_everybody.html",
        title=_("Offer everybody a place"),
        opportunity=opportunity,
        back=(_("The draw"), _page(request, code, "draw")),
    )


def number(request: Any, org: str, code: str) -> HttpResponse:
    actor, draw = request.actor, queries.draw_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_may_number(actor, draw, timezone.now())
    return form_page(
        request,
        forms.NumberForm.of(request, source=draw.number_from),
        lambda data: services.number_draw(draw=draw, by=actor, **data),
        then=_page(request, code, "draw"),
        note=_("The number stands. Now reveal which ticket it is."),
        title=_("Type in the number"),
        lead=draw.number_source,
        button=_("Save the number"),
        back=(_("The draw"), _page(request, code, "draw")),
    )


def reveal(request: Any, org: str, code: str) -> HttpResponse:
    actor, draw = request.actor, queries.draw_to_run(request.actor, code)
    return confirm(
        request,
        check=lambda: rules.check_can_reveal(actor, draw),
        act=lambda data: services.reveal_draw(draw=draw, by=actor),
        then=_page(request, code, "draw"),
        note=_("Drawn. Those on the ticket are offered a place, and everybody who was in it is told today."),
        title=_("Reveal the draw?"),
        text=_("The secret is opened and everybody can check it. This cannot be undone."),
        button=_("Reveal it"),
        back=(_("The draw"), _page(request, code, "draw")),
    )


def set_aside(request: Any, org: str, code: str) -> HttpResponse:
    actor, draw = request.actor, queries.draw_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_set_aside(actor, draw)
    return form_page(
        request,
        forms.SetAsideForm.of(request),
        lambda data: services.set_draw_aside(draw=draw, by=actor, **data),
        then=_page(request, code, "draw"),
        note=_("Set aside. It stays on record, with why. Now you can draw again."),
        title=_("Set this draw aside"),
        lead=_("Nobody knows who would have been drawn, and nobody ever will."),
        button=_("Set it aside"),
        back=(_("The draw"), _page(request, code, "draw")),
    )


def reserve(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if queries.last_drawn(opportunity) is None:
        raise NotYours
    return confirm(
        request,
        check=lambda: _check_empty(request, opportunity),
        act=lambda data: services.call_reserve(opportunity=opportunity, by=actor),
        then=_page(request, code, "draw"),
        note=_("Offered to the next on the reserve list. They are told today."),
        title=_("Offer the seat to the next reserve?"),
        text=_("The first on the reserve list who can step in without breaking a rule is offered the place."),
        button=_("Offer it"),
        back=(_("The draw"), _page(request, code, "draw")),
    )


def _check_empty(request: Any, opportunity: Opportunity) -> None:
    held = queries.seats_of(opportunity).held
    drawing = queries.is_drawing(opportunity)
    rules.check_can_share_out(request.actor, opportunity, drawing=drawing, empty=opportunity.seats - held)


def index(request: Any, org: str) -> HttpResponse:
    if not rules.may_see(request.actor):
        raise NotYours
    table = tables.DrawTable(request, queries.draws_for(request.actor))
    facts = {"title": _("All draws"), "table": table, "back": (_("Involvement"), here(request, "involvement"))}
    return pages.page(request, "involvement/list.html", facts)


def turns(request: Any, org: str) -> HttpResponse:
    today = request.clock.today()
    rows = queries.turns_by_person(request.actor, today)
    facts = {
        "title": _("Who has had a turn"),
        "figures": queries.shared_out(request.actor, today),
        "table": tables.TurnsTable(request, rows),
        "back": (_("Involvement"), here(request, "involvement")),
    }
    return pages.page(request, "involvement/turns.html", facts)
