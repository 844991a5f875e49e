"""How somebody wants to hear from us."""

from __future__ import annotations

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from alongside.core import forms
from alongside.post.models import Rhythm

from .told import Told

DAYS = [(str(number + 1), name) for number, name in WEEKDAYS.items()]


class HearingForm(Told):
    often = forms.Choice(choices=Rhythm.choices)
    answers_at_once = forms.Tick()
    days = forms.Ticks(choices=DAYS, required=False)
    from_time = forms.Time(required=False)
    until_time = forms.Time(required=False)
    on_the_phone = forms.Words(required=False, rows=2, limit=500)
    leave_word = forms.Tick()
    quote_email = forms.Tick()
    quote_post = forms.Tick()

    def say(self) -> None:
        self.label("often", _("How often may we write to you?"), _("How often may we write to them?"))
        self.label(
            "answers_at_once",
            _("When there is an answer to what I said, tell me at once"),
            _("When there is an answer to what they said, tell them at once"),
        )
        self.label("days", _("On which days?"), _("On which days?"))
        self.label("from_time", _("Not before this time of day"), _("Not before this time of day"))
        self.label("until_time", _("Not after this time of day"), _("Not after this time of day"))
        self.label("on_the_phone", _("When we ring you, what should we know?"), _("What should whoever rings know?"))
        self.label("leave_word", _("You may leave word that you rang"), _("We may leave word that we rang"))
        self.label(
            "quote_email", _("You may repeat my own words in e-mails"), _("We may repeat their own words in e-mails")
        )
        self.label(
            "quote_post", _("You may repeat my own words in letters"), _("We may repeat their own words in letters")
        )
        self._hints()

    def _hints(self) -> None:
        self.fields["often"].help_text = _("A place, a date or a change of plan always comes at once: it cannot wait.")
        self.fields["days"].help_text = _("Tick none if any day is fine.")
        self.fields["from_time"].help_text = _("For example, 10am. Leave both times empty if any time is fine.")
        self.fields["until_time"].help_text = _("For example, 4pm. This goes for calls, e-mails and text messages.")
        self.fields["on_the_phone"].help_text = _("For example: let it ring for a long time, or ask for Sam.")
        self.fields["leave_word"].help_text = _("With whoever answers, or on a machine. Never what it is about.")
        self.fields["quote_email"].help_text = _("Somebody else may be able to read them. Left empty, we never do.")
        self.fields["quote_post"].help_text = _("Somebody else may open them. Left empty, we never do.")
