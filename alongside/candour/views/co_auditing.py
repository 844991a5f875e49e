"""What is done in a co-audit: asking, saying yes, the list and the number, comparing, finding, telling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.involvement.forms import NumberForm

from ..forms import co_audits as forms
from ..models import CoAudit, CoAuditor
from ..models.co_audits import COMMITTED, DRAWN, FOUND, INVITING
from ..queries import co_audits as queries
from ..rules import co_audits as rules
from ..services import co_audit_findings as findings
from ..services import co_audits as services
from .co_audits import called, here


def _change(
    request: Any, audit: CoAudit, form: Form, act: Callable[[dict[str, Any]], Any], note: Any, **facts: Any
) -> HttpResponse:
    page = here(request, audit.code)
    done = pages.submit(request, form, act, then=page, note=note)
    context = {"form": form, "back": (audit.title, page), **facts}
    return done or pages.page(request, "candour/co_audit_act.html", context)


def _looking(request: Any, code: str, *states: str) -> tuple[CoAudit, CoAuditor]:
    """For one of those who look, in one of these states."""
    audit = queries.audit_for(request.actor, code)
    auditor = queries.auditor_of(request.actor, audit)
    if auditor is None or not rules.looks(auditor) or audit.state not in states:
        raise NotYours
    return audit, auditor


def ask(request: Any, org: str, code: str) -> HttpResponse:
    audit = queries.audit_for(request.actor, code)
    if not rules.can_invite(request.actor, audit):
        raise NotYours
    return _change(
        request,
        audit,
        forms.AskForm.of(request),
        lambda data: services.ask_to_look(audit=audit, people=called(request, data["people"]), by=request.actor),
        _("They are asked."),
        title=_("Ask somebody else to look"),
        button=_("Ask them"),
    )


def say(request: Any, org: str, code: str) -> HttpResponse:
    audit = queries.audit_for(request.actor, code)
    auditor = queries.auditor_of(request.actor, audit)
    if auditor is None or audit.state not in (INVITING, COMMITTED):
        raise NotYours
    return _change(
        request,
        audit,
        forms.SayForm.of(request),
        lambda data: services.say_whether_you_look(
            auditor=auditor, says_yes=data["says_yes"] == "yes", by=request.actor
        ),
        _("Saved. You can say otherwise until the records are drawn."),
        title=_("Will you look whether it is so?"),
        text=_("You and the others compare what stands in the record with what happened. Nobody asks why you say no."),
        button=_("Say so"),
    )


def leave(request: Any, org: str, code: str) -> HttpResponse:
    audit, auditor = _looking(request, code, DRAWN, FOUND)
    return _change(
        request,
        audit,
        Form.of(request),
        lambda data: services.say_whether_you_look(auditor=auditor, says_yes=False, by=request.actor),
        _("You look no more."),
        title=_("Look no more?"),
        text=_("What you compared stays. You need no reason, and cannot come back to this one."),
        button=_("I look no more"),
    )


def close(request: Any, org: str, code: str) -> HttpResponse:
    audit, _auditor = _looking(request, code, INVITING)
    form = forms.CloseForm.of(request)
    return _change(
        request,
        audit,
        form,
        lambda data: services.close_list(
            audit=audit,
            number_from=data["number_from"],
            number_source=data["number_source"],
            number_at=form.number_at(request.organisation.time_zone),
            by=request.actor,
        ),
        _("The list is closed. Nobody can change it now."),
        title=_("Close the list"),
        text=_("All records of that time are written down now. Then a number is drawn that nobody can know yet."),
        button=_("Close it"),
    )


def number(request: Any, org: str, code: str) -> HttpResponse:
    audit, _auditor = _looking(request, code, COMMITTED)
    return _change(
        request,
        audit,
        NumberForm.of(request, source=audit.number_from),
        lambda data: services.draw_sample(audit=audit, by=request.actor, **data),
        _("The records are drawn."),
        title=_("Type in the number"),
        text=audit.number_source,
        button=_("Draw the records"),
    )


def set_aside(request: Any, org: str, code: str) -> HttpResponse:
    audit = queries.audit_for(request.actor, code)
    if not rules.can_set_aside(request.actor, audit, queries.auditor_of(request.actor, audit)):
        raise NotYours
    return _change(
        request,
        audit,
        forms.WhyForm.of(request),
        lambda data: services.set_co_audit_aside(audit=audit, by=request.actor, **data),
        _("It is set aside, and stays on the list."),
        title=_("Set it aside?"),
        text=_("Nothing is drawn. That it was begun, and why it ended, stays for everybody here to read."),
        button=_("Set it aside"),
        danger=True,
    )


def record(request: Any, org: str, code: str, record: str) -> HttpResponse:
    """One record: what the reader may see of it, what is shown for this, and what those who look say."""
    audit = queries.audit_for(request.actor, code)
    auditor = queries.auditor_of(request.actor, audit)
    seen = queries.record_for(request.actor, audit, record, auditor)
    compares = rules.looks(auditor) and audit.state == DRAWN and not seen.gone
    initial = {"found": seen.mine.found, "words": seen.mine.words} if seen.mine else {}
    form = forms.CompareForm.of(request, initial=initial) if compares else None
    page = here(request, code)
    done = None
    if form is not None:
        done = pages.submit(
            request,
            form,
            lambda data: findings.compare(record=seen.record, by=request.actor, **data),
            then=page,
            note=_("Saved. You can change it until there is a finding."),
        )
    context = {
        "title": _("Record %(n)s") % {"n": seen.number},
        "back": (audit.title, page),
        "audit": audit,
        "seen": seen,
        "form": form,
        "base": here(request, code, "records", record),
        "can_show": rules.can_show(request.actor, audit) and not seen.gone,
        "auditor": auditor,
    }
    return done or pages.page(request, "candour/co_audit_record.html", context)


def show(request: Any, org: str, code: str, record: str) -> HttpResponse:
    audit = queries.audit_for(request.actor, code)
    seen = queries.record_for(request.actor, audit, record, None)
    if not rules.can_show(request.actor, audit) or seen.gone:
        raise NotYours
    form, page = forms.ShowForm.of(request), here(request, code, "records", record)
    done = pages.submit(
        request,
        form,
        lambda data: findings.show_for_audit(record=seen.record, by=request.actor, **data),
        then=page,
        note=_("Those who look can see it."),
    )
    context = {
        "form": form,
        "title": _("Show something of record %(n)s") % {"n": seen.number},
        "text": _("It stands beside what people may see anyway. It cannot be taken away again."),
        "button": _("Show it"),
        "back": (_("The record"), page),
    }
    return done or pages.page(request, "candour/co_audit_act.html", context)


def finding(request: Any, org: str, code: str) -> HttpResponse:
    audit, _auditor = _looking(request, code, DRAWN)
    return _change(
        request,
        audit,
        forms.FindingForm.of(request, seen=audit.version),
        lambda data: findings.write_finding(audit=audit, by=request.actor, **data),
        _("It is said. An answer is owed."),
        title=_("Write what you found"),
        text=_("One of you writes it for all. It stands under “What I said” of the one who does, with its answer."),
        result=queries.result_of(audit),
        button=_("Say it"),
    )


def reopen(request: Any, org: str, code: str) -> HttpResponse:
    audit, _auditor = _looking(request, code, FOUND)
    return _change(
        request,
        audit,
        forms.WhyForm.of(request),
        lambda data: findings.reopen_co_audit(audit=audit, by=request.actor, **data),
        _("It is open again. What was found stays."),
        title=_("Look again?"),
        text=_("The same records are compared again, and another finding comes beside the first."),
        button=_("Open it again"),
    )


def tell(request: Any, org: str, code: str) -> HttpResponse:
    audit, auditor = _looking(request, code, FOUND)
    if not rules.can_tell(audit, auditor):
        raise NotYours
    return _change(
        request,
        audit,
        forms.TellForm.of(request),
        lambda data: findings.tell_co_audit(audit=audit, by=request.actor, **data),
        _("Everybody can read it."),
        title=_("Tell everybody"),
        text=_("Strangers can read it. Nobody here can change it; you can take it down."),
        button=_("Publish it"),
    )


def take_down(request: Any, org: str, code: str) -> HttpResponse:
    audit, _auditor = _looking(request, code, DRAWN, FOUND)
    if audit.told_on is None:
        raise NotYours
    return _change(
        request,
        audit,
        Form.of(request),
        lambda data: findings.tell_no_more(audit=audit, by=request.actor),
        _("It is down."),
        title=_("Take down what you told everybody?"),
        text=_("The words go for good. What was copied before cannot be called back."),
        button=_("Take it down"),
        danger=True,
    )


ACTS: dict[str, Callable[..., HttpResponse]] = {
    "ask/": ask,
    "say/": say,
    "leave/": leave,
    "list/": close,
    "number/": number,
    "set-aside/": set_aside,
    "finding/": finding,
    "again/": reopen,
    "tell/": tell,
    "tell/take-down/": take_down,
}
