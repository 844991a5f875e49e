"""Claims, for those who make them: what is said, who stands behind it, and what is said against it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.core.forms import Form
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations

from .. import queries, rules, services
from ..forms import claims as forms
from ..models import Claim, ClaimText
from ..models.claims import DECLINED, DISPUTED, SIGNED, TAKEN_BACK, Outlet
from ..queries.bids import bid_of_claim
from ..tables.claims import ClaimTable
from .claim_public import shown_claim
from .common import begun


def _here(request: Any, *steps: str) -> str:
    return "/".join([f"/{request.organisation.slug}/candour/claims", *steps, ""])


def claims(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_see_claims(actor):
        raise NotYours
    can = rules.can_claim(actor)
    table = ClaimTable(
        request,
        queries.claims_for(actor),
        base=_here(request),
        today=request.clock.today(),
        threshold=request.clock.settings.pulse_threshold,
        first=(_("Say that something was done with people"), _here(request, "new")) if can else None,
    )
    context = {
        "title": _("Claims"),
        "lead": _("Nothing goes out as co-produced on our word alone: those who were there sign it, or dispute it."),
        "table": table,
        "new": _here(request, "new") if can else "",
        "back": (_("Signs of the year"), f"/{org}/candour/") if rules.can_see_signs(actor) else None,
    }
    return pages.page(request, "candour/claims.html", context)


def claim(request: Any, org: str, code: str) -> HttpResponse:
    if not rules.can_see_claims(request.actor):
        raise NotYours
    found = queries.claim_for(request.actor, code)
    context = shown_claim(request, found)
    keeps = rules.can_keep(request.actor, found)
    context |= {
        "title": _("What we say, and who stands behind it"),
        "back": (_("Claims"), _here(request)),
        "actions": _actions(request, found),
        "reply_base": _here(request, code, "reply") if keeps and found.state != "ended" else "",
        "public": f"/{org}/claims/{code}/" if found.shown_on else "",
        "bid": bid_of_claim(request.actor, found) if found.outlet == Outlet.BID else None,
    }
    return pages.page(request, "candour/claim.html", context)


def _actions(request: Any, found: Claim) -> list[tuple[Any, str]]:
    actor = request.actor
    possible = (
        (rules.can_show(actor, found), _("Let anybody read it"), "show"),
        (rules.can_write_down(actor, found), _("Write down what somebody told you"), "for"),
        (rules.can_end(actor, found), _("Say something else"), "change"),
        (rules.can_end(actor, found), _("Say it no longer"), "end"),
    )
    return [(label, _here(request, found.code, step)) for can, label, step in possible if can]


def make(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_claim(actor):
        raise NotYours
    units = list(organisations.units_of(actor, P.KEEP_DECISIONS))
    form = forms.ClaimForm.of(request, units=[(unit.code, unit.name) for unit in units], initial=begun(request))
    done = pages.submit(
        request,
        form,
        lambda data: services.make_claim(
            unit=organisations.unit_for(actor, data["unit"]),
            outlet=data["outlet"],
            audience=data["audience"],
            wording=_wording(request, data),
            by=actor,
        ),
        then=lambda made: _here(request, made.code),
        note=_("Those who were there are asked. Until somebody signs it, it is the organisation’s claim."),
    )
    context = {
        "form": form,
        "title": _("Say that something was done with people"),
        "back": (_("Claims"), _here(request)),
    }
    return done or pages.page(request, "candour/claim_form.html", context)


def _wording(request: Any, data: dict[str, Any]) -> services.Wording:
    return services.Wording(
        text=data["text"],
        level=int(data["level"]),
        records=queries.records_named(request.actor, data["rests_on"]),
        reply_by=data["reply_by"],
        ends_on=data["ends_on"],
    )


def _kept(request: Any, code: str) -> Claim:
    found = queries.claim_for(request.actor, code)
    if not rules.can_keep(request.actor, found):
        raise NotYours
    return found


def change(request: Any, org: str, code: str) -> HttpResponse:
    found = _kept(request, code)
    now = queries.newest_text(found)
    form = forms.RestateForm.of(request, seen=found.version, initial=_as_it_is(now))
    done = pages.submit(
        request,
        form,
        lambda data: services.restate_claim(
            claim=found, wording=_wording(request, data), why=data["why"], seen=data["seen"], by=request.actor
        ),
        then=_here(request, code),
        note=_("It says something else now. The old words stay here, and everybody who was there is asked again."),
    )
    context = {"form": form, "title": _("Say something else"), "back": (_("Back"), _here(request, code)), "again": True}
    return done or pages.page(request, "candour/claim_form.html", context)


def _as_it_is(now: ClaimText) -> dict[str, Any]:
    codes = "\n".join(each.split(":")[1] for each in now.rests_on)
    return {"text": now.text, "level": now.level, "rests_on": codes, "ends_on": now.ends_on}


def show(request: Any, org: str, code: str) -> HttpResponse:
    found = _kept(request, code)
    text = _("From now on anybody can read it, with who signed it and all that is said against it. You cannot hide it.")
    words = (_("Let anybody read it"), text, _("Anybody can read it now."))
    return _confirm(request, found, services.show_claim, words)


def end(request: Any, org: str, code: str) -> HttpResponse:
    found = _kept(request, code)
    text = _("Take it away where it is printed. If anybody could read it here, it stays, with all that is said of it.")
    words = (_("Say it no longer"), text, _("It is no longer said."))
    return _confirm(request, found, services.end_claim, words)


def _confirm(request: Any, found: Claim, verb: Any, words: tuple[str, str, str]) -> HttpResponse:
    title, text, note = words
    here = _here(request, found.code)
    form = Form.of(request)
    done = pages.submit(request, form, lambda data: verb(claim=found, by=request.actor), then=here, note=note)
    context = {"form": form, "title": title, "text": text, "button": title, "back": (_("Back"), here)}
    return done or pages.page(request, "core/confirm.html", context)


def reply(request: Any, org: str, code: str, account: str) -> HttpResponse:
    """Of the organisation, to the newest words."""
    found = _kept(request, code)
    about = queries.account_on(queries.newest_text(found), account)
    form = forms.OrganisationReplyForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.reply_for_organisation(account=about, by=request.actor, **data),
        then=_here(request, code),
        note=_("Your reply stands below what they said."),
    )
    context = {
        "form": form,
        "title": _("Reply for the organisation"),
        "quoted": about.words,
        "back": (_("Back"), _here(request, code)),
        "button": _("Reply"),
    }
    return done or pages.page(request, "candour/claim_say.html", context)


VERBS: dict[str, Any] = {
    SIGNED: services.sign,
    DECLINED: services.decline,
    DISPUTED: services.dispute,
    TAKEN_BACK: services.take_back_signature,
}


def for_them(request: Any, org: str, code: str) -> HttpResponse:
    """What somebody said on the phone or face to face. They are told what was written down, and can change it."""
    found = queries.claim_for(request.actor, code)
    if not rules.can_write_down(request.actor, found):
        raise NotYours
    form = forms.ForThemForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: _write_down(request, found, data),
        then=_here(request, code),
        note=_("Written down. They are told, and can put it right."),
    )
    context = {
        "form": form,
        "title": _("Write down what somebody told you"),
        "quoted": queries.newest_text(found).text,
        "back": (_("Back"), _here(request, code)),
        "button": _("Write it down"),
    }
    return done or pages.page(request, "candour/claim_say.html", context)


def _write_down(request: Any, found: Claim, data: dict[str, Any]) -> Any:
    try:
        person = decisions.person_called(request.actor, data["who"])
    except Refused as refused:
        raise Refused(refused.reason, field="who") from None
    signature = queries.signature_for_them(request.actor, found, person)
    if signature is None:
        raise Refused(
            _("It is not written down that they were there. Only those who were there can sign."), field="who"
        )
    said = {name: data[name] for name in ("name", "words")} if data["answer"] in (SIGNED, DISPUTED) else {}
    by = request.actor.for_person(person.pk, Medium(data["medium"]))
    return VERBS[data["answer"]](signature=signature, by=by, **said)
