"""The register: who takes part, how to reach them, what they allow, need and offer. Walled off from care records."""

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


class Purpose(models.TextChoices):
    """What somebody may allow. Each is asked, dated and withdrawn by itself (domain §5.1)."""

    CONTACT_EMAIL = "contact_email", _("Contact me by e-mail")
    CONTACT_PHONE = "contact_phone", _("Ring me")
    CONTACT_TEXT = "contact_text", _("Send me text messages")
    CONTACT_POST = "contact_post", _("Write to me by post")
    WORDS_INSIDE = "words_inside", _("Use my words inside the organisation")
    WORDS_COMMISSIONERS = "words_commissioners", _("Share my words with those who pay for services")
    WORDS_PUBLIC = "words_public", _("Show my words in public")
    CREDIT = "credit", _("Credit me by name")


class ChannelKind(models.TextChoices):
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    TEXT = "text", _("Text message")
    POST = "post", _("Post")


class NeedKind(models.TextChoices):
    """Functional, never a diagnosis: how to send, how to meet, what to arrange (DAPB1605)."""

    SEND = "send", _("How to send me things")
    MEET = "meet", _("How to meet me")
    ARRANGE = "arrange", _("What to arrange")


class OfferKind(models.TextChoices):
    SKILL = "skill", _("Something I can do")
    EXPERIENCE = "experience", _("Something I know from my own life")
    INTEREST = "interest", _("Something I want to work on")
    LANGUAGE = "language", _("A language I speak")
    TIME = "time", _("When I can take part")


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


class Channel(Told):
    """A way to reach somebody. One of each kind; the first choice is marked."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    address = PersonalText()
    preferred = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="channel_kind_once"),
            models.UniqueConstraint(fields=["person"], condition=Q(preferred=True), name="channel_preferred_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class Consent(Told):
    """One permission for one purpose: asked with these words, given on this day, perhaps withdrawn."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=30, choices=Purpose.choices)
    wording = models.TextField()
    given_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_medium = models.CharField(max_length=10, blank=True)
    replaced_on = models.DateField(null=True, blank=True)  # given again, with new words or another end

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_on__isnull=True, replaced_on__isnull=True),
                name="consent_open_once",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("given_on")),
                name="consent_expires_after_given",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_withdrawn_after_given",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["expires_on", "id"],
                name="consent_running_out",
                condition=Q(withdrawn_on__isnull=True, replaced_on__isnull=True, expires_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.purpose}"


class AccessNeed(Told):
    """What makes taking part possible, in the person's own words. Theirs; reviewed on a day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="needs")
    code = CodeField()
    kind = models.CharField(max_length=10, choices=NeedKind.choices)
    words = PersonalText()
    review_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["review_on", "id"],
                name="need_review_due",
                condition=Q(ended_on__isnull=True, review_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Offer(Told):
    """What somebody wants to bring, in their own words."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="offers")
    code = CodeField()
    kind = models.CharField(max_length=10, choices=OfferKind.choices)
    words = PersonalText()
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.code


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
