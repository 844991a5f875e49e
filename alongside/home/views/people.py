"""What one person did; a copy of everything; being forgotten."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.people import queries as people

from ..forms import ForgetForm, ForgetForThemForm
from ..queries.story import story_of
from ..services import forgetting
from .owed import allow


def story(request: Any, org: str, code: str) -> HttpResponse:
    allow(request, P.SEE_REGISTER)
    person = people.person_for(request.actor, code)
    context = {
        "title": _("What %(name)s did and what came of it") % {"name": people.shown_name(person)},
        "back": (people.shown_name(person), f"/{org}/people/{code}/"),
        "sections": story_of(request.actor, person, org).sections,
    }
    return pages.page(request, "home/sections.html", context)


def forget_for_them(request: Any, org: str, code: str) -> HttpResponse:
    """A coordinator writes down that somebody asked to be forgotten."""
    allow(request, P.KEEP_REGISTER)
    person = people.person_for(request.actor, code)
    form = ForgetForThemForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: forgetting.forget(person=person, by=request.actor.for_person(person.pk, data["medium"])),
        then=f"/{org}/people/",
        note=_("Forgotten. What they did stays, without their name."),
    )
    context = {
        "title": _("Forget %(name)s") % {"name": people.shown_name(person)},
        "form": form,
        "back": (_("Back"), f"/{org}/people/{code}/"),
    }
    return done or pages.page(request, "home/forget.html", context)


@login_required
def forget_me(request: Any, code: str) -> HttpResponse:
    person = people.my_place(request.user, code)
    request.enter(person.organisation, person_id=person.pk)
    form = ForgetForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: forgetting.forget(person=person, by=request.actor),
        then="/",
        note=_("You are forgotten here. Your name, your words and how to reach you are gone."),
    )
    context = {
        "title": _("Be forgotten"),
        "form": form,
        "back": (_("Back"), f"/me/about/{code}/"),
        "own": True,
        "record": f"/me/record/{code}/",
    }
    return done or pages.page(request, "home/forget.html", context)


@login_required
def copy(request: Any, code: str) -> HttpResponse:
    """Everything that is held about me, as a file."""
    person = people.my_place(request.user, code)
    if person.user_id != request.user.pk:
        raise NotYours
    response = JsonResponse(forgetting.everything_about(person), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="what-is-kept-about-me.json"'
    response["Cache-Control"] = "no-store"
    return response
