"""The panel: equal members, what they agreed to keep to themselves, and the candidates whom they read about."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.codes import new_code
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation

from .places import ACCEPTED, Place
from .recruitment import Recruitment

KEEP_DAYS = 180
FIRST_WORDING = _(
    "I keep what I read and hear about the candidates to myself. "
    "I do not look candidates up, and I do not tell anybody who applied. "
    "If I know a candidate, I say so before I read anything. "
    "I delete or give back all papers when I am asked to."
)


def application_path(candidate: "Candidate", file_name: str) -> str:
    """A random name, outside the web root."""
    return f"applications/{new_code(26)}"


class PanelTerms(ByLine):
    """What members agree to, and for how long data of candidates are kept after the choice. Never changed: a new
    row is added, and the newest holds. Whoever agreed, agreed to the words of their row."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    wording = models.TextField()
    keep_days = models.PositiveSmallIntegerField(default=KEEP_DAYS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "number"], name="panel_terms_once"),
            models.CheckConstraint(condition=~Q(wording=""), name="panel_terms_have_words"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.number}"


class PanelMember(ByLine):
    """A contributor through their place, or somebody of staff. Every member counts the same."""

    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="members")
    code = CodeField()
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    chairs = models.BooleanField(default=False)
    terms = models.ForeignKey(PanelTerms, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    agreed_medium = models.CharField(max_length=10, blank=True)  # on paper, on the phone: somebody wrote it down
    stood_down_on = models.DateField(null=True, blank=True)
    stood_down_reason = PersonalText(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(place__isnull=True, user__isnull=False) | Q(place__isnull=False, user__isnull=True),
                name="panel_member_is_one",
            ),
            models.UniqueConstraint(fields=["recruitment", "place"], name="panel_place_once"),
            models.UniqueConstraint(fields=["recruitment", "user"], name="panel_user_once"),
            models.UniqueConstraint(fields=["recruitment"], condition=Q(chairs=True), name="panel_one_chair"),
            models.CheckConstraint(
                condition=Q(terms__isnull=True, agreed_on__isnull=True)
                | Q(terms__isnull=False, agreed_on__isnull=False),
                name="panel_agreed_together",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def lived(self) -> bool:
        """Here for their lived experience."""
        return self.place_id is not None

    @property
    def takes_part(self) -> bool:
        """Neither stood down nor, for a contributor, with a place that was given back. Needs `place`."""
        return self.stood_down_on is None and (self.place is None or self.place.state == ACCEPTED)


class Candidate(ByLine):
    """Known to the panel by a letter. Name and contact are for those who invite them."""

    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="candidates")
    code = CodeField()
    label = models.CharField(max_length=4)
    name = PersonalText(blank=True)
    contact = PersonalText(blank=True)
    application = PersonalText(blank=True)
    file = models.FileField(upload_to=application_path, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    shortlisted = models.BooleanField(null=True)  # what the panel agreed; unknown until then
    withdrew_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recruitment", "label"], name="candidate_label_once"),
        ]

    def __str__(self) -> str:
        return self.code
