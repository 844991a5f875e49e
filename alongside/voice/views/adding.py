"""Adding to what one said: with the code, signed in, or written down by staff."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import crowding
from alongside.core.errors import NotYours
from alongside.core.visitors import asker

from .. import forms, queries, rules, services
from ..shapes import Uses
from .places import At


def add(at: At) -> HttpResponse:
    first = queries.first_of_thread(at.contribution)
    if not rules.can_add(at.likely_speaker, first):
        raise NotYours
    form = forms.AddForm.of(
        at.request,
        own=at.own,
        may_credit=first.person_id is not None,
        initial={"uses": forms.uses_as_list(Uses.of(first))},
    )

    def verb(**data: Any) -> Any:
        if at.own:
            crowding.check(asker(at.request), first.organisation_id, f"adds {first.pk}", data["words"])
        return services.add_words(uses=forms.uses_of(data), asks=forms.asks_of(data), **data)

    return at.change(
        form,
        verb,
        title=_("Add to what you said") if at.own else _("They add to what they said"),
        text=_("It stands with what you said before, on the same page.")
        if at.own
        else _("Write it down as they say it. It stands with what they said before, and is owed an answer too."),
        button=_("Add it") if at.own else _("Keep it"),
        note=_("Kept. It stands with what was said before."),
    )
