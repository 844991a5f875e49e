from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms
from alongside.decisions.taking import Waived
from alongside.people.queries import shown_name

from ..models import Attendance, Place


class AttendanceForm(forms.Form):
    """Three questions for each person who had a place."""

    def __init__(
        self,
        *args: Any,
        places: Iterable[Place],
        written: dict[int, Attendance],
        minutes: int,
        prep: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places = list(places)
        for place in self.places:
            self._ask(place, written.get(place.pk), minutes, prep)

    def _ask(self, place: Place, row: Attendance | None, minutes: int, prep: int) -> None:
        words = {"name": shown_name(place.person)}
        came, there, before = f"came_{place.code}", f"minutes_{place.code}", f"prep_{place.code}"
        self.fields[came] = forms.Choice(
            label=_("Did %(name)s come?") % words,
            choices=[("yes", _("Yes")), ("no", _("No"))],
            initial=("yes" if row.came else "no") if row else None,
        )
        self.fields[there] = forms.Number(
            label=_("How many minutes was %(name)s there?") % words,
            most=1440,
            required=False,
            initial=row.minutes if row and row.came else minutes,
        )
        self.fields[before] = forms.Number(
            label=_("How many minutes did %(name)s prepare?") % words,
            most=6000,
            required=False,
            initial=row.prep_minutes if row else prep,
        )
        for name in (came, there, before):
            self.fields[name].named(name)  # type: ignore[attr-defined]

    def rows(self) -> list[tuple[Place, bool, int, int]]:
        """Place, whether they came, minutes there, minutes of preparation."""
        found = self.cleaned_data
        return [
            (
                place,
                found[f"came_{place.code}"] == "yes",
                found[f"minutes_{place.code}"] or 0,
                found[f"prep_{place.code}"] or 0,
            )
            for place in self.places
        ]


class NotMetForm(forms.Form):
    """The person need not say what happened; staff must."""

    happened = forms.Words(label=_("What happened?"), needed=_("Write down what happened."), rows=4, limit=4000)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened"].required = not own


class NoteForm(forms.Seen):
    words = forms.Words(label=_("In a few words"), rows=6, limit=8000)

    def __init__(self, *args: Any, question: Any, hint: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = question, hint


class OutcomeForm(forms.Seen):
    outcome = forms.Words(label=_("What was decided?"), rows=3, limit=8000)
    reason = forms.Words(label=_("Why?"), help_text=_("People who took part read this."), rows=4, limit=8000)
    decided_on = forms.Day(label=_("On which day was it decided?"))
    taken_without_reason = forms.Words(
        label=_("Why is it taken without people?"),
        help_text=_("Decisions of this kind may not be taken without people. The board reads why."),
        rows=3,
        limit=4000,
    )
    allowed_by = forms.Pick(label=_("Who allowed that?"), required=False)

    waiver_reason = forms.Words(
        label=_("Why did it decide with seats for lived experience empty?"),
        help_text=_("It stays with the decision for good. The board reads why."),
        rows=3,
        limit=4000,
    )
    waived_by = forms.Pick(label=_("Who allowed it to decide with empty seats?"), required=False)

    def __init__(
        self, *args: Any, allowing: Iterable[User] | None = None, waiving: Iterable[User] | None = None, **kwargs: Any
    ) -> None:
        """`allowing`: who may allow a reserved decision without people; None where that is not asked.
        `waiving`: who may let a body decide with seats for lived experience empty; None in the same way."""
        super().__init__(*args, **kwargs)
        self.users: dict[str, int] = {}
        self._ask_who(allowing, "taken_without_reason", "allowed_by")
        self._ask_who(waiving, "waiver_reason", "waived_by")

    def _ask_who(self, users: Iterable[User] | None, why: str, who: str) -> None:
        if users is None:
            del self.fields[why], self.fields[who]
            return
        users = list(users)
        self.users |= {user.code: user.pk for user in users}
        named = [(user.code, user.get_full_name()) for user in users]
        self.fields[who].choices = named  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        why, who = found.pop("taken_without_reason", ""), found.pop("allowed_by", "")
        waived = Waived(found.pop("waiver_reason", ""), self.users.get(found.pop("waived_by", "")))
        return {**found, "without_reason": why, "allowed_by": self.users.get(who), "waived": waived}
