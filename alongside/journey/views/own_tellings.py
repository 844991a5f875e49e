"""What somebody told, for themselves alone: signed in, or with the code; and taking it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.core import pages
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.core.visitors import asker, private

from .. import services, touch_words
from ..forms import PlainForm
from ..forms import touchpoints as forms
from ..models import Telling
from ..queries import touchpoints as queries
from .moments import here


def mine(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.my_telling(request.actor, code)
    context = {**_own_context(request, found), "take_back": here(org, "mine", code, "take-back")}
    return private(pages.page(request, "journey/telling.html", context))


def _own_context(request: Any, found: Telling) -> dict[str, Any]:
    own = queries.feelings_of(found.organisation_id, request.clock.today())
    return {
        "title": _("What you told us"),
        "telling": found,
        "felt": touch_words.feelings(own)[found.felt or 0],
        "least": request.clock.settings.pulse_threshold,
        "back": (found.touchpoint.unit.name, here(request.organisation.slug, found.touchpoint.unit.code)),
    }


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    found, form = queries.my_telling(request.actor, code), PlainForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.take_back_telling(telling=found, by=request.actor),
        then=here(org),
        note=_("Taken back. Your words are gone."),
    )
    context = {
        "form": form,
        "title": _("Take it back?"),
        "text": touch_words.what_goes(found.counted_id is not None),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("Back"), here(org, "mine", code)),
    }
    return done or private(pages.page(request, "core/confirm.html", context), form=True)


@never_cache
def by_code(request: Any, org: str) -> HttpResponse:
    """First the code, then what was told, then taking it back. The code stands in no address."""
    form = forms.CodeForm.of(request)
    found = _of_code(request, form) if request.method == "POST" and form.is_valid() else None
    if found is None:
        context = {"form": form, "title": _("I have a code"), "back": (_("What our services are like"), here(org))}
        return private(pages.page(request, "journey/telling_code.html", context), form=True)
    if "take_back" in request.POST:
        by = Actor(kind=Kind.CODE_HOLDER, organisation_id=found.organisation_id)
        services.take_back_telling(telling=found, by=by, by_code=True)
        return private(pages.SeeOther(here(org, "gone")), form=True)
    context = {
        **_own_context(request, found),
        "code": form.cleaned_data["code"],
        "goes": touch_words.what_goes(found.counted_id is not None),
    }
    return private(pages.page(request, "journey/telling.html", context), form=True)


def _of_code(request: Any, form: forms.CodeForm) -> Telling | None:
    """The same sentence for a code that is wrong and for too many tries."""
    try:
        return queries.telling_by_code(request.organisation, form.cleaned_data["code"], asker(request))
    except NotYours:
        form.add_error("code", _("We do not know this code. Check it, letter by letter, or try again in ten minutes."))
        return None


def gone(request: Any, org: str) -> HttpResponse:
    context = {"title": _("Taken back"), "back": (_("What our services are like"), here(org))}
    return private(pages.page(request, "journey/telling_gone.html", context))
