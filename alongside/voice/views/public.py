"""For anyone: say something, and see what came of what people said."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import crowding, follow_codes, pages
from alongside.core.errors import NotYours, Refused
from alongside.core.visitors import asker, private

from .. import forms, queries, services
from ..models import Via
from ..rules.showing import goes_further
from . import speaking
from .subjects import Subject, subject_of

OWN, THEIRS = "o", "t"  # whose code the cookie holds: their own, or that of somebody whose words were written down
COOKIE, KEPT = "followcode", 600  # seconds between saying something and seeing the code


def say(request: Any, org: str) -> HttpResponse:
    return speaking.remember(request, _say_page(request, org))


def _say_page(request: Any, org: str) -> HttpResponse:
    subject = subject_of(request)
    form = _form(request, subject)
    made: dict[str, str] = {}
    done = pages.submit(request, form, lambda data: _say(request, form, subject, data, made), then=lambda url: url)
    if done and done["Location"] == f"/{org}/say/done/":
        code = made.get("code") or follow_codes.code_for(form)  # sent twice: the same words have the same code
        return hand_code(request, done, code)
    page = {
        "form": form,
        "title": _("Say something to %(organisation)s") % {"organisation": request.organisation.name},
        "subject": subject,
        "helpers": queries.who_helps(request.organisation),
        **queries.days_if_said(request.clock),
    }
    return done or pages.page(request, "voice/say.html", page)


def _form(request: Any, subject: Subject) -> forms.SayForm:
    signs = request.actor.person_id is not None
    units = [] if subject.decided else queries.units_to_speak_about(request.organisation)
    allows = queries.allows(request.actor) if signs else {"inside"}
    return forms.SayForm(
        **speaking.posted(request),
        units=[(unit.code, unit.name) for unit in units],
        may_sign=signs,
        may_credit="credit" in allows,
        initial={"uses": [name for name in forms.OWN_USES if name in allows], "unit": subject.unit_code},
    )


def _say(request: Any, form: forms.SayForm, subject: Subject, data: dict[str, Any], made: dict[str, str]) -> str:
    """Without a name it is said by nobody, though somebody may be signed in."""
    named = data.pop("named", "no") == "yes"
    unit = data.pop("unit", "")
    where = f"say {unit}{subject.key} {data['kind']} {data['uses']}"
    crowding.check(asker(request), request.organisation.pk, where, data["words"])
    contribution, code = services.say(
        person=queries.myself(request.actor) if named else None,
        by=request.actor if named else queries.public_actor(request.organisation),
        via=Via.SIGNED_IN if named else Via.PUBLIC_PAGE,
        uses=forms.uses_of(data),
        asks=forms.asks_of(data),
        files=forms.files_of(data),
        follow_code="" if named else follow_codes.code_for(form),
        **subject.facts(unit, request.organisation),
        **data,
    )
    if code is None:
        messages.success(request, _("We have your words. Nobody changes them."))
        return f"/me/said/{contribution.code}/{'preview/' if goes_further(contribution) else ''}"
    made["code"] = code
    return f"/{request.organisation.slug}/say/done/"


def hand_code(request: Any, response: HttpResponse, code: str, for_them: bool = False) -> HttpResponse:
    """To the browser that spoke, for the next page only. The server keeps a digest and nothing else."""
    path, whose = f"/{request.organisation.slug}/say/done/", THEIRS if for_them else OWN
    response.set_signed_cookie(
        COOKIE,
        whose + code,
        salt="say",
        max_age=KEPT,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def done(request: Any, org: str) -> HttpResponse:
    handed = request.get_signed_cookie(COOKIE, default="", salt="say", max_age=KEPT)
    code, for_them = handed[1:], handed.startswith(THEIRS)
    title = _("The words are kept") if for_them else _("We have your words")
    page = {
        "title": title if code else _("The code was shown once"),
        "for_them": for_them,
        "code": follow_codes.in_groups(code),
        "follow_url": f"/{org}/follow/{follow_codes.in_groups(code, '-')}/" if code else "",
        **queries.days_if_said(request.clock),
    }
    response = pages.page(request, "voice/said.html", page)
    response.delete_cookie(COOKIE, path=f"/{org}/say/done/", samesite="Lax")
    return private(response)


def enter(request: Any, org: str) -> HttpResponse:
    """Nothing changes here, so nothing is remembered of it: a code is kept nowhere but as a digest."""
    form = forms.CodeForm.of(request)
    if request.method == "POST" and form.is_valid() and _is_right(request, form):
        typed = follow_codes.in_groups(form.cleaned_data["code"], "-")
        return private(pages.SeeOther(f"/{org}/follow/{typed}/"), form=True)
    page = {"form": form, "title": _("See what came of what you said"), "back": (request.organisation.name, f"/{org}/")}
    return private(pages.page(request, "voice/enter.html", page), form=True)


def _is_right(request: Any, form: forms.CodeForm) -> bool:
    """The same sentence for a code that is wrong and for too many tries."""
    try:
        queries.contribution_by_follow(request.organisation, form.cleaned_data["code"], asker(request))
    except Refused as refused:
        form.refuse(refused)
        return False
    except NotYours:
        form.add_error("code", _("We do not know this code. Check it, letter by letter, or try again in ten minutes."))
        return False
    return True
