"""How to reach somebody, what they allow, what they need, what they bring."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.fields import CodeField, PersonalText

from .hearing import Stop
from .person import Person, Told


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


class Channel(Told):
    """A way to reach somebody. One of each kind; the first choice is marked."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    address = PersonalText()
    preferred = models.BooleanField(default=False)
    # It does not work: since when, and why. Writing the address again says that it does.
    stopped_on = models.DateField(null=True, blank=True)
    stopped_why = models.CharField(max_length=20, blank=True, choices=Stop.choices)

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
