from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.people.models import Person
from alongside.people.queries import shown_name

ME, OTHER_STAFF = "me", "staff"


class MeetingForm(forms.Seen):
    title = forms.Line(label=_("What is it?"), help_text=_("For example, Interview day"), limit=300)
    day = forms.Day(label=_("Which day?"))
    start = forms.Time(label=_("From"))
    until = forms.Time(label=_("Until"))
    place = forms.Line(label=_("Where?"), help_text=_("The address and the room, or the link to join."), limit=300)

    def times(self, zone: str) -> dict[str, datetime]:
        """On the organisation's clock."""
        found, where = self.cleaned_data, ZoneInfo(zone)
        return {
            "starts_at": datetime.combine(found["day"], found["start"], where),
            "ends_at": datetime.combine(found["day"], found["until"], where),
        }


class AgendaForm(forms.Form):
    """Staff say who raised it: one of `people`, or staff. Somebody who takes part is not asked."""

    title = forms.Line(label=_("What should be talked about?"), limit=300)
    raised_by = forms.Pick(label=_("Who raised it?"))

    def __init__(self, *args: Any, people: Iterable[Person] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people or ()}
        if people is None:
            del self.fields["raised_by"]
            return
        named = [(code, shown_name(person)) for code, person in self.people.items()]
        staff = [(ME, _("I did")), (OTHER_STAFF, _("Other staff"))]
        self.fields["raised_by"].choices = [*named, *staff]  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    title = forms.Line(label=_("What is the paper called?"), limit=300)
    file = forms.Upload(
        label=_("The file"),
        help_text=_(
            "A document, a picture or a recording, up to 20 MB. Leave it out if the paper only goes out by post."
        ),
        most_mb=20,
        required=False,
    )


class SentForm(forms.Form):
    on = forms.Day(label=_("On which day did they go out?"))
    same = forms.Choice(
        label=_("Did everybody get the same?"),
        choices=[
            ("yes", _("Yes, everybody got the same papers")),
            ("no", _("No, staff had something that others had not")),
        ],
    )
    difference = forms.Line(label=_("What was different?"), required=False, limit=300)

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {"on": found["on"], "same_for_everyone": found["same"] == "yes", "difference": found["difference"]}


class ArrangementForm(forms.Form):
    person = forms.Pick(label=_("For whom?"))
    what = forms.Words(label=_("What has to be arranged?"), rows=3, limit=2000)
    due_on = forms.Day(label=_("By when?"), help_text=_("Leave it empty for two working days before."), required=False)

    def __init__(self, *args: Any, people: Iterable[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people}
        self.fields["person"].choices = [(c, shown_name(p)) for c, p in self.people.items()]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "person": self.people[found["person"]]}
