"""Most Significant Change: stories, chosen in groups of contributors and of staff, each choice with its reasons.

The ten steps are those of Rick Davies and Jess Dart, "The 'Most Significant Change' Technique" (2005).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

TELLING, CHOOSING, OVER = "telling", "choosing", "over"
# Over at once only when nobody told anything.
STORY_ROUND = Lifecycle("StoryRound", TELLING, {TELLING: (CHOOSING, OVER), CHOOSING: (OVER,), OVER: ()})
ROUND_STATES = {
    TELLING: _("Stories are told"),
    CHOOSING: _("Stories are chosen"),
    OVER: _("Over: what was learned"),
}


class GroupSide(models.TextChoices):
    PEOPLE = "people", _("those who take part")
    STAFF = "staff", _("those who work here")
    BOTH = "both", _("both sides together")


class StoryAudience(models.TextChoices):
    CHOOSERS = (
        "choosers",
        _("Only those who choose, and the coordinator. If it is chosen, others read why, not the story"),
    )
    HERE = "here", _("Everybody who belongs here")


class Held(models.TextChoices):
    YES = "yes", _("It is as it was told")
    PART = "part", _("It is so in part")
    NO = "no", _("It is not so")


class StoryRound(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")  # NULL: the whole of it
    question = models.TextField()
    about = models.TextField()  # what it is for, and what is done with the stories
    opened_on = models.DateField()
    until = models.DateField()  # the last day on which stories are told
    state = models.CharField(max_length=20, default=TELLING, choices=list(ROUND_STATES.items()))
    over_on = models.DateField(null=True, blank=True)
    # Written at the end: what runs through all of them, what was learned, what the next round does otherwise.
    through = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    next_time = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(question="") & ~Q(about=""), name="story_round_asks"),
            models.CheckConstraint(
                condition=Q(state=OVER, over_on__isnull=False) & ~Q(learned="") | ~Q(state=OVER),
                name="story_round_learned",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-opened_on", "-id"], name="story_round_newest")]

    def __str__(self) -> str:
        return self.code


class StoryRoundStatus(StatusRow):
    storyround = models.ForeignKey(StoryRound, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.storyround_id} {self.state}"


class StoryDomain(models.Model):
    """In what something changed. The last one is always any other change."""

    round = models.ForeignKey(StoryRound, models.PROTECT, related_name="domains")
    code = CodeField()
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name"], name="story_domain_once")]

    def __str__(self) -> str:
        return self.code


class StoryGroup(models.Model):
    """Who chooses. Those of the first level choose from all stories, those of the next from what these chose."""

    round = models.ForeignKey(StoryRound, models.PROTECT, related_name="groups")
    code = CodeField()
    level = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    side = models.CharField(max_length=10, choices=GroupSide.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name"], name="story_group_once")]

    def __str__(self) -> str:
        return self.code


class Story(ByLine):
    """In the words of whoever told it. Altered by nobody, taken back by them at any time."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    round = models.ForeignKey(StoryRound, models.PROTECT, related_name="stories", db_index=False)
    domain = models.ForeignKey(StoryDomain, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")  # NULL: forgotten
    words = models.TextField()  # what happened; blank only when taken back
    why = models.TextField()  # why it is the most significant one, for them
    audience = models.CharField(max_length=10, choices=StoryAudience.choices)
    named = models.BooleanField(default=False)
    use_outside = models.BooleanField(default=False)  # it may be told outside, without a name unless `named`
    may_check = models.BooleanField(default=False)  # others may be asked whether it is so
    told_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", why="", taken_back_on__isnull=False)
                | ~Q(words="") & ~Q(why="") & Q(taken_back_on__isnull=True),
                name="story_has_words",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["round", "domain", "id"], name="story_of_round")]

    def __str__(self) -> str:
        return self.code


class StoryChoice(ByLine):
    """What one group chose in one domain, and why. Append-only; NULL: none of them, with the reason."""

    group = models.ForeignKey(StoryGroup, models.PROTECT, related_name="choices")
    domain = models.ForeignKey(StoryDomain, models.PROTECT, related_name="choices")
    code = CodeField()
    story = models.ForeignKey(Story, models.PROTECT, null=True, blank=True, related_name="choices")
    people = models.PositiveSmallIntegerField()  # how many of each side chose together
    staff = models.PositiveSmallIntegerField()
    reason = models.TextField()
    chosen_on = models.DateField()
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "domain"], name="story_choice_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="story_choice_has_reason"),
        ]

    def __str__(self) -> str:
        return self.code


class StoryCheck(ByLine):
    """Somebody looked whether a chosen story is so, if its teller agreed to that."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="checks")
    code = CodeField()
    found = models.CharField(max_length=10, choices=Held.choices)
    how = models.TextField()  # whom they asked, what they looked at
    checked_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(how=""), name="story_check_says_how")]

    def __str__(self) -> str:
        return self.code
