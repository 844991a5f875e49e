"""Asking for stories, telling one, choosing, looking again, ending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..models.stories import GroupSide, Held, StoryAudience
from ..rules.stories import LONGEST_STORY, LONGEST_WORDS

WHOLE, NONE = "whole", "none"


def lines_of(words: str) -> list[str]:
    return [line for each in words.split("\n") if (line := " ".join(each.split()))]


class OpenForm(forms.Form):
    question = forms.Words(
        label=gettext_lazy("What do you ask people?"),
        help_text=gettext_lazy(
            "Like “What changed most for you here since last spring, and why does it matter to you?”"
        ),
        rows=2,
        limit=LONGEST_WORDS,
    )
    about = forms.Words(
        label=gettext_lazy("What is it for, and what do you do with the stories?"), rows=3, limit=LONGEST_WORDS
    )
    unit = forms.Pick(label=gettext_lazy("About what?"))
    until = forms.Day(label=gettext_lazy("Until when can people tell?"))
    domains = forms.Words(
        label=gettext_lazy("In what could something have changed?"),
        help_text=gettext_lazy("One on a line, written with those who take part. “Any other change” is added."),
        rows=3,
        limit=LONGEST_WORDS,
    )
    people = forms.Words(
        label=gettext_lazy("Which groups of those who take part choose first?"),
        help_text=gettext_lazy("One on a line."),
        rows=2,
        limit=LONGEST_WORDS,
    )
    staff = forms.Words(
        label=gettext_lazy("Which groups of those who work here choose first?"),
        help_text=gettext_lazy("One on a line. They choose apart from the others."),
        rows=2,
        limit=LONGEST_WORDS,
    )
    together = forms.Line(
        label=gettext_lazy("Who chooses last, both sides together, from what these chose?"), limit=200
    )

    def __init__(self, *args: Any, units: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class TellForm(forms.Form):
    person = forms.Line(
        label=gettext_lazy("Who told it?"),
        help_text=gettext_lazy("Their name on the register, or the code of their page."),
        autocomplete="off",
    )
    medium = forms.Choice(label=gettext_lazy("How did they tell it?"), choices=list(MEDIA.items()))
    agreed = forms.Tick(
        label=gettext_lazy("They agreed that I write it down here, and heard it read back"),
        required=True,
        needed=gettext_lazy("Ask them first, and read it back to them."),
    )
    domain = forms.Pick(label=gettext_lazy("In what did something change?"))
    words = forms.Words(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("As you would tell a friend: how it was before, what happened, how it is now."),
        rows=8,
        limit=LONGEST_STORY,
    )
    why = forms.Words(label=gettext_lazy("Why does this change matter most?"), rows=3, limit=LONGEST_WORDS)
    audience = forms.Choice(label=gettext_lazy("Who may read it?"), choices=StoryAudience.choices)
    named = forms.Tick(label=gettext_lazy("My name may stand with it"))
    use_outside = forms.Tick(label=gettext_lazy("It may be told outside, in a report or a bid"))
    may_check = forms.Tick(
        label=gettext_lazy("If it is chosen, others may be asked whether it is so"),
        help_text=gettext_lazy("Nobody is asked who could guess more from it than you want."),
    )

    def __init__(self, *args: Any, domains: Sequence[tuple[str, str]], own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = domains  # type: ignore[attr-defined]
        if own:
            for name in ("person", "medium", "agreed"):
                del self.fields[name]
        else:
            self.fields["named"].label = _("Their name may stand with it")


class ChooseForm(forms.Form):
    story = forms.Choice(label=gettext_lazy("Which story did they choose?"), choices=[])
    people = forms.Number(label=gettext_lazy("How many who take part chose?"), least=0, most=200)
    staff = forms.Number(label=gettext_lazy("How many who work here chose?"), least=0, most=200)
    reason = forms.Words(
        label=gettext_lazy("Why this one?"),
        help_text=gettext_lazy("What was said for it, and for the others. Everybody who told a story reads this."),
        rows=5,
        limit=LONGEST_WORDS,
    )

    def __init__(self, *args: Any, stories: Sequence[tuple[str, str]], side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["story"].choices = [*stories, (NONE, _("None of them"))]  # type: ignore[attr-defined]
        if side == GroupSide.PEOPLE:
            del self.fields["staff"]
        elif side == GroupSide.STAFF:
            del self.fields["people"]


class CheckForm(forms.Form):
    found = forms.Choice(label=gettext_lazy("What did you find?"), choices=Held.choices)
    how = forms.Words(label=gettext_lazy("Whom did you ask, or what did you look at?"), rows=3, limit=LONGEST_WORDS)


class EndForm(forms.Form):
    through = forms.Words(
        label=gettext_lazy("What runs through all of them?"),
        help_text=gettext_lazy("Also through those that were not chosen, and what went badly in them."),
        rows=4,
        limit=LONGEST_STORY,
    )
    learned = forms.Words(
        label=gettext_lazy("What was learned, and what is done about it?"), rows=4, limit=LONGEST_STORY
    )
    next_time = forms.Words(label=gettext_lazy("What will you do otherwise next time?"), rows=3, limit=LONGEST_STORY)


class TakeBackForm(forms.Form):
    medium = forms.Choice(label=gettext_lazy("How did they ask you?"), choices=list(MEDIA.items()))

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["medium"]
