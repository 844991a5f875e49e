"""Staff read what came in, the gravest first; move to safeguarding what may be a risk; contact whoever asked for it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages, parts
from alongside.core.errors import NotYours

from .. import forms, queries, safety_rules, services, tables, warning_words
from ..models import Contribution
from .answering import entry, shown
from .ledger import author_of
from .theme_part import READING, themes_part


def order(request: Any, org: str) -> HttpResponse:
    """The first of the reading order in full, the rest below it."""
    if not safety_rules.reads(request.actor):
        raise NotYours
    first = queries.first_unread(request.actor)
    base = f"/{org}/voices/"
    page = {
        "title": _("To read"),
        "back": (_("Voices"), base),
        "table": tables.UnreadTable(request, queries.unread_for(request.actor), base),
        "contacts": tables.ContactTable(request, queries.contact_wishes_for(request.actor), base, prefix="contact"),
        **(_one(request, first, f"{base}{first.code}/") if first else {}),
    }
    return pages.page(request, "voice/reading.html", page)


def _one(request: Any, found: Contribution, base: str) -> dict[str, Any]:
    hits = warning_words.hits(found.words, queries.words_of(found.organisation_id))
    reader = queries.reader_of(found.unit)
    return {
        "said": found,
        "by": author_of(found),
        "base": base,
        "hits": warning_words.shown(hits),
        "asked": queries.contact_wish_of(found),
        "facts": [
            (_("To be read by"), found.read_by),
            (_("Who reads it"), queries.name_and_job(reader) if reader else _("Nobody is named yet")),
            (_("Who answers"), found.unit.name),
            (_("What it is"), found.get_kind_display()),
        ],
        "late": found.read_by < request.clock.today(),
        "form": core_forms.Form.of(request),
        "themes": themes_part(request, found, base, READING),
    }


@entry
def read(request: Any, found: Contribution, base: str) -> HttpResponse:
    """One of them: on its own page, and where the button of the reading order leads."""
    form = core_forms.Form.of(request)
    then = f"/{request.organisation.slug}/voices/reading/"
    act = partial(services.read, contribution=found, by=request.actor)
    done = pages.submit(request, form, lambda _data: act(), then=then, note=_("Read. The answer is still owed."))
    title = _("What was said on %(day)s") % {"day": parts.day(found.said_on)}
    page = {"title": title, "back": (_("To read"), then), **_one(request, found, base), "form": form}
    return done or pages.page(request, "voice/reading.html", page)


@entry
def safeguard(request: Any, found: Contribution, base: str) -> HttpResponse:
    if not safety_rules.can_raise(request.actor, found):
        raise NotYours
    form = forms.RaiseForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.raise_concern(contribution=found, by=request.actor, **data),
        then=f"/{request.organisation.slug}/voices/reading/",
        note=_("Moved. Only those who look after safety here see it from now on."),
    )
    text = _("%(who)s looks at it. You and everybody else here will not find it any more, until it is given back.")
    facts = {"text": text % {"who": queries.who_safeguards(request.organisation)}, "button": _("Move it")}
    return done or shown(request, found, base, form, _("Move it to safeguarding"), **facts)


@entry
def contact(request: Any, found: Contribution, base: str) -> HttpResponse:
    """How somebody wants to be contacted, and what came of it. Of the register no more than their first choice."""
    wish = queries.contact_wish_of(found)
    if wish is None or not safety_rules.can_end_contact(request.actor, found, wish):
        raise NotYours
    form = forms.EndContactForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_contact(wish=wish, by=request.actor, **data),
        then=base,
        note=_("Written down."),
    )
    text = _("They asked to be contacted by %(day)s.") % {"day": parts.day(wish.contact_by)}
    facts = {"text": text, "ways": queries.ways_to(found, wish)[:1], "button": _("Write it down")}
    return done or shown(request, found, base, form, _("Somebody asked to be contacted"), **facts)


ACTS = {"read/": read, "safeguarding/": safeguard, "contact/": contact}
