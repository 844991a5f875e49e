"""Who signs for contributors, and how they were chosen."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.candour.views.asked import answers_of, by_name, person_named
from alongside.core import forms as core_forms
from alongside.core import pages

from .. import services
from ..close_forms import SignerForm
from ..models import PeriodSigner
from ..queries import signers as queries
from ..rules import closes as close_rules
from ..rules import signers as rules


def all_signers(request: Any, org: str) -> HttpResponse:
    rows, today = queries.all_signers(request.actor), request.clock.today()
    now = {each.pk for each in queries.signers_on(request.organisation.pk, today)}
    may_write = rules.can_appoint(request.actor)
    context = {
        "title": _("Who signs the figures for contributors"),
        "rows": [
            (row, row.pk in now, by_name(row.asked.all()) if may_write else [], _can_end(request, row, today))
            for row in rows
        ],
        "mine": queries.my_asked(request.actor),
        "may_write": may_write,
        "sees_closes": close_rules.reads_closed(request.actor),
        "here": f"/{org}/periods/signers/",
    }
    return pages.page(request, "reports/signers.html", context)


def _can_end(request: Any, row: PeriodSigner, today: Any) -> bool:
    return rules.can_end(request.actor, row) and row.until_day >= today


def appoint(request: Any, org: str) -> HttpResponse:
    rules.check_can_appoint(request.actor)
    form = SignerForm.of(request, initial={"from_day": request.clock.today()})
    page = f"/{org}/periods/signers/"
    done = pages.submit(
        request, form, lambda _data: _appoint(request, form), then=page, note=_("Saved. They are told.")
    )
    context = {
        "form": form,
        "title": _("Write down whom contributors chose"),
        "back": (_("Who signs for contributors"), page),
    }
    return done or pages.page(request, "reports/signer.html", context)


def _appoint(request: Any, form: SignerForm) -> PeriodSigner:
    data = form.cleaned_data
    return services.appoint_signer(
        person=person_named(request, data["person"], "person"),
        asked=answers_of(request, form),
        by=request.actor,
        **{name: data[name] for name in ("shown_as", "how_chosen", "from_day", "until_day")},
    )


def end(request: Any, org: str, code: str) -> HttpResponse:
    signer = queries.signer_for(request.actor, code)
    form, page = core_forms.Form.of(request), f"/{org}/periods/signers/"
    done = pages.submit(
        request,
        form,
        lambda _data: services.end_signer(signer=signer, by=request.actor),
        then=page,
        note=_("They sign nothing more. What they signed stays signed."),
    )
    context = {
        "form": form,
        "title": _("Stop signing today?"),
        "text": _("Nobody asks why. What was signed stays signed. Until contributors choose again nothing is closed."),
        "button": _("Stop today"),
        "back": (_("Who signs for contributors"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)


def not_so(request: Any, org: str, code: str) -> HttpResponse:
    asked = queries.asked_named(request.actor, code)
    form, page = core_forms.Form.of(request), f"/{org}/periods/signers/"
    done = pages.submit(
        request,
        form,
        lambda _data: services.deny_signer(asked=asked, by=request.actor),
        then=page,
        note=_("It is written down that this is not so."),
    )
    context = {
        "form": form,
        "title": _("Is it not so?"),
        "text": _("Then you do not stand behind it. When fewer than two do, they sign nothing more. Nobody asks why."),
        "button": _("It is not so"),
        "back": (_("Who signs for contributors"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)
