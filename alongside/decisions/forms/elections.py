"""Calling an election, standing in it, voting in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.people.forms import how_known
from alongside.people.models import Person

from ..models import Candidate, Forum, Seat
from ..rules import LONGEST_NAME, LONGEST_STATEMENT, Days


class ElectionForm(forms.Form):
    title = forms.Line(
        label=_("What is it called?"), help_text=_("As you would say it to somebody."), limit=LONGEST_NAME
    )
    about = forms.Words(
        label=_("What does somebody do who is elected?"),
        help_text=_("In plain words: how often, how long, what is paid."),
        rows=4,
        limit=4000,
    )
    seats = forms.Ticks(label=_("Which seats are filled?"), help_text=_("Those of one election are all alike."))
    nominate_from = forms.Day(label=_("From which day can people stand?"))
    nominate_until = forms.Day(label=_("The last day on which people can stand"))
    vote_from = forms.Day(label=_("From which day can people vote?"))
    vote_until = forms.Day(label=_("The last day on which people can vote"))
    standers = forms.Pick(label=_("Who may stand?"), required=False)
    voters = forms.Pick(label=_("Who may vote?"), required=False)

    def __init__(self, *args: Any, seats: Sequence[tuple[Seat, str]], forums: Sequence[Forum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {seat.code: seat for seat, _words in seats}
        self.forums = {forum.code: forum for forum in forums}
        self.fields["seats"].choices = [(seat.code, words) for seat, words in seats]  # type: ignore[attr-defined]
        everybody = ("", gettext("Everybody active on the register"))
        groups = [(forum.code, gettext("Only members of %(name)s") % {"name": forum.name}) for forum in forums]
        for name in ("standers", "voters"):
            self.fields[name].choices = [everybody, *groups]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        days = {name: given.pop(name) for name in ("nominate_from", "nominate_until", "vote_from", "vote_until")}
        return {
            **given,
            "days": Days(**days),
            "seats": [self.by_code[code] for code in given["seats"]],
            "standers": self.forums.get(given["standers"]),
            "voters": self.forums.get(given["voters"]),
        }


class OffForm(forms.Form):
    reason = forms.Words(label=_("Why?"), help_text=_("Those who stand read this."), rows=3, limit=2000)


class Spoken(forms.Form):
    """`own`: the person says it themselves. Otherwise it asks last how the one who writes it down knows."""

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            self.fields["medium"] = how_known()
            self.fields["medium"].named("medium")  # type: ignore[attr-defined]


def statement() -> Any:
    return forms.Words(
        label=_("Why do you want to do this? (in your own words)"),
        help_text=_("Everybody who belongs here can read it, with your name."),
        rows=6,
        limit=LONGEST_STATEMENT,
        required=False,
    )


class StandForm(Spoken):
    statement = statement()


class AnswerForm(Spoken):
    stands = forms.Choice(label=_("Do you want to stand?"), choices=[("yes", _("Yes")), ("no", _("No"))])
    statement = statement()

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "stands": given["stands"] == "yes"}


class TakeForm(Spoken):
    takes = forms.Choice(label=_("Do you take the seat?"), choices=[("yes", _("Yes")), ("no", _("No"))])

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "takes": given["takes"] == "yes"}


class NameForm(forms.Form):
    name = forms.Line(label=_("Their name"), needed=_("Write their name."), limit=LONGEST_NAME)


class Rank(forms.Pick):
    """Nobody has to number everybody. The page says so once, not beside every name."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class BallotForm(forms.Form):
    """A number for each candidate, 1 for the first choice. It carries no token: a row about when this page was sent
    would be one trace too many, and whoever sends it twice is told that their vote is in the box."""

    once = None  # type: ignore[assignment]

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        numbers = [("", gettext("No number")), *((str(n), str(n)) for n in range(1, len(candidates) + 1))]
        for each in candidates:
            field = Rank(label=each.person.known_as, choices=numbers)
            self.fields[_field(each)] = field
            field.named(_field(each))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        numbers = [given[_field(each)] for each in self.candidates if given.get(_field(each))]
        if not numbers and not self.errors:
            self.add_error(None, gettext("Choose at least one person: give them number 1."))
        for each in self.candidates:
            number = given.get(_field(each))
            if number and numbers.count(number) > 1:
                told = gettext("You gave number %(n)s to more than one person. Give each number once.")
                self.add_error(_field(each), told % {"n": number})
        return given

    def chosen(self) -> list[Candidate]:
        """The first choice first. A number that was left out closes up."""
        numbered = [(int(number), each) for each in self.candidates if (number := self.cleaned_data[_field(each)])]
        return [each for _number, each in sorted(numbered, key=lambda pair: pair[0])]

    def answers(self) -> dict[str, Any]:
        return {"ranking": [each.code for each in self.chosen()]}

    def sent(self) -> list[tuple[str, str]]:
        """The fields again, for the page that asks whether it is right."""
        return [(_field(each), self.cleaned_data[_field(each)]) for each in self.candidates]


class PaperBallotForm(BallotForm):
    def __init__(self, *args: Any, waiting: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {person.code: person for person in waiting}
        field = forms.Pick(
            label=gettext("Who is ticked off for it?"),
            help_text=gettext(
                "Any of those whose paper came in: mix the papers first, so that nobody knows whose it is."
            ),
            choices=[(person.code, person.known_as) for person in waiting],
        )
        self.fields["who"] = field
        field.named("who")

    def answers(self) -> dict[str, Any]:
        return {**super().answers(), "person": self.waiting[self.cleaned_data["who"]]}


def _field(candidate: Candidate) -> str:
    return f"rank_{candidate.code}"
