"""What a bid says and promises, who was asked for it, what the funder said, and what became of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.dates import for_example

from ..claim_words import LEVELS
from ..models.bids import Going


class BidForm(forms.Seen):
    title = forms.Line(
        label=_("What is it for?"), help_text=_("For example: three more years of the night line."), limit=200
    )
    funder = forms.Line(label=_("Who is asked for the money?"), limit=200)
    submit_on = forms.Day(
        label=_("By which day is it to be sent?"),
        help_text=for_example(_("Who was asked before it is counted from that day. For example %(day)s.")),
        needed=_("Write by which day it is to be sent. Without a day nobody can say who was asked before it."),
    )
    words = forms.Words(
        label=_("What does it say about people’s part?"),
        help_text=_("Copy it in word for word, as the funder reads it. Name nobody."),
        needed=_("Copy in what it says about people’s part, word for word. That is what is held against the record."),
        rows=10,
        limit=20_000,
    )
    rests_on = forms.Words(
        label=_("What does it rest on?"),
        help_text=_(
            "Decisions and opportunities about which people were asked: their addresses or codes, one on each line. "
            "Leave it empty if there are none."
        ),
        required=False,
        rows=3,
        limit=2000,
    )
    promised = forms.Money(
        label=_("How much money does it promise for involvement?"),
        help_text=_("What is in the bid for paying people and what they need. Leave it empty if it says nothing."),
        required=False,
    )
    promised_words = forms.Words(
        label=_("What else does it promise to people?"),
        help_text=_("In words, as it says it. Those who were asked can read this."),
        required=False,
        rows=3,
        limit=2000,
    )
    unit = forms.Pick(label=_("Which part of the organisation asks for it?"))
    field_order = ("title", "funder", "submit_on", "words", "rests_on", "promised", "promised_words", "unit")

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units:
            self.fields["unit"].choices = units  # type: ignore[attr-defined]
        else:  # it stays with the part that it has
            del self.fields["unit"]


class AskedForm(forms.Form):
    person = forms.Line(
        label=_("Somebody on the register"),
        help_text=_("Their name or code. They are told, and can say that it is not so."),
        required=False,
        limit=200,
    )
    who = forms.Line(
        label=_("Or some people, without names"),
        help_text=_("For example: the Tuesday group."),
        required=False,
        limit=200,
    )
    asked_on = forms.Day(label=_("When were they asked?"), required=False)
    never = forms.Tick(label=_("They were never asked"), required=False)
    what = forms.Words(
        label=_("What were they asked, and how?"),
        help_text=_("Whoever you name can read this."),
        required=False,
        rows=3,
        limit=2000,
    )


class SendForm(forms.Seen):
    sent_on = forms.Day(label=_("On which day was it sent?"))
    despite = forms.Words(
        label=_("Why is it sent although the record does not support all of it?"),
        help_text=_("This stays with it. Name nobody."),
        needed=_("Go back and change the words, or write why it is sent like this."),
        rows=3,
        limit=2000,
    )

    def __init__(self, *args: Any, unsupported: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not unsupported:
            del self.fields["despite"]


class AwardForm(forms.Form):
    won = forms.Choice(label=_("What did the funder say?"), choices=[("yes", _("Won")), ("no", _("Not won"))])
    decided_on = forms.Day(label=_("On which day?"))
    amount = forms.Money(label=_("How much was awarded?"), required=False, most=999_999_999)


class LookForm(forms.Form):
    kept = forms.Choice(label=_("Was what was promised to people kept?"), choices=Going.choices)
    happened = forms.Words(
        label=_("What really happened?"),
        help_text=_("Those who were asked for the bid read this. Name nobody."),
        needed=_("Write what really happened. Those who were asked for the bid read it."),
        rows=5,
        limit=4000,
    )
    going = forms.Choice(label=_("Is it still going?"), choices=Going.choices)
    role = forms.Line(
        label=_("Who looked?"), help_text=_("By role, for example: Team manager, Crisis line."), limit=200
    )


class AskToSignForm(forms.Form):
    level = forms.Choice(
        label=_("Which part do you say people had?"),
        choices=[(str(number), words) for number, words in LEVELS.items()],
    )
    reply_by = forms.Day(
        label=_("By when does it help you to hear from them?"),
        help_text=for_example(_("They can answer later, too, and silence is never a yes. For example %(day)s.")),
    )


class AnswerBidForm(forms.Form):
    words = forms.Words(
        label=_("Do you want to say more?"),
        help_text=_("Those who keep the bid read it as you write it, without your name. You can leave it empty."),
        required=False,
        strip=False,
        rows=4,
        limit=4000,
    )


class AnswerForThemForm(AnswerBidForm):
    """Written down by staff, for somebody who said it on the phone or face to face."""

    who = forms.Line(label=_("Who told you?"), help_text=_("Their name or code on the register."), limit=200)
    medium = forms.Choice(label=_("How did they tell you?"), choices=list(MEDIA.items()))
    so = forms.Choice(
        label=_("What do they say?"), choices=[("no", _("That it is not so")), ("yes", _("That it is so"))]
    )
    field_order = ("who", "medium", "so", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("In their own words")


class BidWordsForm(forms.Form):
    """One box for each part, with one word on each line."""

    why = forms.Words(
        label=_("Why these words?"),
        needed=_("Write why. Whoever reads a bid against them reads it too."),
        rows=3,
        limit=2000,
    )
    from_day = forms.Day(label=_("From which day?"), help_text=for_example(_("Today or later, for example %(day)s.")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level, words in LEVELS.items():
            field = forms.Words(label=words, required=False, rows=4, limit=4000)
            field.named(f"level{level}")
            self.fields[f"level{level}"] = field
        self.order_fields([*(f"level{level}" for level in LEVELS), "why", "from_day"])

    def words(self) -> dict[int, list[str]]:
        lines = {level: self.cleaned_data[f"level{level}"].splitlines() for level in LEVELS}
        return {level: [" ".join(line.split()) for line in each if line.strip()] for level, each in lines.items()}
