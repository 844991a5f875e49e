"""The page on which a group says whether what was taken down is what it said."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core.errors import NotYours

from ..forms.group_words import GroupSaysForm
from ..rules.group_words import can_group_say
from ..services.group_words import group_says
from .places import At


def confirm(at: At) -> HttpResponse:
    if not can_group_say(at.likely_speaker, at.contribution):
        raise NotYours
    return at.change(
        GroupSaysForm.of(at.request, own=at.own),
        group_says,
        title=_("Is that what you said together?") if at.own else _("Is that what the group said?"),
        text=_("Somebody who listened wrote this down for you. You know best whether it is right.")
        if at.own
        else _("Write down what they say about it. It stands beside the words, and nobody can take it away."),
        button=_("Say so"),
        note=_("Saved. It stands beside the words."),
    )


ACTS = {"group/": confirm}
