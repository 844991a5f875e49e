"""What is claimed, and what those who were there say of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.dates import for_example

from ..claim_words import LEVELS
from ..models.claims import DECLINED, DISPUTED, SIGNED, TAKEN_BACK, Outlet


class WordingForm(forms.Seen):
    """The part that a new version has too."""

    text = forms.Words(
        label=_("What do you say, word for word?"),
        help_text=_("As others will read it. Name nobody."),
        needed=_("Write what you say, word for word, as others will read it."),
        rows=4,
        limit=2000,
    )
    level = forms.Choice(
        label=_("Which part do you say people had?"),
        choices=[(str(number), words) for number, words in LEVELS.items()],
    )
    rests_on = forms.Words(
        label=_("What does it rest on?"),
        help_text=_(
            "Decisions, opportunities, sessions, changes: their addresses or codes, one on each line. Those who were "
            "there are asked to sign."
        ),
        needed=_("Say what it rests on: a decision, an opportunity, a session or a change, by its address or code."),
        rows=3,
        limit=2000,
    )
    reply_by = forms.Day(
        label=_("By when does it help you to hear from them?"),
        help_text=for_example(_("They can answer later, too, and silence is never a yes. For example %(day)s.")),
    )
    ends_on = forms.Day(
        label=_("Until when is it to be said?"),
        help_text=_("Leave it empty if there is no such day. It also lapses when what it rests on is no longer so."),
        required=False,
    )


class ClaimForm(WordingForm):
    outlet = forms.Choice(label=_("Where is it said?"), choices=Outlet.choices)
    audience = forms.Line(
        label=_("Who reads it there?"), help_text=_("For example: visitors of our website."), limit=200
    )
    unit = forms.Pick(label=_("Which part of the organisation says it?"))
    field_order = ("text", "outlet", "audience", "level", "rests_on", "unit", "reply_by", "ends_on")

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class RestateForm(WordingForm):
    why = forms.Words(
        label=_("Why does it say something else now?"),
        help_text=_("Those who signed the old words read this. Name nobody."),
        rows=3,
        limit=1000,
    )


class SignForm(forms.Form):
    name = forms.Line(
        label=_("Your name, if it is to stand there"),
        help_text=_("Leave it empty, and nobody reads your name. Anybody can read what you write here."),
        required=False,
        limit=100,
    )
    words = forms.Words(
        label=_("Do you want to say something with it?"),
        help_text=_("It stands there as you write it. Name nobody else. You can leave it empty."),
        required=False,
        strip=False,
        rows=4,
        limit=4000,
    )


class DisputeForm(SignForm):
    field_order = ("words", "name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What is not true about it?")


class ReplyForm(forms.Form):
    words = forms.Words(
        label=_("Your reply"),
        help_text=_("Once. It stands below what they said, as you write it. Name nobody."),
        strip=False,
        rows=4,
        limit=4000,
    )


class OrganisationReplyForm(ReplyForm):
    role = forms.Line(
        label=_("Who replies?"), help_text=_("By role, for example: Team manager, Crisis line."), limit=200
    )


class ForThemForm(SignForm):
    """Written down by staff, for somebody who said it on the phone or face to face."""

    who = forms.Line(label=_("Who told you?"), help_text=_("Their name or code on the register."), limit=200)
    medium = forms.Choice(label=_("How did they tell you?"), choices=list(MEDIA.items()))
    answer = forms.Choice(
        label=_("What do they say?"),
        choices=[
            (SIGNED, _("They sign it")),
            (DECLINED, _("They do not want to sign it")),
            (DISPUTED, _("They say that it is not true")),
            (TAKEN_BACK, _("They take back what they said before")),
        ],
    )
    field_order = ("who", "medium", "answer", "words", "name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Their name, if they want it to stand there")
        self.fields["name"].help_text = _("Ask them how it is to be written. Leave it empty, and nobody reads it.")
        self.fields["words"].label = _("In their own words")
