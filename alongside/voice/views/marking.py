"""What one thing that was said is about: suggested with the reason, and marked by a person with one click."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages, parts
from alongside.core.errors import NotYours

from .. import forms, rules, services
from ..models import Contribution
from ..queries import themes as about
from .answering import entry
from .ledger import author_of
from .theme_part import READING, themes_part


@entry
def mark(request: Any, found: Contribution, base: str) -> HttpResponse:
    if not rules.can_mark(request.actor, found):
        raise NotYours
    back = READING if request.POST.get("back") == READING else ""
    form = forms.MarkForm.of(request, themes=list(about.themes_of(request.actor, retired=True)))
    then = f"/{request.organisation.slug}/voices/reading/" if back else base
    done = pages.submit(
        request,
        form,
        lambda data: services.mark_theme(contribution=found, by=request.actor, **data),
        then=f"{then}#themes",
        note=_("Saved."),
    )
    page = {
        "title": _("What it is about"),
        "back": (_("What was said on %(day)s") % {"day": parts.day(found.said_on)}, base),
        "said": found,
        "by": author_of(found),
        "reads": rules.may_read_words(request.actor, found),
        "themes": themes_part(request, found, base, back),
        "form": form,
    }
    return done or pages.page(request, "voice/marking.html", page)


ACTS = {"themes/": mark}
