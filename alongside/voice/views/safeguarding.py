"""The restricted queue of the safeguarding lead. For nobody else does any of these pages exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages, parts

from .. import forms, queries, safety_rules, services, tables, warning_words
from ..models import Concern
from ..models.safety import CONCERN_STATES
from .ledger import author_of

View = Callable[[Any, Concern, str], HttpResponse]
TONES = {"raised": "late", "looking": "open", "closed": "done", "released": "quiet"}


def queue(request: Any, org: str) -> HttpResponse:
    rows = queries.concerns_for(request.actor)
    base = f"/{org}/safeguarding/"
    page = {
        "title": _("Safeguarding"),
        "lead": _("What may be a risk to somebody. Nobody else here sees it or knows of it."),
        "table": tables.ConcernTable(request, rows, base),
        "unread": queries.phrase_unread(request.actor, request.clock.today()),
        "most": queries.MOST_COUNTED,
        "base": base,
    }
    return pages.unkept(pages.page(request, "voice/safeguarding.html", page))


def concern(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.concern_for(request.actor, code)
    services.open_concern(concern=found, by=request.actor)
    base, actor = f"/{org}/safeguarding/{code}/", request.actor
    said = found.contribution
    wish = queries.contact_wish_of(said)
    acts = (
        (_("I am looking at it"), "look/", safety_rules.can_look(actor, found)),
        (_("Give it back"), "release/", safety_rules.can_release(actor, found)),
        (_("Close it"), "close/", safety_rules.can_close(actor, found)),
        (_("Write down that they were contacted"), "contact/", _contact_open(actor, found, wish)),
    )
    page = {
        "title": _("What was said on %(day)s") % {"day": parts.day(said.said_on)},
        "back": (_("Safeguarding"), f"/{org}/safeguarding/"),
        "concern": found,
        "openings": queries.openings_of(found),
        "said": said,
        "files": queries.files_of(said),
        "base": base,
        "by": author_of(said),
        "state": (CONCERN_STATES[found.state], TONES[found.state]),
        "facts": _facts(found),
        "ways": queries.ways_to(said, wish),
        "wish": wish,
        "hits": warning_words.shown(warning_words.hits(said.words, queries.words_of(found.organisation_id))),
        "acts": [(label, base + step) for label, step, can in acts if can],
    }
    return pages.unkept(pages.page(request, "voice/concern.html", page))


def _contact_open(actor: Any, found: Concern, wish: Any) -> bool:
    return wish is not None and safety_rules.can_end_contact(actor, found.contribution, wish)


def _facts(found: Concern) -> list[tuple[Any, Any]]:
    return [
        (_("How it came here"), found.get_raised_by_display()),
        (_("By whom"), found.recorded_by.get_full_name() if found.recorded_by else "–"),
        (_("What worried them"), found.why or "–"),
        (_("Came here on"), found.raised_on),
        (_("To be looked at by"), found.look_by),
        (_("About"), found.contribution.about or found.contribution.unit.name),
        (_("What was done"), found.done or "–"),
    ]


def act(view: View) -> Callable[..., HttpResponse]:
    @wraps(view)
    def page(request: Any, org: str, code: str) -> HttpResponse:
        found = queries.concern_for(request.actor, code)
        return pages.unkept(view(request, found, f"/{org}/safeguarding/{code}/"))

    return page


def _change(request: Any, form: Any, verb: Callable[..., Any], then: str, back: str, **facts: Any) -> HttpResponse:
    done = pages.submit(request, form, lambda data: verb(by=request.actor, **data), then=then, note=_("Saved."))
    return done or pages.page(request, "core/confirm.html", {"form": form, "back": (_("Back"), back), **facts})


@act
def look(request: Any, found: Concern, base: str) -> HttpResponse:
    form = core_forms.Form.of(request)
    verb = partial(services.look_at_concern, concern=found)
    text = _("The one who said it sees that somebody is looking at it.")
    return _change(request, form, verb, base, base, title=_("Are you looking at it?"), text=text, button=_("Yes"))


@act
def release(request: Any, found: Concern, base: str) -> HttpResponse:
    form = forms.DoneForm.of(request, seen=found.version)
    verb = partial(services.release_concern, concern=found)
    text = _("It goes back to where it was, with the days it had. Those who answer there see it again.")
    then = f"/{request.organisation.slug}/safeguarding/"
    return _change(request, form, verb, then, base, title=_("Give it back"), text=text, button=_("Give it back"))


@act
def close(request: Any, found: Concern, base: str) -> HttpResponse:
    form = forms.DoneForm.of(request, seen=found.version)
    verb = partial(services.close_concern, concern=found)
    text = _("It stays here and nobody else sees it. You can give it back later, so that it is answered.")
    return _change(request, form, verb, base, base, title=_("Close it"), text=text, button=_("Close it"))


@act
def contact(request: Any, found: Concern, base: str) -> HttpResponse:
    form = forms.EndContactForm.of(request)
    verb = partial(services.end_contact, wish=queries.contact_wish_here(found))
    return _change(request, form, verb, base, base, title=_("They were contacted"), button=_("Write it down"))


def phrases(request: Any, org: str) -> HttpResponse:
    versions = list(queries.phrase_lists(request.actor)[:20])
    now = queries.words_of(request.organisation.pk)
    initial = {name: "\n".join(listed) for name, listed in now.groups} | {"left_out": "\n".join(now.left_out)}
    form = forms.PhrasesForm.of(request, initial=initial, seen=versions[0].pk if versions else 0)
    base = f"/{org}/safeguarding/"
    done = pages.submit(
        request,
        form,
        lambda data: services.change_phrases(by=request.actor, **data),
        then=f"{base}words/",
        note=_("Saved. It holds from now on, also for what nobody has read yet."),
    )
    history = queries.phrase_history(versions)
    page = {"title": _("Words that raise something"), "back": (_("Safeguarding"), base), "form": form}
    return done or pages.page(request, "voice/phrases.html", {**page, "history": history})


ACTS = {"look/": look, "release/": release, "close/": close, "contact/": contact}
