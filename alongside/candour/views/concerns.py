"""For anybody: what a concern about involvement is, who reads it, raising one, and what others told of theirs."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.core import crowding, follow_codes, pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours
from alongside.core.visitors import asker, private
from alongside.voice.forms.saying import CodeForm
from alongside.voice.queries import who_safeguards

from ..forms import concerns as forms
from ..models import ConcernContact, Show
from ..queries import concerns as queries
from ..rules import concerns as rules
from ..services import concern_telling
from ..services import concerns as services
from ..tables.concerns import SummaryTable

OWN, THEIRS = "o", "t"  # whose code the cookie holds
COOKIE, KEPT, FEW = "concerncode", 600, 3


def back(request: Any) -> tuple[str, str]:
    return (_("Concerns about involvement"), f"/{request.organisation.slug}/concerns/")


def who(request: Any) -> dict[str, Any]:
    """Who reads now, and who outside can be asked."""
    today = request.clock.today()
    return {
        "contacts": list(queries.contacts_on(request.organisation.pk, today)),
        "terms": queries.terms_on(request.organisation.pk, today),
        "safeguards": who_safeguards(request.organisation),
    }


def hub(request: Any, org: str) -> HttpResponse:
    counts, clock = rules.can_count(request.actor), request.clock
    figures = queries.figures(request.actor, clock.today(), clock.settings.outside_threshold) if counts else None
    context = {
        "title": _("Concerns about involvement"),
        "back": (request.organisation.name, f"/{org}/"),
        **who(request),
        "told": list(queries.summaries_shown(request.organisation.pk)[:FEW]),
        "mine": queries.my_asked(request.actor),
        "figures": figures,
        "ages": [(label, figures.waiting[name]) for name, (label, _least, _most) in queries.AGES.items()]
        if figures and figures.waiting
        else [],
        "reads": rules.reads_here(request.actor),
        "appoints": rules.can_appoint(request.actor),
        "writes_down": rules.can_write_down(request.actor),
    }
    return pages.page(request, "candour/concerns.html", context)


@never_cache
def raise_one(request: Any, org: str) -> HttpResponse:
    return _raise_page(request, for_them=False)


@never_cache
def raise_for(request: Any, org: str) -> HttpResponse:
    if not rules.can_write_down(request.actor):
        raise NotYours
    return _raise_page(request, for_them=True)


def _raise_page(request: Any, for_them: bool) -> HttpResponse:
    facts = who(request)
    may_sign = request.actor.person_id is not None and not for_them
    form = forms.RaiseForm.of(request, contacts=facts["contacts"], may_sign=may_sign, for_them=for_them)
    made: dict[str, str] = {}
    here = f"/{request.organisation.slug}/concerns/raise/done/"
    done = None
    if facts["contacts"] and facts["terms"]:
        done = pages.submit(request, form, lambda data: _raise(request, form, facts["contacts"], data, made), then=here)
    if done:
        code = made.get("code", "") if "code" in made else _code_of(form)
        return _hand_code(request, done, code, for_them)
    context = {
        "title": _("Write down a concern for somebody") if for_them else _("Raise a concern"),
        "back": back(request),
        "form": form,
        "for_them": for_them,
        **facts,
    }
    return private(pages.page(request, "candour/concern_raise.html", context), form=True)


def _code_of(form: forms.RaiseForm) -> str:
    """Sent twice: the second page has the code of the first."""
    return "" if form.cleaned_data.get("show") == Show.NOBODY else follow_codes.code_for(form)


def _raise(
    request: Any, form: forms.RaiseForm, contacts: list[ConcernContact], data: dict[str, Any], made: dict[str, str]
) -> None:
    chosen = next((each for each in contacts if each.code == data["contact"]), None)
    crowding.check(asker(request), request.organisation.pk, f"concern {data['contact']}", data["words"])
    named = data["show"] == Show.NAME and "name" not in data
    medium = Medium(data["medium"]) if "medium" in data else None
    _concern, code = services.raise_involvement_concern(
        contact=chosen,
        words=data["words"],
        show=data["show"],
        person=queries.person_of(request.actor) if named else None,
        name=data.get("name", "") if data["show"] == Show.NAME else "",
        medium=medium,
        follow_code=follow_codes.code_for(form),
        by=request.actor,
    )
    made["code"] = code or ""


def _hand_code(request: Any, response: HttpResponse, code: str, for_them: bool) -> HttpResponse:
    """To the browser, for the next page only."""
    response.set_signed_cookie(
        COOKIE,
        (THEIRS if for_them else OWN) + code,
        salt="concern",
        max_age=KEPT,
        path=f"/{request.organisation.slug}/concerns/raise/done/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


@never_cache
def done(request: Any, org: str) -> HttpResponse:
    handed = request.get_signed_cookie(COOKIE, default="", salt="concern", max_age=KEPT)
    code = handed[1:]
    terms = queries.terms_on(request.organisation.pk, request.clock.today())
    today = request.clock.today()
    context = {
        "title": _("The words are kept") if handed else _("The code was shown once"),
        "handed": bool(handed),
        "for_them": handed.startswith(THEIRS),
        "code": follow_codes.in_groups(code),
        "follow_url": f"/{org}/concerns/follow/{follow_codes.in_groups(code, '-')}/" if code else "",
        "acknowledge_by": request.clock.after_working_days(today, terms.acknowledge_days) if terms else None,
        "answer_by": request.clock.after_working_days(today, terms.answer_days) if terms else None,
        "back": back(request),
    }
    response = pages.page(request, "candour/concern_done.html", context)
    response.delete_cookie(COOKIE, path=f"/{org}/concerns/raise/done/", samesite="Lax")
    return private(response)


@never_cache
def enter(request: Any, org: str) -> HttpResponse:
    form = CodeForm.of(request)
    if request.method == "POST" and form.is_valid() and _is_right(request, form):
        typed = follow_codes.in_groups(form.cleaned_data["code"], "-")
        return private(pages.SeeOther(f"/{org}/concerns/follow/{typed}/"), form=True)
    context = {"form": form, "title": _("See what came of your concern"), "back": back(request)}
    return private(pages.page(request, "candour/concern_enter.html", context), form=True)


def _is_right(request: Any, form: CodeForm) -> bool:
    """The same sentence for a code that is wrong and for too many tries."""
    try:
        queries.concern_by_code(request.organisation, form.cleaned_data["code"], asker(request))
    except NotYours:
        form.add_error("code", _("We do not know this code. Check it, letter by letter, or try again in ten minutes."))
        return False
    return True


# What others told of theirs.


def told(request: Any, org: str) -> HttpResponse:
    table = SummaryTable(request, queries.summaries_shown(request.organisation.pk), base=f"/{org}/concerns/told/")
    context = {"title": _("What people told of their concerns"), "back": back(request), "table": table}
    return pages.page(request, "candour/concern_told.html", context)


def told_one(request: Any, org: str, code: str) -> HttpResponse:
    summary = queries.summary_shown(request.organisation.pk, code)
    context = {
        "title": _("What somebody told of their concern"),
        "back": (_("What people told"), f"/{org}/concerns/told/"),
        "summary": summary,
        "can_reply": rules.can_reply(request.actor, summary),
    }
    return pages.page(request, "candour/concern_told_one.html", context)


def reply(request: Any, org: str, code: str) -> HttpResponse:
    summary = queries.summary_shown(request.organisation.pk, code)
    if not rules.can_reply(request.actor, summary):
        raise NotYours
    form, page = forms.ReplyForm.of(request), f"/{org}/concerns/told/{code}/"
    done = pages.submit(
        request,
        form,
        lambda data: concern_telling.reply_to_summary(summary=summary, by=request.actor, **data),
        then=page,
        note=_("It stands beside their words."),
    )
    context = {
        "title": _("Reply to it"),
        "back": (_("What they told"), page),
        "form": form,
        "words": summary.words,
        "button": _("Put it beside their words"),
    }
    return done or pages.page(request, "candour/concern_act.html", context)
