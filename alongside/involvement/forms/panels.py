from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms

from .. import redaction
from ..models import Candidate, Mark, Opinion, PanelQuestion

NOBODY = "nobody"
MOST_RADIOS = 10


class AgreeForm(forms.Seen):
    """`seen` is the number of the wording that was read."""


class AgreedForm(AgreeForm):
    medium = forms.Choice(label=_("How do you know?"), choices=list(MEDIA.items()))


class StandDownForm(forms.Form):
    reason = forms.Words(
        label=_("Why?"),
        help_text=_("The panel reads this. Say nothing about their health: “could not come” is enough."),
        needed=_("Write down why. The panel reads it."),
        rows=2,
        limit=500,
    )


class CandidateForm(forms.Seen):
    name = forms.Line(label=_("Their name"), help_text=_("Only those who invite them see it."), limit=300)
    contact = forms.Words(
        label=_("How do you reach them?"),
        help_text=_("Only those who invite them see it."),
        required=False,
        rows=2,
        limit=500,
    )
    application = forms.Words(
        label=_("The application, without name or how to reach them"),
        help_text=_("Paste the text here if you can: a file may carry the name of its writer where you do not look."),
        required=False,
        rows=10,
        limit=40_000,
    )
    file = forms.Upload(label=_("Or a file"), required=False, most_mb=20)
    looked_at = forms.Tick(label=_("I looked: what stands there is no way to reach them"))
    confirmed = forms.Tick(
        label=_("I have taken out name, address, phone and e-mail"),
        required=True,
        needed=_("Tick that the name and how to reach them are taken out. The panel reads this."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not redaction.contact_details(self.data.get("application", "")):
            del self.fields["looked_at"]

    def answers(self) -> dict[str, Any]:
        return {"looked_at": False, **super().answers()}


class MarkForm(forms.Form):
    opinion = forms.Choice(label=_("Should we meet them?"), choices=Opinion.choices)
    why = forms.Line(label=_("Why, in a few words"), required=False, limit=300)

    def __init__(self, *args: Any, mark: Mark | None, **kwargs: Any) -> None:
        initial = {"opinion": mark.opinion, "why": mark.why} if mark else {}
        super().__init__(*args, initial=initial, **kwargs)


class ScoresForm(forms.Form):
    """One answer for each question, the same scale for all."""

    def __init__(
        self,
        *args: Any,
        questions: Iterable[PanelQuestion],
        candidate: Candidate,
        given: dict[tuple[int, int], int],
        most: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            before = given.get((candidate.pk, question.pk))
            self.fields[question.code] = field = _score_field(question, before, most)
            field.named(question.code)

    def values(self) -> dict[int, int]:
        return {question.pk: int(self.cleaned_data[question.code]) for question in self.questions}


def _score_field(question: PanelQuestion, before: int | None, most: int) -> Any:
    words: dict[str, Any] = {
        "label": question.words,
        "help_text": question.shows,
        "needed": _("Give a score for each question."),
    }
    if most > MOST_RADIOS:
        return forms.Number(initial=before, most=most, **words)
    choices = [(str(number), _ends(number, most)) for number in range(most + 1)]
    return forms.Choice(initial=None if before is None else str(before), choices=choices, **words)


def _ends(number: int, most: int) -> Any:
    if number == 0:
        return _("0: not at all")
    return _("%(number)d: very well") % {"number": number} if number == most else str(number)


class ShortlistForm(forms.Form):
    candidates = forms.Ticks(label=_("Whom does the panel invite?"), required=False)
    reason = forms.Words(
        label=_("How did you agree?"), help_text=_("The panel reads this."), required=False, rows=3, limit=2000
    )

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(row.code, _("Candidate %(label)s") % {"label": row.label}) for row in candidates]
        self.fields["candidates"].choices = named  # type: ignore[attr-defined]


class ChoiceForm(forms.Form):
    candidate = forms.Choice(label=_("Who gets the job?"))
    reason = forms.Words(
        label=_("Why?"),
        help_text=_(
            "Needed when it is not whom the contributors put first, and when nobody gets it. "
            "Every member of the panel is told, and it stands on the decision. Name nobody."
        ),
        required=False,
        rows=4,
        limit=4000,
    )
    start_by = forms.Day(
        label=_("By when should they have started?"),
        required=False,
        help_text=_("On that day you are asked whether they did, and the panel hears it."),
    )

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {row.code: row for row in candidates}
        named = [(code, _("Candidate %(label)s") % {"label": row.label}) for code, row in self.known.items()]
        self.fields["candidate"].choices = [*named, (NOBODY, _("Nobody"))]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "candidate": self.known.get(found["candidate"])}


class ReviewForm(forms.Form):
    worked = forms.Words(label=_("What went well?"), required=False, rows=4, limit=4000)
    change = forms.Words(label=_("What should be different next time?"), required=False, rows=4, limit=4000)


class ReviewedForm(ReviewForm):
    medium = forms.Choice(label=_("How do you know?"), choices=list(MEDIA.items()))
