"""Before words are shown further: their author has seen them as each reader will, and for everybody to read, a person
has decided by published rules. The words themselves are never changed by any of it.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation

from .contributions import Contribution

OPEN, CONFIRMED, WAITING = "open", "confirmed", "waiting"
SHOWN, COVERED, NOT_SHOWN, APPEALED, ENDED = "shown", "covered", "not_shown", "appealed", "ended"
DECIDED = (SHOWN, COVERED, NOT_SHOWN)
READABLE = (SHOWN, COVERED)  # by anybody

SHOWING = Lifecycle(
    "Showing",
    OPEN,
    {
        OPEN: (CONFIRMED, WAITING, ENDED),
        CONFIRMED: (OPEN, WAITING, ENDED),
        WAITING: (OPEN, CONFIRMED, SHOWN, COVERED, NOT_SHOWN, ENDED),
        SHOWN: (OPEN, CONFIRMED, WAITING, COVERED, NOT_SHOWN, ENDED),
        COVERED: (OPEN, CONFIRMED, WAITING, SHOWN, COVERED, NOT_SHOWN, APPEALED, ENDED),
        NOT_SHOWN: (OPEN, CONFIRMED, WAITING, SHOWN, COVERED, NOT_SHOWN, APPEALED, ENDED),
        APPEALED: (OPEN, CONFIRMED, SHOWN, COVERED, NOT_SHOWN, ENDED),
        ENDED: (OPEN, CONFIRMED, WAITING),
    },
)
SHOWING_STATES = {
    OPEN: _("Its author has not looked yet"),
    CONFIRMED: _("Its author has seen it; not for everybody"),
    WAITING: _("Waits for a decision"),
    SHOWN: _("Shown"),
    COVERED: _("Shown, with parts left out"),
    NOT_SHOWN: _("Not shown"),
    APPEALED: _("Before the panel"),
    ENDED: _("Not to be shown"),
}


class Seen(models.Manager["Showing"]):
    """As the words are shown, so is what becomes of them."""

    def get_queryset(self) -> models.QuerySet["Showing"]:
        return super().get_queryset().filter(contribution__restricted=False)


class Showing(ByLine):
    """How one thing that was said is shown beyond those who answer it. Made when its author first looks at it."""

    contribution = models.OneToOneField(Contribution, models.PROTECT, related_name="showing")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    # The author's own version without what gives them away. It stands beside the words; `use_own`: others see it.
    own_version = models.TextField(blank=True)
    use_own = models.BooleanField(default=False)
    state = models.CharField(max_length=20, default=OPEN, choices=list(SHOWING_STATES.items()))
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed: Any = models.JSONField(default=list)  # which of their texts its author saw and agreed to: showing_text
    asked_on = models.DateField(null=True, blank=True)  # since when a decision is owed
    decide_by = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    rule = models.CharField(max_length=20, blank=True)  # of the newest decision, for counting
    pieces: Any = models.JSONField(default=dict)  # what anybody may read: text by text, the parts left out of it
    version = models.PositiveIntegerField(default=1)
    objects = Seen()
    everything: ClassVar[models.Manager["Showing"]] = models.Manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(use_own=False) | ~Q(own_version=""), name="showing_own_version_is_there"
            ),
            models.CheckConstraint(
                condition=~Q(state=WAITING) | Q(decide_by__isnull=False), name="showing_waits_until_a_day"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "decide_by", "id"], name="showing_waiting", condition=Q(state=WAITING)
            ),
            models.Index(fields=["organisation", "state", "rule"], name="showing_by_state"),
        ]

    def __str__(self) -> str:
        return self.code


class ShowingStatus(StatusRow):
    showing = models.ForeignKey(Showing, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.showing_id} {self.state}"


class Preview(ByLine):
    """Its author saw the words as each reader will see them, or heard them read, and agreed. Append-only."""

    showing = models.ForeignKey(Showing, models.PROTECT, related_name="previews")
    seen_on = models.DateField()
    uses: Any = models.JSONField()  # what they allowed at that moment
    own = models.BooleanField()  # their own version instead of their words
    read_aloud = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.showing_id} {self.seen_on}"
