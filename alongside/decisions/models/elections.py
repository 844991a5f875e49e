"""Elections by peers. Who has voted and what was voted are two tables that nothing joins (docs/decisions/0008).

`Voted` and `Ballot` are the only tables here without a line that says who wrote them and when. Their numbers are
random and are the order in which SQLite keeps them; all ballots of an election are written anew, shuffled, with
every vote, so that no order and no transaction says which of them came with whom.
"""

import secrets
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.audit.sealing import new_salt
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .forums import Forum, Seat

CALLED, COUNTED, CALLED_OFF = "called", "counted", "called_off"
ELECTION = Lifecycle("Election", CALLED, {CALLED: (COUNTED, CALLED_OFF), COUNTED: (), CALLED_OFF: ()})

NOMINATED, STANDING, DECLINED, WITHDRAWN = "nominated", "standing", "declined", "withdrawn"
ELECTED, NOT_ELECTED, SEATED, STEPPED_BACK = "elected", "not_elected", "seated", "stepped_back"
CANDIDATE = Lifecycle(
    "Candidate in an election",
    NOMINATED,
    {
        NOMINATED: (STANDING, DECLINED),
        DECLINED: (STANDING,),  # they thought again
        STANDING: (WITHDRAWN, ELECTED, NOT_ELECTED),
        WITHDRAWN: (STANDING,),
        ELECTED: (SEATED, STEPPED_BACK),
        NOT_ELECTED: (),
        SEATED: (),
        STEPPED_BACK: (),
    },
)
CANDIDATE_STATES = {
    NOMINATED: _("Asked whether they want to stand"),
    STANDING: _("Standing"),
    DECLINED: _("Said no"),
    WITHDRAWN: _("Stands no longer"),
    ELECTED: _("Elected, not yet said yes"),
    NOT_ELECTED: _("Not elected"),
    SEATED: _("Elected, took the seat"),
    STEPPED_BACK: _("Elected, did not take the seat"),
}


class Phase(models.TextChoices):
    """Where a called election is on a day."""

    BEFORE = "before", _("Not begun")
    NOMINATING = "nominating", _("Who wants to stand?")
    BETWEEN = "between", _("Voting begins soon")
    VOTING = "voting", _("Voting is open")
    OVER = "over", _("To be counted")


class Ended(models.TextChoices):
    """What came of it."""

    VOTED = "voted", _("By a vote")
    UNOPPOSED = "unopposed", _("Without a vote: not more people stood than there were seats")
    NOBODY_STOOD = "nobody_stood", _("Nobody stood")
    NO_VOTES = "no_votes", _("Nobody voted")


class Election(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+")
    code = CodeField()
    title = models.CharField(max_length=200)
    about = models.TextField(blank=True)  # what somebody who is elected does, in plain words
    nominate_from = models.DateField()
    nominate_until = models.DateField()  # the last day on which somebody can stand
    vote_from = models.DateField()
    vote_until = models.DateField()  # the last day on which somebody can vote
    # Only those who hold a seat there may stand, or vote. Everybody active on the register, when empty.
    standers = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="+")
    voters = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, default=CALLED, choices=[(state, state) for state in ELECTION.moves])
    reason = models.TextField(blank=True)  # why it was called off
    # Settles who comes first when votes are equal. Its digest is published from the first day, itself with the result.
    tie_salt = models.CharField(max_length=32, default=new_salt)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(nominate_until__gte=F("nominate_from"))
                & Q(vote_from__gt=F("nominate_until"))
                & Q(vote_until__gte=F("vote_from")),
                name="election_days_in_order",
            ),
            models.CheckConstraint(condition=~Q(state=CALLED_OFF) | ~Q(reason=""), name="election_off_has_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-vote_until", "-id"], name="election_newest"),
            models.Index(fields=["state", "organisation"], name="election_running", condition=Q(state=CALLED)),
        ]

    def __str__(self) -> str:
        return self.code

    def phase_on(self, day: date) -> Phase:
        begun = (
            (self.nominate_from, Phase.BEFORE),
            (self.nominate_until + date.resolution, Phase.NOMINATING),
            (self.vote_from, Phase.BETWEEN),
            (self.vote_until + date.resolution, Phase.VOTING),
        )
        return next((phase for end, phase in begun if day < end), Phase.OVER)


class ElectionStatus(StatusRow):
    election = models.ForeignKey(Election, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.election_id} {self.state}"


class ElectionSeat(models.Model):
    """One of the seats that it fills."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="seats")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "seat"], name="election_seat_once")]

    def __str__(self) -> str:
        return f"{self.election_id} {self.seat_id}"


class Candidate(ByLine):
    """Somebody who stands, or was asked to. Nobody else sees them before they have said yes."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="candidates")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=NOMINATED, choices=list(CANDIDATE_STATES.items()))
    statement = PersonalText(blank=True)  # their own words

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "person"], name="candidate_once")]

    def __str__(self) -> str:
        return self.code


class CandidateStatus(StatusRow):
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.state}"


class PutForward(ByLine):
    """A name that led to nobody, or to several: the coordinator finds out who is meant. Goes when nominations end."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="names")
    code = CodeField()
    name = PersonalText()

    def __str__(self) -> str:
        return self.code


class PaperVoter(ByLine):
    """Asked for a ballot on paper, and so votes in no other way."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="paper_voters")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "person"], name="paper_voter_once")]

    def __str__(self) -> str:
        return str(self.pk)


def any_number() -> int:
    return secrets.randbits(62)


class Voted(models.Model):
    """That somebody has voted, and nothing finer than the day. Nothing here leads to a ballot."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    election = models.ForeignKey(Election, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "person"], name="voted_once")]

    def __str__(self) -> str:
        return str(self.election_id)


class Ballot(models.Model):
    """One vote: the codes of candidates, the first choice first. Nothing here leads to a voter."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    election = models.ForeignKey(Election, models.PROTECT, related_name="+")
    ranking = models.JSONField()

    def __str__(self) -> str:
        return str(self.election_id)


class ElectionResult(ByLine):
    """The count, round by round, as it was published. Never changed."""

    election = models.OneToOneField(Election, models.PROTECT, related_name="result")
    ended = models.CharField(max_length=20, choices=Ended.choices)
    counted_on = models.DateField(default=timezone.localdate)
    seats = models.PositiveSmallIntegerField()
    could_vote = models.PositiveIntegerField()
    voted = models.PositiveIntegerField()
    ballots = models.PositiveIntegerField()
    quota = models.FloatField(default=0)
    rounds = models.JSONField(default=list)  # counting.Round as plain lists
    elected = models.JSONField(default=list)  # codes of candidates, in the order in which they were elected
    ballot_salt = models.CharField(max_length=32, default=new_salt)
    seal = models.CharField(max_length=64)  # of all ballots: stands in the event log too

    def __str__(self) -> str:
        return str(self.election_id)
