"""Co-audits: the list, setting one up, its page for everybody who belongs here, and what is told to everybody."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core import pages
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations
from alongside.people.models import Person

from ..forms import co_audits as forms
from ..models import CoAudit
from ..models.co_audits import COMMITTED, DRAWN, FOUND, INVITING
from ..queries import co_audits as queries
from ..rules import co_audits as rules
from ..services import co_audits as services
from ..tables.co_audits import CoAuditTable, ToldTable


def here(request: Any, *steps: str) -> str:
    return "/".join([f"/{request.organisation.slug}/co-audits", *steps, ""])


def back(request: Any) -> tuple[str, str]:
    return (_("Co-audits"), here(request))


def called(request: Any, text: str) -> list[Person]:
    """Each by name or code, on a line of their own."""
    try:
        return [decisions.person_called(request.actor, line) for line in forms.lines(text)]
    except Refused as refused:
        raise Refused(refused.reason, field="people") from None


def listed(request: Any, org: str) -> HttpResponse:
    """Those that were told, for anybody; for those who belong here, all of them."""
    told = ToldTable(request, queries.audits_told(request.organisation.pk), base=here(request, "told"))
    table = None
    if belongs(request.actor):
        table = CoAuditTable(request, queries.audits_for(request.actor), base=here(request), prefix="a")
    context = {
        "title": _("Co-audits"),
        "back": (request.organisation.name, f"/{org}/"),
        "told": told,
        "table": table,
        "can_set_up": rules.can_set_up(request.actor),
    }
    return pages.page(request, "candour/co_audits.html", context)


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_set_up(request.actor):
        raise NotYours
    units = {unit.code: unit for unit in organisations.units_of(request.actor)}
    form = forms.SetUpForm.of(request, units=[(code, unit.name) for code, unit in units.items()])

    def act(data: dict[str, Any]) -> CoAudit:
        data["unit"] = units.get(data["unit"])
        data["people"] = called(request, data["people"])
        return services.set_up_co_audit(by=request.actor, **data)

    done = pages.submit(request, form, act, then=lambda made: here(request, made.code), note=_("They are asked."))
    context = {
        "form": form,
        "title": _("Set up a co-audit"),
        "text": _("Contributors draw some records by lot and say of each whether it is so. You choose none of them."),
        "button": _("Ask them"),
        "back": back(request),
    }
    return done or pages.page(request, "candour/co_audit_act.html", context)


def one(request: Any, org: str, code: str) -> HttpResponse:
    audit = queries.audit_for(request.actor, code)
    auditors = queries.auditors_of(audit)
    auditor = next((each for each in auditors if each.person_id and each.person_id == request.actor.person_id), None)
    looks, state = rules.looks(auditor), audit.state
    drawn = state in (DRAWN, FOUND)
    sample = queries.sample_of(request.actor, audit, auditor, whole=False) if drawn else []
    context = {
        "title": audit.title,
        "back": back(request),
        "audit": audit,
        "base": here(request, code),
        "auditor": auditor,
        "looks": looks,
        "asked": len(auditors),
        "yes": sum(each.says_yes is True for each in auditors),
        "names": auditors if rules.can_set_up(request.actor) else [],
        "drawn": drawn,
        "sample": sample,
        "result": queries.result_in(sample) if drawn else None,
        "findings": queries.findings_of(request.actor, audit, auditor) if drawn else [],
        "can_say": auditor is not None and state in (INVITING, COMMITTED),
        "can_ask": rules.can_invite(request.actor, audit),
        "can_close": looks and state == INVITING,
        "can_number": looks and state == COMMITTED,
        "can_find": looks and state == DRAWN,
        "can_reopen": looks and state == FOUND,
        "can_tell": rules.can_tell(audit, auditor),
        "can_take_down": looks and audit.told_on is not None,
        "can_set_aside": rules.can_set_aside(request.actor, audit, auditor),
    }
    return pages.page(request, "candour/co_audit.html", context)


def proof(request: Any, org: str, code: str) -> JsonResponse:
    audit = queries.audit_for(request.actor, code)
    if not audit.commitment:
        raise NotYours
    return JsonResponse(queries.proof_of(audit), json_dumps_params={"ensure_ascii": False, "indent": 1})


def told(request: Any, org: str, code: str) -> HttpResponse:
    """For anybody: what they tell, and how often each of the four was said. No record, no name."""
    audit = queries.audit_told(request.organisation.pk, code)
    context = {
        "title": audit.title,
        "back": back(request),
        "audit": audit,
        "result": queries.result_of(audit),
        "inside": here(request, code) if rules.can_see(request.actor, audit) else "",
    }
    return pages.page(request, "candour/co_audit_told.html", context)
