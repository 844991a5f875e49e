"""Questions for a draw: how they are written, how they are answered, how many seats depend on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..models import Feature, FeatureValue
from ..rules import SeatsFor

RATHER_NOT = "-"
FIRST_TURNS = (0, 20, 40, 60, 80)


class FeatureForm(forms.Form):
    question = forms.Line(
        label=gettext_lazy("What do you ask?"),
        help_text=gettext_lazy("In plain words, as you would on the phone. Only what this panel needs."),
        limit=200,
    )
    why = forms.Words(
        label=gettext_lazy("Why does this panel need to know?"),
        help_text=gettext_lazy("People read this before they answer."),
        rows=2,
        limit=1000,
    )
    values = forms.Words(
        label=gettext_lazy("What can people answer?"),
        help_text=gettext_lazy("Each answer on a line of its own. “I would rather not say” is always there."),
        rows=4,
        limit=1500,
    )

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "values": found["values"].splitlines()}


class InterestForm(forms.Form):
    """The panel's own questions follow the note; each may be left out."""

    left_out = RATHER_NOT  # what an empty answer means

    note = forms.Words(
        label=gettext_lazy("Anything you want us to know?"),
        help_text=gettext_lazy("Only the people who choose read it."),
        required=False,
        rows=3,
        limit=2000,
    )
    unavailable = forms.Tick(label=gettext_lazy("I cannot be there on the day"))
    conflict = forms.Line(
        label=gettext_lazy("Is there a reason why you should not help to decide this?"),
        help_text=gettext_lazy("For example, a friend of yours has applied. If there is none, leave it empty."),
        required=False,
        limit=500,
    )

    def __init__(self, *args: Any, features: Sequence[Feature] = (), said: dict[str, str] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.asked = list(features)
        for feature in self.asked:
            self._ask(feature, said)
        if self.asked:
            self.fields["agreed"] = forms.Tick(
                label=self.consent(),
                help_text=_("Nobody reads your answers with your name. They are removed when this is over."),
                initial=any((said or {}).values()),
            )

    def consent(self) -> str:
        return _("You may use my answers to choose people fairly for this, and for nothing else")

    def _ask(self, feature: Feature, said: dict[str, str] | None) -> None:
        name = f"answer_{feature.code}"
        field = forms.Choice(
            label=feature.question,
            help_text=feature.why,
            choices=[*((value.code, value.words) for value in feature.values.all()), (RATHER_NOT, self.rather_not())],
            required=False,
            initial=None if said is None else said.get(feature.code) or RATHER_NOT,
        )
        self.fields[name] = field
        field.named(name)

    def rather_not(self) -> str:
        return _("I would rather not say")

    def told(self) -> dict[str, Any]:
        """What only the draw needs, as the verb takes it."""
        found = self.cleaned_data
        given = {feature.code: found.get(f"answer_{feature.code}") or self.left_out for feature in self.asked}
        return {
            "answers": {code: "" if value == RATHER_NOT else value for code, value in given.items() if value},
            "agreed": found.get("agreed", False),
            "unavailable": found["unavailable"],
            "conflict": found["conflict"],
        }


class WrittenDownInterestForm(InterestForm):
    """Somebody told the coordinator that they are interested. A question that was not asked changes nothing."""

    left_out = ""
    medium = forms.Choice(label=gettext_lazy("How do you know?"), choices=list(MEDIA.items()))
    note = forms.Words(label=gettext_lazy("What they want us to know"), required=False, rows=3, limit=2000)
    unavailable = forms.Tick(label=gettext_lazy("They cannot be there on the day"))
    conflict = forms.Line(
        label=gettext_lazy("Is there a reason why they should not help to decide this?"),
        help_text=gettext_lazy("In their words. If there is none, leave it empty."),
        required=False,
        limit=500,
    )
    field_order = ("medium", "note", "unavailable", "conflict")

    def consent(self) -> str:
        return _("They said that we may use their answers for the draw, and for nothing else")

    def rather_not(self) -> str:
        return _("They would rather not say")


class ConflictForm(forms.Form):
    why = forms.Words(
        label=gettext_lazy("Why should they not help to decide this?"),
        help_text=gettext_lazy("They read this. Leave it empty if there is no reason any more."),
        required=False,
        rows=3,
        limit=500,
    )


class QuotaForm(forms.Seen):
    """For each answer: the least and the most seats, its place in the order of bending, never one alone."""

    def __init__(self, *args: Any, features: Iterable[Feature], seats: int, first_turn: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.seats = list(features), seats
        for feature in self.asked:
            for value in feature.values.all():
                self._ask(value)
        self._add("first_turn", self._first_turn(first_turn))

    def _add(self, name: str, field: Any) -> None:
        self.fields[name] = field
        field.named(name)

    def _first_turn(self, percent: int) -> forms.Pick:
        choices = [("0", _("No seats are kept for them"))]
        choices += [(str(part), _("At least %d seats in 100") % part) for part in FIRST_TURNS if part]
        return forms.Pick(
            label=_("Seats for people who have had no turn in the past year"),
            help_text=_("Where that is possible. With few seats it can leave somebody without a ticket."),
            choices=choices,
            initial=str(percent),
        )

    def _ask(self, value: FeatureValue) -> None:
        most, words = self.seats, {"words": value.words}
        self._add(
            f"least_{value.code}",
            forms.Number(label=_("Least seats: %(words)s") % words, most=500, required=False, initial=value.least),
        )
        self._add(
            f"most_{value.code}",
            forms.Number(
                label=_("Most seats: %(words)s") % words,
                most=500,
                required=False,
                initial=most if value.most is None else value.most,
            ),
        )
        self._add(
            f"bend_{value.code}",
            forms.Number(
                label=_("Bends as number: %(words)s") % words, least=1, most=99, required=False, initial=value.bend
            ),
        )
        self._add(
            f"alone_{value.code}",
            forms.Tick(label=_("Never one alone: %(words)s") % words, initial=value.never_alone),
        )

    def groups(self) -> list[tuple[Feature, list[tuple[FeatureValue, list[Any]]]]]:
        """For the page: each question with the four fields of each of its answers."""
        return [
            (
                feature,
                [
                    (value, [self[f"{name}_{value.code}"] for name in ("least", "most", "bend", "alone")])
                    for value in feature.values.all()
                ],
            )
            for feature in self.asked
        ]

    def quotas(self) -> dict[str, SeatsFor]:
        found = self.cleaned_data
        return {
            value.code: SeatsFor(
                least=found[f"least_{value.code}"] or 0,
                most=_unless_all(found[f"most_{value.code}"], self.seats),
                bend=found[f"bend_{value.code}"],
                never_alone=found[f"alone_{value.code}"],
            )
            for feature in self.asked
            for value in feature.values.all()
        }

    def first_turn_percent(self) -> int:
        return int(self.cleaned_data["first_turn"])


def _unless_all(most: int | None, seats: int) -> int | None:
    """As many as there are seats is no rule, and stays none when the seats become more."""
    return None if most is None or most >= seats else most
