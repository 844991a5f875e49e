"""People who sign in, and the line that says who wrote a row."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.actor import Medium
from alongside.core.dates import long_day
from alongside.core.fields import CodeField, PersonalText

# How somebody's wish reached the one who wrote it down: choices for forms, and words for pages.
MEDIA = {
    str(Medium.IN_PERSON): gettext_lazy("They told me, face to face"),
    str(Medium.PHONE): gettext_lazy("They told me on the phone"),
    str(Medium.EMAIL): gettext_lazy("They wrote an e-mail"),
    str(Medium.LETTER): gettext_lazy("They wrote a letter"),
    str(Medium.PAPER): gettext_lazy("They filled in a paper form"),
}
FROM = {
    str(Medium.IN_PERSON): gettext_lazy("what was said face to face"),
    str(Medium.PHONE): gettext_lazy("a phone call"),
    str(Medium.EMAIL): gettext_lazy("an e-mail"),
    str(Medium.LETTER): gettext_lazy("a letter"),
    str(Medium.PAPER): gettext_lazy("a paper form"),
}


def tidy_email(text: str) -> str:
    """An address as it is kept: nobody's mail depends on capitals, and everybody types them somewhere."""
    return text.strip().lower()


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str = "", **extra: Any) -> "User":
        user = self.model(email=tidy_email(email), name=name, **extra)
        user.set_unusable_password()  # sign-in is by e-mailed code or passkey
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=tidy_email(username or ""))


class User(AbstractBaseUser):
    """One human who signs in, whatever organisations they belong to. The e-mail stays in plain text:
    sign-in must find it (docs/personal-data.md)."""

    code = CodeField()
    email = models.EmailField(max_length=254, unique=True)
    name = PersonalText(blank=True)
    job = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            # Small letters only, so that `unique` means once per address however it was typed.
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_full_name(self) -> str:
        return self.name or self.job


class ByLine(models.Model):
    """Who wrote this row, when, and whether it was for somebody else."""

    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    by_kind = models.CharField(max_length=10, default="user")
    medium = models.CharField(max_length=10, blank=True, choices=[(m.value, m.value) for m in Medium], default="")

    class Meta:
        abstract = True

    @property
    def on_behalf(self) -> bool:
        return bool(self.medium)

    @property
    def written_down(self) -> str:
        """Who wrote it down for somebody, when and from what; empty when they did so themselves."""
        if not self.medium:
            return ""
        name = self.recorded_by.get_full_name() if self.recorded_by else ""
        day = long_day(timezone.localtime(self.recorded_at).date())
        words = {"name": name, "day": day, "source": FROM.get(self.medium, self.medium)}
        if not name:
            return _("Written down on %(day)s, from %(source)s") % words
        return _("Written down by %(name)s on %(day)s, from %(source)s") % words


class StatusRow(ByLine):
    """One move of a lifecycle. Never changed, never removed; the newest is the present."""

    state = models.CharField(max_length=20)
    effective_on = models.DateField()

    class Meta:
        abstract = True
