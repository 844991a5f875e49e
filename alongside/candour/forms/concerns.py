"""Raising a concern about involvement, following it, reading it; and who reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.dates import for_example

from ..models import ConcernContact, Outcome, Show
from ..rules.concerns import LONGEST_WORDS
from .asked import ChosenForm

SHOW_HINTS = {
    Show.NAME: _("The one who reads it reads your words first, and opens your name after that. You see when."),
    Show.PAGE: _("You get a code. With it you read what they answer, and write back. Nobody knows who you are."),
    Show.NOBODY: _("There is no code and no way back: nobody can tell you what came of it."),
}


class RaiseForm(forms.Form):
    """`may_sign`: signed in, so the name need not be written. `for_them`: somebody writes it down for another."""

    contact = forms.Choice(
        label=_("Who shall read it?"),
        help_text=_("Nobody else can. Choose somebody it is not about."),
        needed=_("Choose who reads it."),
    )
    medium = forms.Choice(label=_("How did they tell you?"), choices=list(MEDIA.items()))
    words = forms.Words(
        label=_("What was not right?"),
        help_text=_("In your own words. A few are enough. Leave out your name if you do not want to show it."),
        needed=_("Write what was not right. A few words are enough."),
        rows=9,
        limit=LONGEST_WORDS,
    )
    show = forms.Choice(
        label=_("Who may the reader know that you are?"), choices=Show.choices, hints=dict(SHOW_HINTS.items())
    )
    name = forms.Line(label=_("If you show your name: what is it?"), limit=200, required=False, autocomplete="off")

    def __init__(
        self, *args: Any, contacts: Sequence[ConcernContact], may_sign: bool, for_them: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [(each.code, each.shown_as) for each in contacts]  # type: ignore[attr-defined]
        if len(contacts) == 1:
            self.fields["contact"].initial = contacts[0].code
        if may_sign:
            del self.fields["name"]
        if not for_them:
            del self.fields["medium"]
        else:
            self.fields["words"].label = _("What was not right, in their words?")
            self.fields["words"].help_text = _("As they said it. Do not make it tidier or milder.")
            self.fields["show"].label = _("Who may the reader know that they are?")
            self.fields["name"].label = _("If they show their name: what is it?")


class ReaderForm(forms.Form):
    contact = forms.Choice(label=_("Who shall read on?"), needed=_("Choose who reads on."))

    def __init__(self, *args: Any, contacts: Sequence[ConcernContact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [(each.code, each.shown_as) for each in contacts]  # type: ignore[attr-defined]


class MessageForm(forms.Form):
    words = forms.Words(
        label=_("What do you want to write?"), needed=_("Write a few words."), rows=6, limit=LONGEST_WORDS
    )


class SettledForm(forms.Form):
    settled = forms.Choice(
        label=_("Did this settle it?"),
        choices=[("yes", _("Yes, it did")), ("no", _("No, it did not"))],
        hints={"no": _("Then another answer is owed. You can also go to the one outside.")},
    )
    words = forms.Words(
        label=_("Do you want to say why?"), help_text=_("Only the reader sees it."), required=False, rows=4, limit=4000
    )


class SummaryForm(forms.Form):
    words = forms.Words(
        label=_("What do you want to tell everybody?"),
        help_text=_("In your own words. Leave out names, yours too, and what only you can know."),
        needed=_("Write what others may read."),
        rows=6,
        limit=4000,
    )


class ReplyForm(forms.Form):
    words = forms.Words(
        label=_("What do you say to it?"),
        help_text=_("It stands beside their words for everybody, and cannot be changed afterwards. Name nobody."),
        needed=_("Write your reply."),
        rows=6,
        limit=4000,
    )
    role = forms.Line(label=_("Who says it, by role?"), limit=200, help_text=_("For example, “Chair of the board”."))


class AnswerForm(forms.Seen):
    kind = forms.Choice(label=_("What did you find?"), choices=Outcome.choices)
    words = forms.Words(
        label=_("Your answer"), help_text=_("Only the one who raised it reads it."), rows=7, limit=LONGEST_WORDS
    )
    different = forms.Words(
        label=_("What will be different?"),
        help_text=_("Who does what by when. Needed where something was not right."),
        required=False,
        rows=4,
        limit=4000,
    )


class TermsForm(forms.Form):
    outside_name = forms.Line(
        label=_("Who outside can be asked?"),
        help_text=_("For a concern about the reader, and while there is none. A body that does not depend on you."),
        limit=200,
    )
    outside_how = forms.Words(label=_("How are they reached?"), rows=3, limit=1000)
    acknowledge_days = forms.Number(label=_("Working days until the reader says that they have it"), least=1, most=60)
    answer_days = forms.Number(label=_("Working days until there is an answer"), least=1, most=60)
    late_days = forms.Number(
        label=_("Working days after that, until the board hears that one is late"),
        help_text=_("The board hears no more than that."),
        least=1,
        most=20,
    )


class ContactForm(ChosenForm):
    FIRST = ("user", "shown_as", "why_outside")

    user = forms.Pick(
        label=_("Who is it?"),
        help_text=_("Somebody with the role “Reader of concerns” and no other role here."),
        needed=_("Choose who it is."),
    )
    shown_as = forms.Line(
        label=_("How shall everybody read who it is?"),
        limit=200,
        help_text=_("As they wish: a name, or “an advocate at …”. Strangers read it too."),
    )
    why_outside = forms.Words(label=_("Why are they outside the team?"), rows=2, limit=1000)
    how_chosen = forms.Words(
        label=_("How did contributors choose?"),
        help_text=_("Everybody can read this. Name nobody."),
        rows=3,
        limit=2000,
    )
    from_day = forms.Day(label=_("From which day?"), help_text=for_example(_("For example, %(day)s.")))
    until_day = forms.Day(
        label=_("Until which day?"), help_text=_("Two years at the most. Then contributors choose again.")
    )

    def __init__(self, *args: Any, users: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].choices = [("", _now("Choose one")), *users]  # type: ignore[attr-defined]
