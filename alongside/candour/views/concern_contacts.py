"""Who reads concerns, how contributors chose them, the days they have, and who outside can be asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from ..forms import concerns as forms
from ..models import ConcernContact
from ..queries import concerns as queries
from ..rules import concerns as rules
from ..services import concern_contacts as services
from .asked import answers_of, by_name


def _here(request: Any, step: str = "") -> str:
    return f"/{request.organisation.slug}/concerns/contacts/{step}"


def contacts(request: Any, org: str) -> HttpResponse:
    if not rules.can_appoint(request.actor):
        raise NotYours
    today = request.clock.today()
    now = {each.pk for each in queries.contacts_on(request.organisation.pk, today)}
    rows = queries.all_contacts(request.organisation.pk)
    context = {
        "title": _("Who reads concerns"),
        "back": (_("Concerns about involvement"), f"/{org}/concerns/"),
        "terms": queries.terms_on(request.organisation.pk, today),
        "rows": [(row, row.pk in now, by_name(row.asked.all())) for row in rows],
        "today": today,
    }
    return pages.page(request, "candour/concern_contacts.html", context)


def terms(request: Any, org: str) -> HttpResponse:
    if not rules.can_appoint(request.actor):
        raise NotYours
    now = queries.terms_on(request.organisation.pk, request.clock.today())
    names = ("outside_name", "outside_how", "acknowledge_days", "answer_days", "late_days")
    usual = {"acknowledge_days": 3, "answer_days": 20, "late_days": 5}
    initial = {name: getattr(now, name) for name in names} if now else usual
    form = forms.TermsForm.of(request, initial=initial)
    done = pages.submit(
        request,
        form,
        lambda data: services.set_concern_terms(by=request.actor, **data),
        then=_here(request),
        note=_("Saved. What was raised before keeps its days."),
    )
    context = {
        "form": form,
        "title": _("Days, and who outside can be asked"),
        "text": _("They hold for what is raised from today on."),
        "button": _("Save"),
        "back": (_("Who reads concerns"), _here(request)),
    }
    return done or pages.page(request, "candour/concern_act.html", context)


def appoint(request: Any, org: str) -> HttpResponse:
    if not rules.can_appoint(request.actor):
        raise NotYours
    users = queries.can_be_chosen(request.organisation.pk)
    form = forms.ContactForm.of(request, users=users, initial={"from_day": request.clock.today()})
    done = pages.submit(
        request, form, lambda data: _appoint(request, form), then=_here(request), note=_("Saved. They are told.")
    )
    context = {
        "form": form,
        "users": users,
        "terms": queries.terms_on(request.organisation.pk, request.clock.today()),
        "title": _("Write down whom contributors chose"),
        "back": (_("Who reads concerns"), _here(request)),
    }
    return done or pages.page(request, "candour/concern_appoint.html", context)


def _appoint(request: Any, form: forms.ContactForm) -> ConcernContact:
    data = form.cleaned_data
    return services.appoint_contact(
        user=queries.user_to_choose(request.organisation.pk, data["user"]),
        asked=answers_of(request, form),
        by=request.actor,
        **{name: data[name] for name in ("shown_as", "why_outside", "how_chosen", "from_day", "until_day")},
    )


def end(request: Any, org: str, code: str) -> HttpResponse:
    contact = queries.contact_for(request.actor, code)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_contact_term(contact=contact, by=request.actor),
        then=_here(request),
        note=_("They read nothing more."),
    )
    context = {
        "form": form,
        "title": _("Do they stop reading today?"),
        "text": _("They read nothing more. Whoever raised something with them says who reads on."),
        "button": _("They stop today"),
        "danger": True,
        "back": (_("Who reads concerns"), _here(request)),
    }
    return done or pages.page(request, "core/confirm.html", context)


def not_so(request: Any, org: str, code: str) -> HttpResponse:
    asked = queries.asked_named(request.actor, code)
    form, page = Form.of(request), f"/{org}/concerns/"
    done = pages.submit(
        request,
        form,
        lambda data: services.deny_contact(asked=asked, by=request.actor),
        then=page,
        note=_("It is written down that this is not so."),
    )
    context = {
        "form": form,
        "title": _("Is it not so?"),
        "text": _("Then you do not stand behind it. When fewer than two do, they read nothing more. Nobody asks why."),
        "button": _("It is not so"),
        "back": (_("Concerns about involvement"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)
