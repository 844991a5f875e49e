"""The shape of what is written to a yearly account: by the organisation, and in reply to it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from .rules.accounts import (
    LONGEST_INTRODUCTION,
    LONGEST_NAME,
    LONGEST_REPLY,
    LONGEST_TITLE,
    LONGEST_WHY,
)


class AccountForm(forms.Seen):
    title = forms.Line(label=_("Title"), limit=LONGEST_TITLE, needed=_("Give it a title."))
    introduction = forms.Words(
        label=_("How the year was, in the organisation’s own words"),
        help_text=_("What went badly first. Bumps, the map, what changed and the figures stand on the page anyway."),
        needed=_("Write how the year was, in your own words. What went badly first."),
        rows=10,
        limit=LONGEST_INTRODUCTION,
    )
    claims = forms.Ticks(
        label=_("Which claims rest on it?"),
        help_text=_("Each stands there with what is said against it. What is disputed stands there anyway."),
        required=False,
    )

    def __init__(self, *args: Any, claims: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if claims:
            self.fields["claims"].choices = claims  # type: ignore[attr-defined]
        else:
            del self.fields["claims"]


class PublishForm(forms.Seen):
    changed = forms.Words(
        label=_("What is different from the version that stands there now?"),
        help_text=_("Anybody reads this at the top of the new version."),
        needed=_("Say what is different from the version that stands there now."),
        rows=3,
        limit=LONGEST_WHY,
    )

    def __init__(self, *args: Any, again: bool, **kwargs: Any) -> None:
        """`again`: something is published already."""
        super().__init__(*args, **kwargs)
        if not again:
            del self.fields["changed"]


class ReplyForm(forms.Seen):
    words = forms.Words(
        label=_("What you say to it"),
        help_text=_("Nobody changes a word of it. You choose when others can read it."),
        needed=_("Write what you say to it."),
        rows=10,
        limit=LONGEST_REPLY,
    )
    name = forms.Line(
        label=_("Your name, if it is to stand there"),
        help_text=_("Leave it empty, and nobody reads your name."),
        required=False,
        limit=LONGEST_NAME,
    )


class HoldForm(forms.Form):
    why = forms.Words(
        label=_("Why could it harm somebody?"),
        help_text=_("Whoever wrote it reads this."),
        needed=_("Say why, so that whoever wrote it can put it right."),
        rows=3,
        limit=LONGEST_WHY,
    )
