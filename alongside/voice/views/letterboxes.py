"""For staff: letterboxes with what came through each, made, changed, closed, printed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import follow_codes, pages
from alongside.core.errors import NotYours, Refused

from .. import forms, posters, queries, services, tables
from ..models import Letterbox
from ..rules import can_see_ledger
from ..rules import letterboxes as rules
from .subjects import subject_of


def index(request: Any, org: str) -> HttpResponse:
    if not can_see_ledger(request.actor):
        raise NotYours
    base = f"/{org}/letterboxes/"
    page = {
        "title": _("Letterboxes"),
        "lead": _("Short addresses on posters and paper forms, for people without an account."),
        "back": (_("Voices"), f"/{org}/voices/"),
        "makes": rules.can_make_a_letterbox(request.actor),
        "base": base,
        "table": tables.LetterboxTable(request, queries.letterboxes_for(request.actor), base),
    }
    return pages.page(request, "voice/letterboxes.html", page)


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_make_a_letterbox(request.actor):
        raise NotYours
    base, subject = f"/{org}/letterboxes/", subject_of(request)
    units = [] if subject.decided else queries.units_to_write_for(request.actor)
    form = forms.LetterboxForm.of(
        request, units=[(unit.code, unit.name) for unit in units], initial={"unit": subject.unit_code}
    )

    def make(data: dict[str, Any]) -> Letterbox:
        data.pop("seen")
        place = subject.facts(data.pop("unit", ""), request.organisation)
        return services.make_letterbox(by=request.actor, **place, **data)

    done = pages.submit(request, form, make, then=lambda box: f"{base}{box.code}/")
    page = {"form": form, "title": _("Make a letterbox"), "back": (_("Letterboxes"), base), "subject": subject}
    return done or pages.page(request, "voice/letterbox_form.html", page)


def one(request: Any, org: str, code: str) -> HttpResponse:
    box, actor = queries.letterbox_for(request.actor, code), request.actor
    base = f"/{org}/letterboxes/{code}/"
    printed, typed = queries.slips_out(box)
    came = queries.came_through([box.pk]).get(box.pk) or queries.Came()
    page = {
        "title": box.title,
        "back": (_("Letterboxes"), f"/{org}/letterboxes/"),
        "box": box,
        "address": posters.address_of(request, box),
        "came": came,
        "lines": tables.lines_of(came),
        "printed": printed,
        "typed": typed,
        "base": base,
        "changes": rules.can_change_letterbox(actor, box),
        "closes": rules.can_close_letterbox(actor, box),
        "reopens": rules.can_reopen_letterbox(actor, box),
        "open": rules.takes_words(box),
        "table": tables.ThroughTable(request, queries.with_questions(queries.through(actor, box)), f"/{org}/voices/"),
    }
    return pages.page(request, "voice/letterbox.html", page)


def _to_change(request: Any, code: str) -> Letterbox:
    box = queries.letterbox_for(request.actor, code)
    if not rules.can_change_letterbox(request.actor, box):
        raise NotYours
    return box


def change(request: Any, org: str, code: str) -> HttpResponse:
    box, base = _to_change(request, code), f"/{org}/letterboxes/{code}/"
    now = {"title": box.title, "question": box.question.text if box.question else "", "kind": box.kind}
    form = forms.LetterboxForm.of(request, units=[], initial=now, seen=box.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_letterbox(box=box, by=request.actor, **data),
        then=base,
        note=_("Saved. What was said before keeps the question that it answered."),
    )
    page = {"form": form, "title": _("Change this letterbox"), "back": (box.title, base), "box": box}
    return done or pages.page(request, "voice/letterbox_form.html", page)


def close(request: Any, org: str, code: str) -> HttpResponse:
    return _move(
        request,
        org,
        _to_change(request, code),
        rules.can_close_letterbox,
        services.close_letterbox,
        title=_("Close this letterbox?"),
        text=_(
            "Whoever comes with the poster is told that it is closed and where else to say something. What was put in"
            " is still owed an answer. You can open it again."
        ),
        button=_("Close it"),
    )


def reopen(request: Any, org: str, code: str) -> HttpResponse:
    return _move(
        request,
        org,
        _to_change(request, code),
        rules.can_reopen_letterbox,
        services.reopen_letterbox,
        title=_("Open this letterbox again?"),
        text=_("It has the address that it had. Posters that still hang somewhere work again."),
        button=_("Open it"),
    )


def _move(request: Any, org: str, box: Letterbox, can: Any, verb: Any, *, title: str, text: str, button: str) -> Any:
    if not can(request.actor, box):
        raise NotYours
    base, form = f"/{org}/letterboxes/{box.code}/", forms.MoveForm.of(request)
    act = partial(verb, box=box, by=request.actor)
    done = pages.submit(request, form, lambda _data: act(), then=base, note=_("Saved."))
    page = {"form": form, "title": title, "text": text, "button": button, "back": (box.title, base)}
    return done or pages.page(request, "core/confirm.html", page)


def poster(request: Any, org: str, code: str) -> HttpResponse:
    box = _to_change(request, code)
    address = posters.address_of(request, box)
    page = {
        "title": _("Poster: %(title)s") % {"title": box.title},
        "back": (box.title, f"/{org}/letterboxes/{code}/"),
        "box": box,
        "shown": posters.shown(address),
        "drawing": posters.drawing(address, _("QR code of %(address)s") % {"address": address}),
        "weeks": request.clock.settings.outcome_weeks,
    }
    return pages.page(request, "voice/poster.html", page)


def code_file(request: Any, org: str, code: str) -> HttpResponse:
    """For whoever makes a poster or a leaflet of their own."""
    box = _to_change(request, code)
    response = HttpResponse(posters.file(posters.address_of(request, box)), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{box.address}.svg"'
    return response


def paper(request: Any, org: str, code: str) -> HttpResponse:
    """The codes are made when the form is sent and stand on the answer alone: it is not kept by any browser."""
    box = _to_change(request, code)
    base, form = f"/{org}/letterboxes/{code}/", forms.PrintForm.of(request)
    page = {"form": form, "title": _("Print paper forms"), "back": (box.title, base), "box": box}
    if request.method == "POST" and form.is_valid():
        try:
            seed = form.fingerprint("slips", box.code)
            codes = services.print_forms(box=box, copies=form.cleaned_data["copies"], by=request.actor, seed=seed)
        except Refused as refused:
            form.refuse(refused)
        else:
            return pages.unkept(_print(request, box, codes, page))
    return pages.page(request, "voice/paper_form.html", page)


def _print(request: Any, box: Letterbox, codes: list[str], page: dict[str, Any]) -> HttpResponse:
    facts = {
        **page,
        "form": None,
        "title": _("Paper forms: %(title)s") % {"title": box.title},
        "codes": [follow_codes.in_groups(code) for code in codes],
        "uses": [label for name, label in forms.OWN_USES.items() if name != "credit"],
        "follow": posters.shown(posters.public(request, f"/{request.organisation.slug}/follow/")),
        "shown": posters.shown(posters.address_of(request, box)),
        "settings": request.clock.settings,
        "helpers": queries.who_helps(request.organisation),
    }
    return pages.page(request, "voice/paper.html", facts)


ACTS = {
    "": one,
    "change/": change,
    "close/": close,
    "reopen/": reopen,
    "poster/": poster,
    "code.svg": code_file,
    "paper/": paper,
}
