from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms
from alongside.people.queries import shown_name

from ..models import JobPaper, Place, RecruitmentStage, Role
from ..models.recruitment import SCALE_MOST, STAGE_STATES


class BeginForm(forms.Form):
    scale_most = forms.Number(
        label=_("What is the highest score?"),
        help_text=_("Scores go from 0 to this number. It stays the same for everybody and every question."),
        initial=SCALE_MOST,
        least=1,
        most=100,
    )


class StageForm(forms.Seen):
    """Where one stage stands, who did what at it, and who does it next."""

    state = forms.Choice(label=_("Where does it stand?"), choices=list(STAGE_STATES.items()))
    reason = forms.Words(
        label=_("If it is skipped: why?"), help_text=_("This is always shown."), required=False, rows=2, limit=1000
    )
    on = forms.Day(label=_("Since when?"), required=False)
    role = forms.Choice(label=_("What was the role of people with lived experience?"), required=False)
    places = forms.Ticks(
        label=_("Who of them took part?"),
        required=False,
        help_text=_("Everybody who has a place in this decision is listed here."),
    )
    who = forms.Line(label=_("Who does it next?"), required=False)
    by_when = forms.Day(label=_("By when?"), required=False)

    def __init__(self, *args: Any, stage: RecruitmentStage, places: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(*args, initial=self._initial(stage), seen=stage.version, **kwargs)
        self.known = {place.code: place for place in places}
        roles = [("", _("Not written down yet")), ("none", _("Nobody with lived experience took part"))]
        roles += [(str(value), words) for value, words in Role.choices]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        named = [(code, shown_name(place.person)) for code, place in self.known.items()]
        self.fields["places"].choices = named  # type: ignore[attr-defined]
        if not named:
            del self.fields["places"]

    def _initial(self, stage: RecruitmentStage) -> dict[str, Any]:
        untouched = stage.state == "not_started"
        return {
            "state": stage.state,
            "reason": stage.reason,
            "on": None if untouched else stage.on,
            "role": "none" if stage.nobody else str(stage.role or ""),
            "places": [part.place.code for part in stage.parts.all()],
            "who": stage.who,
            "by_when": stage.by_when,
        }

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        role, codes = found.pop("role"), found.pop("places", [])
        places = [self.known[code] for code in codes]
        chosen = int(role) if role.isdigit() else None
        return {**found, "role": chosen, "nobody": role == "none", "places": places}


class WhoForm(forms.Form):
    """Somebody of the panel, or who took part: a contributor through their place, or somebody of staff."""

    who = forms.Pick(label=_("Who?"), required=False)

    def __init__(self, *args: Any, people: Iterable[Place], staff: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {place.code: place for place in people}
        self.staff = {user.code: user for user in staff}
        named = [(code, shown_name(place.person)) for code, place in self.people.items()]
        named += [(code, f"{user.get_full_name()}, {user.job}".rstrip(", ")) for code, user in self.staff.items()]
        self.fields["who"].choices = named  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        who = found.pop("who", "")
        return {**found, "place": self.people.get(who), "user": self.staff.get(who)}


class JobChangeForm(WhoForm):
    paper = forms.Choice(label=_("What was changed?"), choices=JobPaper.choices)
    before = forms.Words(
        label=_("What did it say before?"),
        help_text=_("Leave this empty if it was not there."),
        required=False,
        rows=3,
        limit=4000,
    )
    after = forms.Words(
        label=_("What does it say now?"),
        help_text=_("Leave this empty if it was taken out."),
        required=False,
        rows=3,
        limit=4000,
    )
    why = forms.Words(label=_("Why?"), required=False, rows=2, limit=2000)
    field_order = ("paper", "before", "after", "why", "who")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label = _("Whose change was it?")


class QuestionForm(forms.Form):
    words = forms.Words(label=_("The question"), rows=3, limit=1000)
    shows = forms.Words(
        label=_("What does a good answer show?"),
        help_text=_("Everybody scores by this."),
        needed=_("Write what a good answer shows. Without it everybody scores something else."),
        rows=3,
        limit=1000,
    )


class QuestionByForm(WhoForm, QuestionForm):
    """For those who run it: they say whose question it is."""

    field_order = ("words", "shows", "who")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label = _("Who wrote it?")


class SeatForm(WhoForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label = _("Who joins the panel?")


class TermsForm(forms.Seen):
    wording = forms.Words(
        label=_("What do members of a panel agree to?"),
        help_text=_("In plain words. Whoever agreed already, agreed to the words that stood here then."),
        rows=8,
        limit=4000,
    )
    keep_days = forms.Number(
        label=_("How many days after the choice are names and applications kept?"),
        help_text=_("As long as somebody may still ask why they did not get the job. Then they are removed for good."),
        least=1,
        most=3650,
    )


class FollowUpForm(forms.Form):
    answer = forms.Choice(label=_("Your answer"), choices=[("yes", _("Yes")), ("no", _("No"))])
    on = forms.Day(label=_("On which day?"))

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {"answer": found["answer"] == "yes", "on": found["on"]}
