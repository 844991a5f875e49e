"""What can be filled in about a decision. The outcome is filled in in `involvement`, which knows who was there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.import_pages import FileForm
from alongside.people.forms import how_known

from ..models import Audience, Decision, Trigger
from ..queries import Choosable
from ..rules import LONGEST_LINE

LONGEST_TEXT = 20_000
AUDIENCE_HINTS: dict[str, Any] = {
    Audience.STAFF: gettext_lazy("Those who work in this unit, and whoever raised it."),
    Audience.CONTRIBUTORS: gettext_lazy("Everybody who belongs here, once they have signed in."),
    Audience.PUBLIC: gettext_lazy("On the public page, without signing in."),
}


class DecisionForm(forms.Form):
    title = forms.Line(
        label=gettext_lazy("What is to be decided?"),
        help_text=gettext_lazy("In a few words, as you would say it to somebody."),
        limit=LONGEST_LINE,
    )
    kind = forms.Pick(label=gettext_lazy("What kind of decision is it?"))
    unit = forms.Pick(label=gettext_lazy("Whose decision is it?"))
    due_on = forms.Day(label=gettext_lazy("By when will it be decided?"), required=False)
    decider = forms.Line(
        label=gettext_lazy("Who decides?"),
        help_text=gettext_lazy("A role or a group, like “the panel” or “the board”."),
        limit=LONGEST_LINE,
        required=False,
    )
    forum = forms.Pick(
        label=gettext_lazy("Does a board, panel or group decide it?"),
        help_text=gettext_lazy("Its seats for lived experience have to be filled on the day it decides."),
        required=False,
    )
    open_part = forms.Words(
        label=gettext_lazy("What can still change?"),
        help_text=gettext_lazy("Without this nobody can be asked to take part."),
        limit=LONGEST_TEXT,
        required=False,
    )
    fixed_part = forms.Words(label=gettext_lazy("What is fixed, and why?"), rows=3, limit=LONGEST_TEXT, required=False)
    owner = forms.Pick(label=gettext_lazy("Who looks after it?"), required=False)
    trigger = forms.Pick(label=gettext_lazy("Why now?"), choices=Trigger.choices, initial=Trigger.PLANNED)
    audience = forms.Choice(
        label=gettext_lazy("Who may see it?"),
        choices=Audience.choices,
        hints=AUDIENCE_HINTS,
        initial=Audience.CONTRIBUTORS,
    )

    def __init__(self, *args: Any, choosable: Choosable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: dict[str, Mapping[str, Any]] = {
            "kind": {one.slug: one for one in choosable.kinds},
            "unit": {one.code: one for one in choosable.units},
            "owner": {"": None, **{one.code: one for one in choosable.owners}},
            "forum": {"": None, **{one.code: one for one in choosable.forums}},
        }
        self.choose("kind", [(one.slug, one.name) for one in choosable.kinds])
        self.choose("unit", [(one.code, one.name) for one in choosable.units])
        self.choose("forum", [("", _("No, or not known yet")), *((one.code, one.name) for one in choosable.forums)])
        owners = [(one.code, _named(one)) for one in choosable.owners]
        self.choose("owner", [("", _("Nobody yet")), *owners])

    def choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        """Rows in place of the codes that were sent."""
        given = super().answers()
        return {**given, **{name: rows[given[name]] for name, rows in self.found.items()}}


class ChangeForm(DecisionForm, forms.Seen):
    """The same about a decision that others may be changing too."""

    opened_on = forms.Day(label=gettext_lazy("When did it become known?"))

    @staticmethod
    def initial_of(decision: Decision) -> dict[str, Any]:
        names = ("title", "due_on", "decider", "open_part", "fixed_part", "trigger", "audience", "opened_on")
        return {
            **{name: getattr(decision, name) for name in names},
            "kind": decision.kind.slug,
            "unit": decision.unit.code,
            "owner": decision.owner.code if decision.owner else "",
            "forum": decision.forum.code if decision.forum else "",
        }


class RaiseForm(forms.Form):
    """For contributors, so in the easiest words. `own`: they fill it in themselves."""

    title = forms.Line(
        label=gettext_lazy("What should be decided?"),
        help_text=gettext_lazy("In a few words. For example: what the waiting room looks like"),
        needed=gettext_lazy("Tell us what should be decided."),
        limit=LONGEST_LINE,
    )
    open_part = forms.Words(
        label=gettext_lazy("What would you like to change, and why?"),
        needed=gettext_lazy("Tell us what you would like to change."),
        limit=4000,
    )
    unit = forms.Pick(label=gettext_lazy("Where is it about?"), required=False)

    def __init__(self, *args: Any, choosable: Choosable, ask_kind: bool, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {one.code: one for one in choosable.units}
        self.kinds = {one.slug: one for one in choosable.kinds}
        names = [(code, one.name) for code, one in self.units.items()]
        self.fields["unit"].choices = [("", _("I am not sure")), *names]  # type: ignore[attr-defined]
        if ask_kind:
            kinds = [(slug, one.name) for slug, one in self.kinds.items()]
            self.add("kind", forms.Pick(label=_("What kind of thing is it?"), choices=kinds))
        if not own:
            self.add("medium", how_known())

    def add(self, name: str, field: Any) -> None:
        self.fields[name] = field
        field.named(name)

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "unit": self.units.get(given["unit"]), "kind": self.kinds.get(given.get("kind", ""))}


class ReasonForm(forms.Seen):
    reason = forms.Words(label=gettext_lazy("Why?"), rows=4, limit=4000)

    def __init__(self, *args: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = hint


class ImportForm(FileForm):
    """A file, and what it does not say itself."""

    kind = forms.Pick(
        label=gettext_lazy("What kind of decision are they?"),
        help_text=gettext_lazy("Choose one for a calendar, and for a table that has no column for it."),
        required=False,
    )
    unit = forms.Pick(
        label=gettext_lazy("Whose decisions are they?"),
        help_text=gettext_lazy("Choose one for a calendar, and for a table that has no column for it."),
        required=False,
    )
    make_units = forms.Tick(label=gettext_lazy("Make units that are not here yet, as teams under the top one"))
    other_kinds = forms.Tick(label=gettext_lazy("Call kinds that are not here “Other”"))

    def __init__(self, *args: Any, choosable: Choosable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = _("The file says it")
        kinds = [(one.slug, one.name) for one in choosable.kinds]
        units = [(one.code, one.name) for one in choosable.units]
        self.fields["kind"].choices = [("", said), *kinds]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", said), *units]  # type: ignore[attr-defined]

    def options(self) -> dict[str, str]:
        chosen = {name: self.cleaned_data[name] for name in ("kind", "unit")}
        ticked = {name: "yes" for name in ("make_units", "other_kinds") if self.cleaned_data[name]}
        return {name: value for name, value in (chosen | ticked).items() if value}


def options_in(request: HttpRequest) -> dict[str, Any]:
    """What was chosen beside the file, from the address of the preview."""
    said = request.GET
    return {
        "kind": said.get("kind") or None,
        "unit": said.get("unit") or None,
        "make_units": said.get("make_units") == "yes",
        "other_kinds": said.get("other_kinds") == "yes",
    }


def _named(user: Any) -> str:
    return f"{user.name} ({user.job})" if user.name and user.job else user.get_full_name()
