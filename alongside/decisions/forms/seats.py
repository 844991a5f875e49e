"""Bodies and their seats."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms
from alongside.organisation.models import Unit

from ..models import Capacity, Filled, Forum, ForumKind, Seat
from ..rules import LONGEST_NAME, MOST_SEATS

# What is easily promised and is not so in law: whoever chooses a capacity reads it there (domain §3.1).
CAPACITY_HINTS: dict[str, Any] = {
    Capacity.TRUSTEE: _(
        "In law a trustee answers for the organisation as a whole. Trustees who are also company directors "
        "do not represent the people who use its services, and may not be asked to."
    ),
    Capacity.CO_OPTED: _("Asked onto the body by its members, for a time."),
    Capacity.ADVISORY: _("Gives advice that is owed an answer."),
    Capacity.AGENDA_OWNER: _("Brings an item of their own to every meeting."),
    Capacity.OBSERVER: _("Is in the room and does not vote."),
}


class ForumForm(forms.Seen):
    name = forms.Line(label=_("What is it called?"), limit=LONGEST_NAME)
    kind = forms.Choice(label=_("What is it?"), choices=ForumKind.choices)
    unit = forms.Pick(label=_("Where does it decide?"))
    decides = forms.Words(label=_("What does it decide?"), rows=3, limit=4000, required=False)
    standing = forms.Choice(
        label=_("For how long?"),
        choices=[("yes", _("It has no end")), ("no", _("For one thing, until a day"))],
        initial="yes",
    )
    ends_on = forms.Day(label=_("Its last day"), help_text=_("Also when it stops working."), required=False)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        self.fields["unit"].choices = [(unit.code, unit.name) for unit in units]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "unit": self.units[given["unit"]], "standing": given["standing"] == "yes"}

    @staticmethod
    def initial_of(forum: Forum) -> dict[str, Any]:
        said = {name: getattr(forum, name) for name in ("name", "kind", "decides", "ends_on", "lone_reason")}
        return {**said, "unit": forum.unit.code, "standing": "yes" if forum.standing else "no"}


class ChangeForumForm(ForumForm):
    """`lone`: it has one seat for lived experience, and says why."""

    def __init__(self, *args: Any, lone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lone:
            self.fields["lone_reason"] = lone_reason()
            self.fields["lone_reason"].named("lone_reason")  # type: ignore[attr-defined]


def lone_reason() -> Any:
    return forms.Words(
        label=_("If there is only one seat for lived experience: why?"),
        help_text=_("One person alone is easily overheard. Everybody can read this."),
        rows=3,
        limit=2000,
        required=False,
    )


class SeatsForm(forms.Form):
    number = forms.Number(label=_("How many seats like this?"), initial=2, least=1, most=MOST_SEATS)
    lived_experience = forms.Choice(
        label=_("Are they held for people with lived experience?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )
    capacity = forms.Choice(
        label=_("As what do they sit there?"), choices=Capacity.choices, hints=CAPACITY_HINTS, initial=Capacity.MEMBER
    )
    voting = forms.Choice(label=_("Do they vote?"), choices=[("yes", _("Yes")), ("no", _("No"))])
    filled_by = forms.Choice(label=_("How are they filled?"), choices=Filled.choices)
    term_months = forms.Number(
        label=_("How many months is a term?"), help_text=_("Leave it empty if it has no end."), required=False
    )
    since = forms.Day(
        label=_("Since when have there been these seats?"),
        help_text=_("An empty seat is counted from this day. Today, if you leave it empty."),
        required=False,
    )
    lone_reason = lone_reason()

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "lived_experience": given["lived_experience"] == "yes", "voting": given["voting"] == "yes"}


WHO = [
    ("person", _("Somebody on the register")),
    ("user", _("Somebody who works here")),
    ("outsider", _("Somebody from outside")),
]


class FillForm(forms.Form):
    who = forms.Choice(label=_("Who takes the seat?"), choices=WHO, initial="person")
    name = forms.Line(
        label=_("Their name"),
        help_text=_("Of somebody on the register: as it is written there, or their code."),
        limit=LONGEST_NAME,
        required=False,
    )
    user = forms.Pick(label=_("If they work here: who?"), required=False)
    filled_by = forms.Choice(label=_("How did it come to them?"), choices=Filled.choices)
    since = forms.Day(label=_("From which day?"))
    until = forms.Day(
        label=_("Until when?"),
        help_text=_("The first day without them. Leave it empty for the length of the term."),
        required=False,
    )

    def __init__(self, *args: Any, seat: Seat, users: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if seat.lived_experience:  # held by somebody who does not sit there as staff
            del self.fields["user"]
            self.fields["who"].choices = [one for one in WHO if one[0] != "user"]  # type: ignore[attr-defined]
            self.users: dict[str, User] = {}
            return
        self.users = {user.code: user for user in users}
        named = [(user.code, user.get_full_name()) for user in users]
        self.fields["user"].choices = [("", "–"), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("who") in {"person", "outsider"} and not given.get("name"):
            self.add_error("name", _("Write their name."))
        if given.get("who") == "user" and not given.get("user"):
            self.add_error("user", _("Choose who it is."))
        return given

    def answers(self) -> dict[str, Any]:
        """`called` is a name to be looked up on the register; `name` is kept as it is."""
        given = super().answers()
        who, name, user = given.pop("who"), given.pop("name"), given.pop("user", "")
        return {
            **given,
            "called": name if who == "person" else "",
            "name": name if who == "outsider" else "",
            "user": self.users.get(user) if who == "user" else None,
        }


class EndForm(forms.Form):
    on = forms.Day(label=_("From which day do they hold it no longer?"))


class CloseForm(forms.Form):
    lone_reason = lone_reason()
