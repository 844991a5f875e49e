"""Figures that points of standards rest on, each with what one would do where there is nothing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ..figures import GROUPS
from .base import PROBES

rests = PROBES.of_figures(*GROUPS)
CALENDAR = _("Put the decisions that are coming on the calendar, with the day on which each is due.")
ASK = _("Ask for involvement in the next decision, early enough to count.")
SESSIONS = _("Set sessions here, and write down after each who came and what was there for them.")
SAY = _("Write down what people say, or put up a letterbox, so that it is owed an answer.")

ANSWER = _("Answer the oldest first, with a reason.")
WHETHER = _("Ask those whose words it came of whether it is so.")

rests("coverage", fills=CALENDAR, against=("without", "excepted"), wanted={"with": ASK})
rests("coverage_reserved", fills=CALENDAR, against=("without", "excepted"), wanted={"with": ASK})
rests(
    "let_through",
    fills=CALENDAR,
    against=("exceptions", "waivers", "cleared"),
    none=_("None is written down in these days."),
    named={
        "refusals": (_("Requests that the coordinator refused"), _("So that people were not asked, with the reason"))
    },
)
rests("notice", fills=ASK, against=("short",))
rests("asked", fills=ASK, against=("too_late", "never"))
rests("begun", fills=_("Show those who take part how they raise a decision themselves."), wanted=("begun",))
rests(
    "seats",
    fills=_("Keep seats for lived experience where it is decided, with a vote, and more than one of them."),
    against=("vacant", "vacant_median", "vacant_longest"),
    wanted=("filled", "votes", "chairs"),
)
rests("terms", fills=_("Give every seat a term, so that others can have it after that."))
rests("received", fills=SAY, wanted=("received",))
rests("waiting", fills=SAY, against=("over-12",), missing=dict.fromkeys(("0-6", "6-12"), ANSWER))
rests("answer_time", fills=SAY, wanted=("answered",))
rests("answers", fills=SAY)
rests("disputes", fills=SAY, against=("answers", "changes"), none=_("None is written down."))
rests(
    "changes",
    fills=_("Write down what is different since people spoke, with how anybody can see that it is."),
    against=("challenged", "lapsed"),
    missing={"claimed": WHETHER},
    wanted={"confirmed": WHETHER},
)
rests("places", fills=ASK)
rests("came", fills=SESSIONS)
rests(
    "busiest", fills=SESSIONS, none=_("So few people came that it would be told of one or two of them, or nobody did.")
)
rests("needs", fills=SESSIONS, against=("not_met", "said"), wanted=("met",))
rests("agenda", fills=_("Begin the next agenda with what people want to talk about."), wanted=("raised",))
rests("training", fills=_("Put the trainings that you offer on the list, and write down who did one."))
