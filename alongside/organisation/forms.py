"""What somebody can fill in about an organisation and about themselves. Shape only: the verbs decide.

Labels and hints say what a setting does; the overview of the settings reads them from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.accounts.roles import ROLES
from alongside.core import forms
from alongside.core.dates import for_example

from .models import Level, Nation, Unit


class OwnNameForm(forms.Form):
    name = forms.Line(
        label=_("What to call you"),
        help_text=_("Others see this beside what you write. It need not be the name on your passport."),
        autocomplete="name",
        limit=200,
    )
    job = forms.Line(
        label=_("Your job or part"),
        help_text=_("If you work there or have a part in it, for example support worker or trustee."),
        autocomplete="organization-title",
        required=False,
        limit=200,
    )


class FromDay(forms.Day):
    def __init__(self) -> None:
        super().__init__(
            label=_("From which day?"),
            help_text=for_example(_("Today or later, for example %(day)s. What is promised already keeps its date.")),
        )


class WordsForm(forms.Seen):
    person_word = forms.Line(
        label=_("One person who takes part"),
        help_text=_("For example contributor, expert by experience, member. The pages use this word."),
        limit=40,
        width=20,
    )
    people_word = forms.Line(
        label=_("Several of them"), help_text=_("For example contributors, experts by experience."), limit=40, width=20
    )
    from_day = FromDay()


class ClocksForm(forms.Seen):
    acknowledge_days = forms.Number(
        label=_("Working days until we say that we have it"),
        help_text=_("Whoever says something hears from you within these days. Usual: 5."),
        least=1,
        most=20,
    )
    read_days = forms.Number(
        label=_("Working days until somebody has read it"),
        help_text=_("Everything that is said is read by somebody by name, the gravest first. Usual: 1."),
        least=1,
        most=10,
    )
    contact_days = forms.Number(
        label=_("Working days until somebody who asked for it is contacted"),
        help_text=_("For those who tick “I would like someone to contact me”. Usual: 1."),
        least=1,
        most=10,
    )
    safeguarding_days = forms.Number(
        label=_("Working days until the safeguarding lead looks"),
        help_text=_("At what somebody says may be a risk to themselves or others. Usual: 1."),
        least=1,
        most=5,
    )
    outcome_weeks = forms.Number(
        label=_("Weeks until an answer"),
        help_text=_("Then there is an answer with its reason, or a note that says why not yet. Usual: 6."),
        least=1,
        most=26,
    )
    note_weeks = forms.Number(
        label=_("Weeks between holding notes"),
        help_text=_("Where there is no answer yet, people hear how it stands this often until there is. Usual: 13."),
        least=1,
        most=26,
    )
    chase_weeks = forms.Number(
        label=_("Weeks until we ask again"),
        help_text=_("When something is not yours to decide and you passed it on. Usual: 4."),
        least=1,
        most=26,
    )
    manager_days = forms.Number(
        label=_("Days late until the manager is told"),
        help_text=_("Whoever answers is reminded first, on the day after. Usual: 7."),
        least=1,
        most=60,
    )
    board_days = forms.Number(
        label=_("Days late until it stands on the board's page"), help_text=_("Usual: 21."), least=1, most=180
    )
    pay_days = forms.Number(
        label=_("Working days until people are paid"), help_text=_("After the day itself. Usual: 10."), least=1, most=60
    )
    notice_days = forms.Number(
        label=_("Working days of notice"),
        help_text=_("How early staff must ask for involvement. Later asks can be refused. Usual: 15."),
        least=0,
        most=120,
    )
    least_people = forms.Number(
        label=_("Least people for “with people”"),
        help_text=_("So many must have taken part before a decision counts as taken with people. Never fewer than 2."),
        least=2,
        most=50,
    )
    year_starts_month = forms.Pick(
        label=_("Month in which your year begins"),
        help_text=_(
            "For the figures of a year. It stays once there is a board pack, an account or a count of a quarter or a"
            " year."
        ),
        choices=[(str(number), name) for number, name in MONTHS.items()],
    )
    from_day = FromDay()

    def clean_year_starts_month(self) -> int:
        return int(self.cleaned_data["year_starts_month"])


class ThresholdsForm(forms.Seen):
    pulse_threshold = forms.Number(
        label=_("Answers before a small group's average is shown"),
        help_text=_("So that nobody can be recognised in it. Usual: 5. Never fewer than 3."),
        least=3,
        most=100,
    )
    inside_threshold = forms.Number(
        label=_("People before a figure is shown inside"),
        help_text=_("To everybody who works here. Usual: 8."),
        least=3,
        most=100,
    )
    outside_threshold = forms.Number(
        label=_("People before a figure is shown in public"), help_text=_("Usual: 10."), least=3, most=200
    )
    from_day = FromDay()


class DescribeForm(forms.Seen):
    name = forms.Line(label=_("Name"), limit=200)
    about = forms.Words(
        label=_("What you do, in two or three sentences"),
        help_text=_("It stands first on your public page."),
        required=False,
        rows=4,
        limit=2000,
    )
    complain = forms.Words(
        label=_("How to complain"),
        help_text=_("To whom, how, and who outside can be asked. It stands on your public page."),
        required=False,
        rows=4,
        limit=2000,
    )
    help_now = forms.Words(
        label=_("Where help is now"),
        help_text=_("It stands beside every box for words: nobody reads those boxes day and night."),
        required=False,
        rows=2,
        limit=500,
    )
    nation = forms.Choice(label=_("Whose bank holidays count"), choices=Nation.choices)


class ClosedDayForm(forms.Form):
    day = forms.Day(label=_("Which day?"))
    name = forms.Line(label=_("Why you are closed"), help_text=_("For example, staff training."), limit=100)


def unit_choices(units: Iterable[Unit]) -> list[tuple[str, str]]:
    """In tree order, each with a step for every level above it that is among them."""
    shown = list(units)
    top = min((unit.depth for unit in shown), default=0)
    return [(unit.code, f"{'– ' * (unit.depth - top)}{unit.name}") for unit in shown]


class UnitForm(forms.Form):
    name = forms.Line(label=_("Name"), limit=200)
    level = forms.Pick(label=_("Level"), help_text=_("How far up it decides."), choices=Level.choices)
    parent = forms.Pick(label=_("Belongs to"))

    def __init__(self, *args: Any, parents: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parents = {unit.code: unit for unit in parents}
        if self.parents:
            self.fields["parent"].choices = unit_choices(self.parents.values())  # type: ignore[attr-defined]
        else:
            del self.fields["parent"]  # the top of the organisation belongs to nothing

    def clean_parent(self) -> Unit:
        return self.parents[self.cleaned_data["parent"]]


class KindForm(forms.Form):
    name = forms.Line(label=_("Name"), limit=100)


class KindChangeForm(KindForm):
    in_use = forms.Tick(label=_("In use"), help_text=_("A kind out of use stays on the decisions that have it."))


class ReserveForm(forms.Form):
    from_day = FromDay()
    why = forms.Words(
        label=_("Why"), help_text=_("It stands beside the kind in this list."), required=False, rows=3, limit=1000
    )


class ReleaseForm(forms.Form):
    from_day = FromDay()


class AwayForm(forms.Form):
    away = forms.Pick(label=_("Who is away?"))
    substitute = forms.Pick(
        label=_("Who stands in?"), help_text=_("They see and may answer it meanwhile, and get the reminders.")
    )
    units = forms.Ticks(label=_("For which parts of the organisation?"))
    since = forms.Day(label=_("From which day?"))
    last_day = forms.Day(label=_("The last day"), help_text=_("It ends by itself after that day."))

    def __init__(self, *args: Any, own: bool, people: Mapping[str, User], units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.places = people, {unit.code: unit for unit in units}
        named = [(code, user.get_full_name() or user.email) for code, user in people.items()]
        self.fields["substitute"].choices = named  # type: ignore[attr-defined]
        self.fields["units"].choices = unit_choices(self.places.values())  # type: ignore[attr-defined]
        if own:
            del self.fields["away"]
            self.fields["substitute"].help_text = _("They see and may answer what you do, and get the reminders.")
        else:
            self.fields["away"].choices = named  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        users: dict[str, Any] = {name: self.people[given[name]] for name in ("away", "substitute") if name in given}
        return {**given, **users, "units": [self.places[code] for code in given["units"]]}


class RoleForm(forms.Form):
    email = forms.Email(
        label=_("E-mail address"), help_text=_("They sign in with it: we write to them how."), autocomplete="off"
    )
    name = forms.Line(
        label=_("Name"),
        help_text=_("Their name in the list of roles. On what they write stands the name they choose themselves."),
        autocomplete="off",
        limit=200,
    )
    job = forms.Line(label=_("Job or part"), required=False, autocomplete="off", limit=200)
    role = forms.Choice(label=_("Role"))
    unit = forms.Pick(
        label=_("In which unit?"),
        help_text=_("Staff and managers can be limited to a unit and the units below it."),
        required=False,
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        offered = [role for role in ROLES.values() if role.slug != "contributor"]  # they come by the register
        self.fields["role"].choices = [(role.slug, role.name) for role in offered]  # type: ignore[attr-defined]
        self.fields["role"].hints = {role.slug: role.description for role in offered}  # type: ignore[attr-defined]
        everywhere = [("", _("The whole organisation"))]
        self.fields["unit"].choices = everywhere + unit_choices(self.units.values())  # type: ignore[attr-defined]

    def clean_unit(self) -> Unit | None:
        return self.units.get(self.cleaned_data["unit"])
