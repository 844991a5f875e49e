from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms


class AskForm(forms.Form):
    """The front door. The first question is the one that stops token involvement."""

    why = forms.Words(
        label=_("What would still change because people take part?"),
        help_text=_("If the answer is “nothing”, do not ask: tell people what was decided instead."),
        needed=_("Say what would still change. If nothing would, there is nothing to ask people for."),
        rows=4,
        limit=4000,
    )
    open_part = forms.Words(label=_("What is open?"), help_text=_("What people can shape or decide."), limit=4000)
    fixed_part = forms.Words(
        label=_("What is fixed?"), help_text=_("What cannot change, and why."), required=False, rows=3, limit=4000
    )
    decider = forms.Line(label=_("Who decides?"), help_text=_("A name or a group. “We” is nobody."), limit=300)
    decide_by = forms.Day(label=_("By when is it decided?"))
    what = forms.Line(label=_("What do you ask people to do?"), help_text=_("One line, in plain words."), limit=300)
    budget = forms.Money(
        label=_("How much money is there to pay people?"),
        help_text=_("Payments, fares, support. People’s time is not free. Write 0 if there is none."),
        most=9_999_999,
    )
    budget_line = forms.Line(label=_("From which budget?"), limit=100)
    sponsor = forms.Pick(label=_("Who answers for it?"), help_text=_("Somebody who can make sure that it counts."))

    def __init__(self, *args: Any, sponsors: Iterable[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sponsors = {user.code: user for user in sponsors}
        self.fields["sponsor"].choices = [(code, _named(user)) for code, user in self.sponsors.items()]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "sponsor": self.sponsors[found["sponsor"]]}


def _named(user: User) -> str:
    name = user.get_full_name()
    return f"{name}, {user.job}" if user.job and user.job != name else name


class RefuseForm(forms.Form):
    reason = forms.Words(
        label=_("Why do you refuse?"),
        help_text=_("Those who asked read this, and so does the board. Say what would make it possible."),
        needed=_("Write down why you refuse. Those who asked read it, and so does the board."),
        limit=4000,
    )
