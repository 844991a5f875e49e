"""What was said, how long it waited, what was answered, and what is different now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.voice.models import AnswerKind, Change, Contribution
from alongside.voice.models.answers import STILL_OWED
from alongside.voice.models.changes import CHANGE_STATES
from alongside.voice.models.contributions import CONTRIBUTION_STATES
from alongside.voice.queries import denials_by, marks_open_on, standing_so
from alongside.voice.queries.figures import median_of

from ...values import WORKING_DAYS
from .base import Asked, Group, Line, Many

LISTENING = Group("listening", gettext_lazy("What was said"))
ANSWERS = tuple(kind for kind in AnswerKind if kind not in STILL_OWED)


@LISTENING.figure(
    "received",
    gettext_lazy("Said to us"),
    gettext_lazy("Everything that reached us in these days, in whatever way, also what was taken back since."),
)
def received(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    # With the states said, an index alone is read.
    rows = Contribution.objects.filter(scope.here(), received_on__range=scope.days, state__in=list(CONTRIBUTION_STATES))
    yield Line("received", _("Said"), Many(rows))


@LISTENING.figure(
    "waiting",
    gettext_lazy("Aged listening"),
    gettext_lazy(
        "What had no answer at the end of the last of these days (or has none today), by how long ago it had reached"
        " us. Putting it off, a note on how it stands, and passing it on are not answers. What was taken back by then"
        " is left out."
    ),
)
def waiting(asked: Asked) -> Iterator[Line]:
    waited = asked.facts.waited
    yield Line("0-6", _("Under six weeks"), waited["0-6"])
    yield Line("6-12", _("Six to twelve weeks"), waited["6-12"])
    yield Line("over-12", _("Twelve weeks and more"), waited["over-12"])


@LISTENING.figure(
    "answer_time",
    gettext_lazy("Time to an answer"),
    gettext_lazy(
        "Working days from the day it reached us to the first answer, of everything that had its first answer in"
        " these days. The median is the middle one; with it always stands the one that took longest."
    ),
)
def answer_time(asked: Asked) -> Iterator[Line]:
    days: dict[int, int] = {}
    for (took, _kind), number in asked.facts.answers.items():
        days[took] = days.get(took, 0) + number
    yield Line("answered", _("Answered"), sum(days.values()))
    yield Line("median", _("Median"), median_of(days), measure=WORKING_DAYS)
    yield Line("worst", _("Longest"), max(days, default=None), measure=WORKING_DAYS)


@LISTENING.figure(
    "answers",
    gettext_lazy("What the answers were"),
    gettext_lazy(
        "Of everything that had its first answer in these days, what its newest answer is now. Of one that was"
        " questioned and put off since, nothing is said here: it is among what waits, or is disputed."
    ),
)
def answers(asked: Asked) -> Iterator[Line]:
    kinds: dict[str, int] = {}
    for (_took, kind), number in asked.facts.answers.items():
        kinds[kind] = kinds.get(kind, 0) + number
    for kind in ANSWERS:
        yield Line(str(kind), kind.label, kinds.get(kind, 0), sum(kinds.values()))


@LISTENING.figure(
    "disputes",
    gettext_lazy("Disputes open"),
    gettext_lazy(
        "At the end of the last of these days (or today): answers that were questioned by their author and not"
        " answered again, whenever they were given, and changes that somebody who said it denies. A denied change stays"
        " denied."
    ),
)
def disputes(asked: Asked) -> Iterator[Line]:
    marks = marks_open_on(asked.scope.end).filter(asked.scope.here("contribution__"))
    yield Line("answers", _("Answers"), Many(marks, by="contribution"))
    denied = denials_by(asked.scope.end).filter(asked.scope.here("change__"))
    yield Line("changes", _("Changes"), Many(denied, by="change"))


@LISTENING.figure(
    "changes",
    gettext_lazy("What is different now"),
    gettext_lazy(
        "Changes since a day in these days, as they stand now. Confirmed: somebody whose words it came of says that"
        " it is so. Disputed: one of them says that it is not so, and that stays. Did not hold, or only in part: it was"
        " so, and one of them or the organisation found later that not all of it is still so. Of all the others there"
        " is only the organisation’s own word."
    ),
)
def changes(asked: Asked) -> Iterator[Line]:
    rows = Change.objects.filter(asked.scope.here(), since__range=asked.scope.days)
    everything = Many(rows)
    for stands, words in CHANGE_STATES.items():
        yield Line(stands, words, Many(standing_so(rows, stands)), everything)
