"""The front door, and what becomes of a request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions import rules as decision_rules
from alongside.decisions.models import Decision

from .. import forms, queries, rules, services, tables
from .common import confirm, form_page, here


def choose(request: Any, org: str) -> HttpResponse:
    """Which decision? The ones that may not be taken without people come first."""
    actor = request.actor
    first = (_("Put a decision on the calendar"), f"/{org}/decisions/new/") if decision_rules.can_add(actor) else None
    facts = {
        "title": _("Ask for people to take part"),
        "reserved": tables.ReservedTable(request, queries.decisions_to_ask(actor, reserved=True)),
        "others": tables.AskTable(request, queries.decisions_to_ask(actor, reserved=False), prefix="b", first=first),
        "held": tables.HeldTable(request, queries.requests_held(actor), prefix="c"),
        "notice_days": request.clock.settings.notice_days,
    }
    return pages.page(request, "involvement/choose.html", facts)


def ask(
    request: Any, org: str, code: str, template: str = "involvement/ask.html", more: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Its address stands in `journey`, which adds what was learned the last times."""
    actor = request.actor
    decision = queries.decision_to_ask(actor, code)
    if request.method == "GET":
        rules.check_can_ask(actor, decision)
    sponsors = queries.possible_sponsors(actor)
    form = forms.AskForm.of(request, sponsors=sponsors, initial=_what_is_known(decision, request.clock.today()))
    facts = {
        **(more or {}),
        "title": _("Ask for people to take part"),
        "decision": decision,
        "settings": request.clock.settings,
        "back": (_("Choose another decision"), here(request, "ask")),
    }
    return form_page(
        request,
        form,
        lambda data: services.ask(decision=decision, by=actor, **data),
        then=lambda made: here(request, "involvement", "requests", made.code),
        note=_("Sent. The coordinator answers you; the day is on this page."),
        template=template,
        **facts,
    )


def _what_is_known(decision: Decision, today: date) -> dict[str, Any]:
    still_to_come = decision.due_on if decision.due_on and decision.due_on > today else None
    return {
        "open_part": decision.open_part,
        "fixed_part": decision.fixed_part,
        "decider": decision.decider,
        "decide_by": still_to_come,
    }


def show(
    request: Any, org: str, code: str, template: str = "involvement/request.html", more: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Its address, too, stands in `journey`."""
    actor = request.actor
    asked = queries.request_for(actor, code)
    live = queries.has_live_opportunity(asked)
    facts = {
        **(more or {}),
        "title": asked.what,
        "asked": asked,
        "decision_url": decisions.url_of(request.organisation.slug, asked.decision),
        "opportunities": queries.opportunities_from(actor, asked),
        "can_answer": rules.allows(rules.check_can_answer, actor, asked),
        "can_write": rules.allows(rules.check_can_write, actor, asked),
        "can_withdraw": rules.allows(rules.check_can_withdraw_request, actor, asked, live),
        "back": _back(request, asked),
    }
    return pages.page(request, template, facts)


def _back(request: Any, asked: Any) -> tuple[str, str]:
    """Those who run it came from their list, those who asked from theirs."""
    if rules.may_ask(request.actor, asked) and not rules.may_run(request.actor, asked):
        return _("What you asked for"), here(request, "ask")
    return _("Involvement"), here(request, "involvement")


def accept(request: Any, org: str, code: str) -> HttpResponse:
    actor, asked = request.actor, queries.request_to_run(request.actor, code)
    page = here(request, "involvement", "requests", code)
    return confirm(
        request,
        check=lambda: rules.check_can_answer(actor, asked),
        act=lambda data: services.accept(request=asked, by=actor),
        then=here(request, "involvement", "requests", code, "write"),
        note=_("Accepted. Now write the opportunity in plain words."),
        title=_("Accept this request?"),
        text=_("%s\n\nThose who asked are told today. Next you write the opportunity.") % asked.what,
        button=_("Accept"),
        back=(_("The request"), page),
    )


def refuse(request: Any, org: str, code: str) -> HttpResponse:
    actor, asked = request.actor, queries.request_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_answer(actor, asked, "refused")
    page = here(request, "involvement", "requests", code)
    return form_page(
        request,
        forms.RefuseForm.of(request),
        lambda data: services.refuse(request=asked, by=actor, **data),
        then=page,
        note=_("Refused. Those who asked are told the reason today."),
        title=_("Refuse this request"),
        lead=asked.what,
        button=_("Refuse"),
        back=(_("The request"), page),
    )


def withdraw(request: Any, org: str, code: str) -> HttpResponse:
    actor, asked = request.actor, queries.request_for(request.actor, code)
    if not rules.may_hold(actor, asked):
        raise NotYours
    page = here(request, "involvement", "requests", code)
    live = queries.has_live_opportunity(asked)
    return confirm(
        request,
        check=lambda: rules.check_can_withdraw_request(actor, asked, live),
        act=lambda data: services.withdraw_request(request=asked, by=actor),
        then=page,
        note=_("Taken back. The coordinator is told."),
        title=_("Take this request back?"),
        text=asked.what,
        button=_("Take it back"),
        danger=True,
        back=(_("The request"), page),
    )
