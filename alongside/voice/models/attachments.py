"""What somebody brought beside their words: a photo of a flip chart, a recording, a paper. Also what shows a change."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core import media
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation

from .changes import Change
from .contributions import Contribution

ABOUT_ONE = Q(contribution__isnull=True) ^ Q(change__isnull=True)
THERE = ~Q(file="") & ~Q(digest="") & ~Q(salt="") & Q(removed_on__isnull=True)
GONE = Q(file="", digest="", salt="", removed_on__isnull=False)


class Attachment(ByLine):
    """The name that the file had is not kept: names of files name people. Taken away, its row stays, empty."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    contribution = models.ForeignKey(
        Contribution, models.PROTECT, null=True, blank=True, related_name="attachments", db_index=False
    )
    change = models.ForeignKey(
        Change, models.PROTECT, null=True, blank=True, related_name="attachments", db_index=False
    )
    label = PersonalText(blank=True)  # in words: what can be seen on it, or what is said
    kind = models.CharField(max_length=10, choices=[(name, kind.shown) for name, kind in media.KINDS.items()])
    size = models.PositiveIntegerField()  # in bytes
    file = models.CharField(max_length=40, blank=True)  # its name in core.media.keeping
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of what is kept
    salt = models.CharField(max_length=32, blank=True)
    added_on = models.DateField()
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ABOUT_ONE, name="attachment_about_one"),
            models.CheckConstraint(condition=THERE | GONE, name="attachment_there_or_gone"),
            models.UniqueConstraint(fields=["file"], condition=~Q(file=""), name="attachment_file_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["contribution", "id"], name="attachment_of_contribution"),
            models.Index(fields=["change", "id"], name="attachment_of_change"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def family(self) -> str:
        return media.KINDS[self.kind].family

    @property
    def content_type(self) -> str:
        return media.KINDS[self.kind].content_type

    @property
    def shown_kind(self) -> Any:
        return media.KINDS[self.kind].shown

    @property
    def shown_size(self) -> str:
        if self.size >= 1024 * 1024:
            return _("%(size)s MB") % {"size": f"{self.size / 1024 / 1024:.1f}"}
        return _("%(size)s kB") % {"size": max(1, self.size // 1024)}
