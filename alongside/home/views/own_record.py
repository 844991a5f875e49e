"""Somebody's own record, for them alone; and the page on which anybody checks one.

What they choose and write is posted from page to page and never stands in an address. Nothing of it is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core import pages, paper
from alongside.core.errors import Refused
from alongside.people import queries as people
from alongside.voice.posters import public

from .. import record_file
from ..own_record import MOST, Setting, as_shown, seen_as
from ..own_record_forms import CheckForm, OwnRecordForm
from ..own_record_paper import paper_facts
from ..queries import own_record as queries
from ..queries.record_check import checked
from ..services import own_records

PAPER = Path(__file__).parents[1] / "papers" / "own_record.typ"


@login_required
def choose_register(request: Any) -> HttpResponse:
    """One register is shown, several are chosen from."""
    registers = list(people.mine(request.user))
    if len(registers) == 1:
        return record(request, registers[0].code)
    context = {"title": _("What I did, to take with me"), "registers": registers, "back": (_("My page"), "/me/")}
    return pages.unkept(pages.page(request, "home/own_record_registers.html", context))


@login_required
def record(request: Any, code: str) -> HttpResponse:
    person = people.my_place(request.user, code)
    request.enter(person.organisation, person_id=person.pk)
    lines = queries.lines_of(person)
    form = OwnRecordForm.of(request, lines=lines, names=[name for name in (person.name, person.called) if name])
    step = request.POST.get("step", "")
    if request.method == "POST" and form.is_valid() and step != "change":
        return pages.unkept(_made(request, person, form, step))
    context = {
        "title": _("What I did, to take with me"),
        "form": form,
        "person": person,
        "lines": lines,
        "cut": len(lines) >= MOST,
        "back": (_("My page"), "/me/"),
    }
    wrong = 422 if form.is_bound and form.errors else 200
    return pages.unkept(pages.page(request, "home/own_record_choose.html", context, status=wrong))


def _made(request: Any, person: Any, form: OwnRecordForm, step: str) -> HttpResponse:
    """A file or a paper of what they saw, or the page on which they see it."""
    asked = {"person": person, "wanted": form.wanted(), "setting": _setting(request, person, form), "by": request.actor}
    refused = None
    if step in FILES:
        try:
            return FILES[step](own_records.make_own_record(**asked, seen=form.seen))
        except Refused as found:
            refused = found
    facts = own_records.compose(**asked, lines=None if refused else form.lines)
    context = {
        "title": _("This is how it will be"),
        "record": as_shown(facts),
        "form": form,
        "seen": seen_as(facts),
        "refused": refused,
        "boxes": paper.cannot_show(str(facts)),
        "back": (_("My page"), "/me/"),
    }
    return pages.page(request, "home/own_record_preview.html", context)


def _setting(request: Any, person: Any, form: OwnRecordForm) -> Setting:
    organisation, named = person.organisation, form.cleaned_data["services"] == "with"
    return Setting(
        organisation.name,
        public(request, f"/{organisation.slug}/"),
        request.clock.today(),
        get_language() or "en-gb",
        () if named else queries.service_names(person),
    )


def _as_file(signed: Any) -> HttpResponse:
    body = record_file.written(signed.facts, signed.signature_text)
    return _download(body, "application/json", f"what-i-did-{signed.facts['made_on']}.json")


def _as_paper(signed: Any) -> HttpResponse:
    body = paper.made(PAPER, paper_facts(signed), timezone.now())
    return _download(body, "application/pdf", f"what-i-did-{signed.facts['made_on']}.pdf")


FILES = {"file": _as_file, "paper": _as_paper}


def _download(body: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def check(request: Any, org: str) -> HttpResponse:
    """For anybody, without an account: true and unchanged, changed afterwards, or not ours."""
    form = CheckForm.of(request)
    found = checked(request.actor, form.content()) if request.method == "POST" and form.is_valid() else None
    context = {
        "title": _("Check a file that we signed"),
        "form": form,
        "found": found,
        "record": as_shown(found.record) if found and found.record else None,
        "back": (request.organisation.name, f"/{org}/"),
    }
    return pages.unkept(pages.page(request, "home/record_check.html", context))
