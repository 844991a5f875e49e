"""Who gets a seat, fairly: what a panel needs to know about people, the draw, and what each person is told of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.codes import new_code
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .opportunities import Interest, Opportunity

COMMITTED, NUMBERED, DRAWN, SET_ASIDE, NOT_NEEDED = "committed", "numbered", "drawn", "set_aside", "not_needed"

DRAW = Lifecycle(
    "Draw",
    COMMITTED,
    {
        COMMITTED: (NUMBERED, SET_ASIDE),
        NUMBERED: (DRAWN, SET_ASIDE),
        DRAWN: (),
        SET_ASIDE: (),
        NOT_NEEDED: (),
    },
)
UNDER_WAY = (COMMITTED, NUMBERED)
DRAW_STATES = {
    COMMITTED: _("Sealed, waiting for the number"),
    NUMBERED: _("The number is known"),
    DRAWN: _("Drawn"),
    SET_ASIDE: _("Set aside"),
    NOT_NEEDED: _("No draw was needed"),
}


class NumberFrom(models.TextChoices):
    """Nobody who knows the tickets may choose the number."""

    ROOM = "room", _("Drawn in the room, in front of people")
    BEACON = "beacon", _("A public beacon, in a round that is still to come")


class Feature(ByLine):
    """One question, asked because this panel needs it, and of nobody else."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="features")
    code = CodeField()
    question = models.CharField(max_length=200)
    why = models.TextField()  # the person reads why it is asked
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opportunity", "question"], name="feature_question_once"),
            models.CheckConstraint(condition=~Q(why=""), name="feature_says_why"),
        ]

    def __str__(self) -> str:
        return self.code


class FeatureValue(models.Model):
    """An answer that can be given, and how many seats may go to people who give it.

    “Rather not say” is not among them: it is an answer without a value, and no quota can name it.
    """

    feature = models.ForeignKey(Feature, models.CASCADE, related_name="values")
    code = CodeField()
    words = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField(default=0)
    most = models.PositiveSmallIntegerField(null=True, blank=True)  # none: as many as there are seats
    bend = models.PositiveSmallIntegerField(null=True, blank=True)  # its place in the agreed order, 1 bends first
    never_alone = models.BooleanField(default=False)  # nobody, or at least two

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["feature", "words"], name="feature_value_once"),
            models.CheckConstraint(
                condition=Q(most__isnull=True) | Q(most__gte=F("least")), name="feature_value_least_below_most"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class InterestAnswer(models.Model):
    """What somebody answered. Without a value: they would rather not say."""

    interest = models.ForeignKey(Interest, models.CASCADE, related_name="answers")
    feature = models.ForeignKey(Feature, models.CASCADE, related_name="+")
    value = models.ForeignKey(FeatureValue, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["interest", "feature"], name="interest_answer_once")]

    def __str__(self) -> str:
        return f"{self.interest_id} {self.feature_id}"


class Draw(ByLine):
    """One draw of an opportunity. When a seat comes back there may be another; each stays on record."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="draws")
    state = models.CharField(max_length=20, default=COMMITTED, choices=list(DRAW_STATES.items()))
    made_on = models.DateField()
    panel = models.JSONField(default=dict)  # seats and rules, as the engine reads them
    roles = models.JSONField(default=dict)  # by stage: what those who are drawn are offered
    document = models.JSONField(default=dict)  # what was published: tickets of codes, and the rules
    facts = models.JSONField(default=dict)  # what the engine says of itself: lowest, highest, bound, gap, bent
    commitment = models.CharField(max_length=64, blank=True)
    number_from = models.CharField(max_length=10, choices=NumberFrom.choices, blank=True)
    number_source = models.CharField(max_length=300, blank=True)  # where, with what, or which beacon and round
    number_at = models.DateTimeField(null=True, blank=True)  # not before then
    number = models.CharField(max_length=128, blank=True)
    secret = models.CharField(max_length=64, blank=True)  # only once it is revealed
    ticket = models.PositiveSmallIntegerField(null=True, blank=True)
    set_aside_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opportunity"], condition=Q(state__in=UNDER_WAY), name="draw_one_under_way"
            ),
            models.CheckConstraint(
                condition=Q(state=NOT_NEEDED) | (~Q(commitment="") & Q(number_at__isnull=False)),
                name="draw_is_committed",
            ),
            models.CheckConstraint(
                condition=~Q(state=DRAWN) | (~Q(number="") & ~Q(secret="") & Q(ticket__isnull=False)),
                name="draw_drawn_is_whole",
            ),
            models.CheckConstraint(condition=Q(state=DRAWN) | Q(secret=""), name="draw_secret_after_it_is_drawn"),
            models.CheckConstraint(
                condition=~Q(state=SET_ASIDE) | ~Q(set_aside_because=""), name="draw_set_aside_with_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["opportunity", "-id"], name="draw_of_opportunity"),
            models.Index(fields=["organisation", "-made_on", "-id"], name="draw_newest"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def tickets(self) -> int:
        return len(self.document.get("tickets", ()))


class DrawStatus(StatusRow):
    draw = models.ForeignKey(Draw, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.draw_id} {self.state}"


class DrawSecret(models.Model):
    """Apart from the draw, so that nothing that reads draws can show it before its time."""

    draw = models.OneToOneField(Draw, models.PROTECT, related_name="sealed")
    secret = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.draw_id)


def pseudonym() -> str:
    return new_code(6)


class DrawEntry(models.Model):
    """Somebody who was in it, under a code that only they know. Forgotten, the code stays and the person goes."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="entries")
    code = models.CharField(max_length=10, default=pseudonym, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answers = PersonalText(blank=True)  # as they were when it was sealed; gone when the opportunity is over
    weight = models.PositiveSmallIntegerField()
    turns = models.PositiveSmallIntegerField(default=0)
    turn_ends_on = models.DateField(null=True, blank=True)  # when the oldest turn stops counting
    on_tickets = models.PositiveSmallIntegerField(default=0)
    kept = models.BooleanField(default=False)  # had said yes already: a draw of empty seats
    drawn = models.BooleanField(default=False)
    reserve = models.PositiveSmallIntegerField(null=True, blank=True)  # first, second …

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draw", "code"], name="draw_entry_code_once"),
            models.UniqueConstraint(
                fields=["draw", "person"], condition=Q(person__isnull=False), name="draw_entry_person_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="draw_entry_of_person")]

    def __str__(self) -> str:
        return self.code


class DrawLeftOut(models.Model):
    """Interested, and not in this draw. Why is for them: limits and rest are shown to nobody else."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="left_out")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reasons = PersonalText()  # names of the engine's reasons, with spaces
    back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draw", "person"], name="draw_left_out_once"),
        ]

    def __str__(self) -> str:
        return f"{self.draw_id} {self.person_id}"
