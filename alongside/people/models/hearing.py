"""How somebody wants to hear from us: how often, when, by phone how, and whether their own words may be repeated."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.core import parts
from alongside.core.fields import PersonalText
from alongside.post.models import Rhythm

from .person import Person, Told

ANY_DAY = "1234567"


class Stop(models.TextChoices):
    """Why a way to reach somebody does not work."""

    NO_SUCH = "no_such", _("It came back: there is no such address or number")
    WRONG_NUMBER = "wrong_number", _("Somebody else answered: the number is wrong")
    RETURNED = "returned", _("A letter came back")
    UNREADABLE = "unreadable", _("It cannot be used as it is written")


class Hearing(Told):
    """Nobody has one until they choose: then everything comes at once, at any hour, and no words are repeated."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="hearing")
    often = models.CharField(max_length=10, choices=Rhythm.choices, default=Rhythm.AT_ONCE)
    answers_at_once = models.BooleanField(default=True)
    days = models.CharField(max_length=7, default=ANY_DAY)  # 1 is Monday
    from_time = models.TimeField(null=True, blank=True)
    until_time = models.TimeField(null=True, blank=True)
    on_the_phone = PersonalText(blank=True)  # what whoever rings should know
    leave_word = models.BooleanField(default=False)
    quote_email = models.BooleanField(default=False)
    quote_post = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(from_time__isnull=True) | Q(until_time__isnull=True) | Q(until_time__gt=F("from_time")),
                name="hearing_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(days=""), name="hearing_some_day"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.often}"

    def may_quote(self, channel: str) -> bool:
        """In a text message never: it stands on a locked screen."""
        return {"email": self.quote_email, "post": self.quote_post}.get(channel, False)

    @property
    def when(self) -> str:
        """On which days and between which times, in words."""
        days = _days(self.days)
        if self.from_time is None or self.until_time is None:
            return gettext("%(days)s, any time") % {"days": days}
        facts = {"days": days, "from": parts.clock(self.from_time), "until": parts.clock(self.until_time)}
        return gettext("%(days)s, from %(from)s to %(until)s") % facts


def _days(days: str) -> str:
    """Any day; Monday to Friday; Tuesday, Thursday."""
    if days == ANY_DAY:
        return gettext("Any day")
    names = [str(WEEKDAYS[int(day) - 1]) for day in days]
    if len(days) > 2 and days in ANY_DAY:
        return gettext("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)
