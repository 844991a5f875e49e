"""Somebody on the register, where they stand, and their rests."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.audit.sealing import new_salt
from alongside.core.actor import Kind
from alongside.core.dates import long_day
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation

ENQUIRED, WELCOMED, ACTIVE, PAUSED, LEFT = "enquired", "welcomed", "active", "paused", "left"

PERSON = Lifecycle(
    "Person on the register",
    ENQUIRED,
    {
        ENQUIRED: (WELCOMED, ACTIVE, PAUSED, LEFT),
        WELCOMED: (ACTIVE, PAUSED, LEFT),
        ACTIVE: (PAUSED, LEFT),
        PAUSED: (ENQUIRED, WELCOMED, ACTIVE, LEFT),  # back to where they were
        LEFT: (ENQUIRED, ACTIVE),
    },
)
STATES = {
    ENQUIRED: _("Asked about it"),
    WELCOMED: _("Welcomed"),
    ACTIVE: _("Active"),
    PAUSED: _("Paused"),
    LEFT: _("Left"),
}


class Told(ByLine):
    """Something about somebody. `origin` says who wrote it down, and from what, when it was not themselves."""

    class Meta:
        abstract = True

    @property
    def origin(self) -> str:
        if self.medium:
            return self.written_down
        facts = {"day": long_day(timezone.localtime(self.recorded_at).date())}
        if self.by_kind == str(Kind.SYSTEM):
            return gettext("Brought in from a list on %(day)s") % facts
        if self.recorded_by is None or self.recorded_by_id == self.whose_user_id():
            return ""
        facts["name"] = self.recorded_by.get_full_name()
        return gettext("Written down by %(name)s on %(day)s") % facts

    def whose_user_id(self) -> int | None:
        return self.person.user_id  # type: ignore[attr-defined]


class Person(Told):
    """Somebody on one organisation's register. One human may be on several."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    name = PersonalText()
    called = PersonalText(blank=True)
    route_in = models.CharField(max_length=200, blank=True)  # how they came to be here
    facilitator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, default=ENQUIRED, choices=list(STATES.items()))
    joined_on = models.DateField(default=timezone.localdate)
    source = models.CharField(max_length=100, blank=True)  # the key of an imported row
    salt = models.CharField(max_length=32, blank=True, default=new_salt)  # of what the event log holds about an import
    erased_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "user"], condition=Q(user__isnull=False), name="person_user_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "source"], condition=~Q(source=""), name="person_source_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "-joined_on", "-id"], name="person_list"),
            models.Index(fields=["organisation", "-joined_on", "-id"], name="person_newest"),
            models.Index(fields=["user"], name="person_of_user"),
        ]

    def __str__(self) -> str:
        return self.code

    def whose_user_id(self) -> int | None:
        return self.user_id

    @property
    def known_as(self) -> str:
        return self.called or self.name


class PersonStatus(StatusRow):
    person = models.ForeignKey(Person, models.PROTECT, related_name="statuses")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="person_status_newest")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.state}"

    @property
    def shown(self) -> Any:
        return STATES.get(self.state, self.state)


class NameToken(models.Model):
    """Keyed digests of the beginnings of somebody's names, so that they can be found (core/lookups.py)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["digest", "person"], name="name_token_once")]

    def __str__(self) -> str:
        return self.digest


class Pause(Told):
    """A rest. No reason is asked and there is nowhere to put one. Nothing is sent while it lasts."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="pauses")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # a day they chose, or none
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on__isnull=True), name="pause_open_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="pause_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} since {self.since}"
