from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.dates import for_example
from alongside.people.models import Training, Ways

BEFORE = _("Needed before it opens.")


class OpportunityForm(forms.Seen):
    """What may wait until it opens is not required here: opening it says what is missing."""

    title = forms.Line(label=_("What is it called?"), help_text=_("What you would say on the phone."), limit=300)
    advert = forms.Words(
        label=_("What would somebody do?"),
        help_text=_("Short sentences. No words that only staff use."),
        limit=8000,
        rows=6,
    )
    can_change = forms.Words(
        label=_("What can still change because of it?"), help_text=BEFORE, required=False, rows=3, limit=4000
    )
    decider = forms.Line(label=_("Who decides?"), limit=300)
    hear_back = forms.Words(
        label=_("How and by when do people hear what came of it?"),
        help_text=BEFORE,
        required=False,
        rows=3,
        limit=4000,
    )
    seats = forms.Number(label=_("How many seats?"), help_text=_("Two is the least that works."), least=1, most=500)
    lone_seat_reason = forms.Words(
        label=_("If there is only one seat: why?"),
        help_text=_("One person alone is easily outvoted. This is always flagged."),
        required=False,
        rows=2,
        limit=2000,
    )
    when = forms.Line(
        label=_("When?"), help_text=_("Days and times, and how long it takes."), required=False, limit=300
    )
    where = forms.Line(label=_("Where?"), required=False, limit=300)
    ways = forms.Pick(
        label=_("How do people take part?"),
        help_text=_("Those who only want one of the two see first what fits them."),
        choices=[("", _("Not said yet")), *Ways.choices],
        required=False,
    )
    pay = forms.Line(
        label=_("What is paid?"),
        help_text=_("For the day and for preparing, and the fares. Needed before it opens."),
        required=False,
        limit=300,
    )
    prep_minutes = forms.Number(
        label=_("How many minutes of preparation?"), help_text=_("Reading time is time."), most=6000, required=False
    )
    prep_paid = forms.Pick(
        label=_("Is the preparation paid?"),
        choices=[("", _("Not said yet")), ("yes", _("Yes")), ("no", _("No"))],
        required=False,
    )
    support = forms.Words(label=_("What support is there?"), required=False, rows=2, limit=4000)
    training = forms.Words(label=_("What training is needed, and who gives it?"), required=False, rows=2, limit=4000)
    training_needed = forms.Pick(
        label=_("Which training must somebody have done to be drawn?"),
        help_text=_("Only one that they cannot do without. The list stands in the settings."),
        required=False,
    )
    closes_on = forms.Day(
        label=_("Last day to say “I am interested”"),
        help_text=for_example(_("For example, %(day)s. Needed before it opens.")),
        required=False,
    )
    closes_at = forms.Time(
        label=_("Until what time on that day?"),
        help_text=_("For example, 5pm. Leave it empty for the end of the day."),
        required=False,
    )

    def __init__(self, *args: Any, trainings: Iterable[Training] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trainings = {training.code: training for training in trainings}
        named = [(code, training.name) for code, training in self.trainings.items()]
        self.fields["training_needed"].choices = [("", _("None")), *named]  # type: ignore[attr-defined]

    def words(self) -> Any:
        """What the verb calls an Advert: everything but the version."""
        found = {name: value for name, value in self.answers().items() if name != "seen"}
        training = self.trainings.get(found["training_needed"])
        paid = {"yes": True, "no": False}.get(found["prep_paid"])
        return {**found, "prep_minutes": found["prep_minutes"] or 0, "prep_paid": paid, "training_needed": training}


class FindForm(forms.Form):
    """Find somebody on the register by name."""

    words = forms.Line(label=_("Their name, or the beginning of it"), limit=100, required=False)
