"""What came of it and who says so; ways to speak; what was learned, the bad with the good; who looks from outside."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.candour.models import AskedAbout, Claim, CoAudit, ConcernContact, SignLimits
from alongside.candour.models.co_audits import FOUND
from alongside.candour.queries.claims import disputed
from alongside.journey.models import Entry, StoryRound
from alongside.journey.models.stories import OVER
from alongside.journey.queries.entries import shared
from alongside.people.models import EqualityCount, EqualityPopulation, EqualityQuestion, StaffTraining
from alongside.voice.models import CommonGround, Contribution, Letterbox
from alongside.voice.models.contributions import ANSWERED, CHALLENGED, NOT_HELD, TOLD
from alongside.voice.models.letterboxes import OPEN
from alongside.voice.queries import said_standing_so
from alongside.voice.queries.signs import FOR_A_CODE

from ...models import SHOWN, PeriodClose, WriteUp
from ..figures.base import Asked, Line, Many
from ..late import declined, newest_frozen
from .base import PROBES

AGAIN = {
    CHALLENGED: gettext_lazy("Told, and owed a new answer: they say that the first is not right"),
    NOT_HELD: gettext_lazy("Told, and owed a new answer: what came of it is denied, or did not hold"),
}


@PROBES.probe(
    "told",
    gettext_lazy("Told what was answered"),
    gettext_lazy(
        "Of what reached us in these days and has an answer today: whether its author knows the answer. Where somebody"
        " only holds a code, the answer waits on their page, and they are left out until they looked. Of those who are"
        " owed an answer again it is said whether they said that the answer is not right, or whether what came of it"
        " is denied, or did not hold or only in part."
    ),
    fills=gettext_lazy("Tell those who have an answer, in the way that each of them asked for."),
    against=("untold",),
)
def told(asked: Asked) -> Iterator[Line]:
    """By state: an index alone is read, but for the few who have not been told."""
    rows = Contribution.objects.filter(asked.scope.here(), received_on__range=asked.scope.days)
    yield Line("told", _("Told"), Many(rows.filter(state=TOLD)))
    for stands, words in AGAIN.items():
        yield Line(stands, words, Many(said_standing_so(rows, stands)))
    yield Line("untold", _("Not told"), Many(rows.filter(~FOR_A_CODE, state=ANSWERED)))


@PROBES.probe(
    "ways_in",
    gettext_lazy("Ways to speak without an account"),
    gettext_lazy("Letterboxes that are open today, and questions to many that were begun in these days."),
    fills=gettext_lazy("Put up a letterbox where people are, with a question that somebody wants the answer to."),
    wanted=("letterboxes",),
)
def ways_in(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    yield Line(
        "letterboxes", _("Letterboxes that are open today"), Many(Letterbox.objects.filter(scope.here(), state=OPEN))
    )
    grounds = CommonGround.objects.filter(scope.here(), opened_on__range=scope.days)
    yield Line("grounds", _("Questions to many that were begun"), Many(grounds))


@PROBES.probe(
    "learned",
    gettext_lazy("What was learned, and told to others"),
    gettext_lazy(
        "What staff and those who take part wrote down on the way in these days and share with everybody who belongs"
        " here, or with anyone. A bump is what went wrong or got stuck."
    ),
    fills=gettext_lazy("Write down one bump on the way of the last decision, and share it."),
    wanted=("bumps",),
)
def learned(asked: Asked) -> Iterator[Line]:
    rows = shared(Entry.objects.filter(asked.scope.here(), on__range=asked.scope.days))
    yield Line("shared", _("Shared"), Many(rows))
    yield Line("bumps", _("Of them, with a bump"), Many(rows.filter(has_bump=True)), Many(rows))


@PROBES.probe(
    "write_ups",
    gettext_lazy("Written up by both sides"),
    gettext_lazy("What people took part in and both sides wrote up, each in their own words, shown in these days."),
    fills=gettext_lazy("Write up one activity, with those who took part writing beside you."),
    wanted=("shown",),
)
def write_ups(asked: Asked) -> Iterator[Line]:
    rows = WriteUp.objects.filter(asked.scope.here("opportunity__decision__"))
    yield Line("shown", _("Shown"), Many(rows.filter(state=SHOWN, shown_on__range=asked.scope.days)))


@PROBES.probe(
    "stories",
    gettext_lazy("What changed most, chosen by both sides"),
    gettext_lazy("Rounds of stories that were opened in these days, and those that were over in them."),
    fills=gettext_lazy("Open a round of stories, and let those who take part choose first."),
)
def stories(asked: Asked) -> Iterator[Line]:
    rows = StoryRound.objects.filter(asked.scope.here())
    yield Line("opened", _("Opened"), Many(rows.filter(opened_on__range=asked.scope.days)))
    yield Line("over", _("Over"), Many(rows.filter(state=OVER, over_on__range=asked.scope.days)))


@PROBES.probe(
    "claims",
    gettext_lazy("What the organisation says of itself"),
    gettext_lazy(
        "Claims that something was done with people, shown since a day in these days. Disputed: at least one of those"
        " who were there says that it is not true. One is enough, also where it is no longer said."
    ),
    fills=gettext_lazy("Ask those who were there to sign what you say about it, before others read it."),
    against=("disputed",),
)
def claims(asked: Asked) -> Iterator[Line]:
    rows = Claim.objects.filter(asked.scope.here(), shown_on__range=asked.scope.days)
    everything = Many(rows)
    yield Line("shown", _("Shown"), everything)
    yield Line("disputed", _("Disputed"), Many(disputed(rows)), everything)


@PROBES.probe(
    "co_audits",
    gettext_lazy("Looked at by those who take part"),
    gettext_lazy("Co-audits that were set up in these days, and those in which they have written what they found."),
    fills=gettext_lazy("Ask those who take part to draw records by lot and to say whether it was so."),
    wanted=("found",),
)
def co_audits(asked: Asked) -> Iterator[Line]:
    rows = CoAudit.objects.filter(asked.scope.here(), made_on__range=asked.scope.days)
    yield Line("found", _("With a finding"), Many(rows.filter(state=FOUND)), Many(rows))


@PROBES.probe(
    "limits_with_people",
    gettext_lazy("From when on a sign is to be looked at"),
    gettext_lazy(
        "Limits for the signs of being asked for show, set with at least two of those who take part, that hold at the"
        " end of these days. Whoever was asked reads what was written down, and can say that it is not so."
    ),
    fills=gettext_lazy("Set the limits with at least two people who take part."),
    against=("denied",),
    wanted=("set",),
    whole_only=True,
)
def limits_with_people(asked: Asked) -> Iterator[Line]:
    rows = SignLimits.objects.filter(organisation=asked.scope.organisation, effective_on__lte=asked.scope.end)
    yield Line("set", _("Times they were set"), Many(rows))
    denied = AskedAbout.objects.filter(limits__in=rows, denied_on__isnull=False)
    yield Line("denied", _("Times somebody says that it was not so"), Many(denied))


@PROBES.probe(
    "reader_of_concerns",
    gettext_lazy("Somebody outside who listens"),
    gettext_lazy("Readers of concerns about involvement, chosen by those who take part, at the end of these days."),
    fills=gettext_lazy("Ask those who take part whom from outside the team they want to read concerns."),
    wanted=("readers",),
    whole_only=True,
)
def reader_of_concerns(asked: Asked) -> Iterator[Line]:
    end = asked.scope.end
    rows = ConcernContact.objects.filter(organisation=asked.scope.organisation, from_day__lte=end, until_day__gte=end)
    yield Line("readers", _("Readers"), Many(rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=end))))


@PROBES.probe(
    "make_up",
    gettext_lazy("Who takes part, beside whom the organisation serves"),
    gettext_lazy(
        "Questions about who takes part that are asked today, each of which anybody may leave out; those of which it is"
        " written down whom the organisation is for; and quarters and years that ended in these days and were counted."
    ),
    fills=gettext_lazy("Ask those who take part about themselves, if they like, and write down whom you are here for."),
    wanted=("asked", "beside", "counted"),
    whole_only=True,
)
def make_up(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = EqualityQuestion.objects.filter(organisation=scope.organisation, in_use=True)
    beside = Exists(EqualityPopulation.objects.filter(question=OuterRef("pk")))
    counted = EqualityCount.objects.filter(organisation=scope.organisation, last__range=scope.days)
    yield Line("asked", _("Questions that are asked today"), Many(rows))
    yield Line(
        "beside", _("Of those asked today, with whom the organisation is for"), Many(rows.filter(beside)), Many(rows)
    )
    yield Line("counted", _("Quarters and years that were counted"), Many(counted))


@PROBES.probe(
    "staff_training",
    gettext_lazy("What staff learned"),
    gettext_lazy("Those who work here and did a training in these days, as far as it was written down."),
    fills=gettext_lazy("Write down, beside the list of trainings, who of those who work here did one."),
    wanted=("staff",),
    whole_only=True,
)
def staff_training(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = StaffTraining.objects.filter(training__organisation=scope.organisation, struck_on__isnull=True)
    yield Line("staff", _("Did a training"), Many(rows.filter(done_on__range=scope.days), by="user"))


@PROBES.probe(
    "periods_closed",
    gettext_lazy("Counted, and signed by both sides"),
    gettext_lazy(
        "Months, quarters and years that ended in these days: how many are closed, which needs the coordinator and"
        " somebody whom those who take part chose, and how many of them did not sign as it was."
    ),
    fills=gettext_lazy("Let those who take part choose who signs for them, and close the last month together."),
    against=("declined",),
    wanted=("closed",),
    whole_only=True,
)
def periods_closed(asked: Asked) -> Iterator[Line]:
    ended = {"last__range": asked.scope.days}
    yield Line("closed", _("Closed"), Many(newest_frozen(asked.scope.organisation.pk).filter(**ended)))
    rows = declined(PeriodClose.objects.filter(organisation=asked.scope.organisation, **ended))
    yield Line("declined", _("Not signed by those who take part"), Many(rows))


PROBES.not_yet(
    "payments",
    gettext_lazy("Payments"),
    gettext_lazy(
        "What was paid, to whom and how soon is not on this record. The accounts of the organisation know it."
    ),
)
PROBES.not_yet(
    "budget",
    gettext_lazy("Money for it"),
    gettext_lazy("What the organisation sets aside for involvement is not on this record. Its budget says it."),
)
