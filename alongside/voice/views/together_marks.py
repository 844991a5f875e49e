"""The last word of those who took part, under the answer to what came out."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from ..forms import together as forms
from ..queries import together, together_marks
from ..rules import together_marks as rules
from ..services import together_marks as services
from .together import here


def mark(request: Any, org: str, code: str) -> HttpResponse:
    """Also for whoever said something of it before and thinks otherwise now."""
    ground, actor, token = here(request, code)
    digest, base = together.voter_digest(ground, actor, token), f"/{org}/together/{code}/"
    answer = together.answer_to(ground)
    word = together_marks.last_word(ground, answer, digest)
    if not rules.can_mark(actor, ground, answer, word.took_part):
        raise NotYours
    form = forms.MarkAnswerForm.of(request, initial={"kind": word.own})
    act = partial(services.mark_answer, ground=ground, digest=digest, by=actor)
    note = _("Kept, without your name. You can change it until there is a new answer.")
    done = pages.submit(request, form, lambda data: act(**data), then=f"{base}so-far/", note=note)
    page = {
        "title": _("What do you say of the answer?"),
        "ground": ground,
        "answer": answer,
        "form": form,
        "back": (_("What people say about it"), f"{base}so-far/"),
    }
    return pages.unkept(done or pages.page(request, "voice/together/mark.html", page))
