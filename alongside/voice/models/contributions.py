"""Everything that was said is owed an answer. The words are kept as said: altered by nobody, erased by their author."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .. import languages
from .letterboxes import Letterbox, Question

RECEIVED, ACKNOWLEDGED, DEFERRED = "received", "acknowledged", "deferred"
ANSWERED, TOLD, CHALLENGED, WITHDRAWN = "answered", "told", "challenged", "withdrawn"

CONTRIBUTION = Lifecycle(
    "Contribution",
    RECEIVED,
    {
        RECEIVED: (ACKNOWLEDGED, DEFERRED, ANSWERED, WITHDRAWN),
        ACKNOWLEDGED: (DEFERRED, ANSWERED, WITHDRAWN),
        DEFERRED: (DEFERRED, ANSWERED, CHALLENGED, WITHDRAWN),
        ANSWERED: (TOLD, CHALLENGED, WITHDRAWN),
        TOLD: (CHALLENGED, WITHDRAWN, ANSWERED),  # back to answered: what told them came back
        CHALLENGED: (DEFERRED, ANSWERED, WITHDRAWN),
        WITHDRAWN: (),
    },
)
CONTRIBUTION_STATES = {
    RECEIVED: _("Received"),
    ACKNOWLEDGED: _("Acknowledged, answer owed"),
    DEFERRED: _("Not yet, answer still owed"),
    ANSWERED: _("Answered, not yet told"),
    TOLD: _("Told"),
    CHALLENGED: _("Challenged, answer owed"),
    WITHDRAWN: _("Taken back"),
}
# In the state of what was challenged is also what nobody questioned: what came of it is denied, or did not hold, and an
# answer is owed again (docs/decisions/0010). It is said apart, and counted apart.
NOT_HELD = "not_held"
NOT_HELD_WORDS = _("Change denied or not held, answer owed")
# The conditions of the small indexes below, each with what every list of shown rows asks for anyhow.
OPEN = Q(owed=True, restricted=False)
HEARD = Q(public_on__isnull=False, told_on__isnull=False, withdrawn_on__isnull=True, restricted=False)
UNSEEN = Q(use_public=True, previewed_on__isnull=True, withdrawn_on__isnull=True, restricted=False)
THROUGH = Q(letterbox__isnull=False, restricted=False)
UNREAD = Q(read_on__isnull=True, withdrawn_on__isnull=True, restricted=False)
DISPUTED = Q(disputed=True, restricted=False)
ANSWERS_ME = Q(answers_me_on__isnull=False, restricted=False)
ON_BOARD = Q(board_since__isnull=False, owed=True, restricted=False)
OWED = (RECEIVED, ACKNOWLEDGED, DEFERRED, ANSWERED, CHALLENGED)  # something is still owed to the author


class ContributionKind(models.TextChoices):
    IDEA = "idea", _("An idea")
    CONCERN = "concern", _("A worry")
    QUESTION = "question", _("A question")
    EXPERIENCE = "experience", _("Something that happened")
    DISAGREEMENT = "disagreement", _("I disagree")
    AGENDA_ITEM = "agenda_item", _("Something to talk about at a meeting")


class Via(models.TextChoices):
    SIGNED_IN = "signed_in", _("Signed in")
    PUBLIC_PAGE = "public_page", _("The public page")
    WRITTEN_DOWN = "written_down", _("Written down by somebody else")
    IMPORT = "import", _("Imported")
    EMAIL = "email", _("E-mail")
    TOGETHER = "together", _("What many said to one question")


class Grave(models.IntegerChoices):
    """The place in the reading order, gravest first. It may rise and never falls."""

    PHRASE = 1, _("It has words from the phrase list")
    CONTACT = 2, _("They ask to be contacted")
    NOT_RAISED = 3, _("In the order in which it came")


class Shown(models.Manager["Contribution"]):
    """What the safeguarding lead has before them is in no list, search, figure, export or page of anybody else.
    Whatever has to know of it all the same says `everything`; tests/house/test_restricted.py knows who may.
    """

    def get_queryset(self) -> models.QuerySet["Contribution"]:
        return super().get_queryset().filter(restricted=False)


class Contribution(ByLine):
    # Every key has an index below that begins with it, or is never searched by itself.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    kind = models.CharField(max_length=20, choices=ContributionKind.choices)
    words = models.TextField()  # verbatim; blank only when erased
    salt = models.CharField(max_length=32)  # of the commitment in the event log; goes with the words
    rendering = models.TextField(blank=True)  # an edited version, always shown beside the words
    # what it is about; `unit` is also who owes the answer
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    about = models.CharField(max_length=300, blank=True)  # in the author's words, e.g. the name of a service
    # what it replies to, where it came in, and what it was added to afterwards by the same author
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    letterbox = models.ForeignKey(Letterbox, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    adds_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    lang = models.CharField(max_length=8, blank=True)  # as its author says; empty: nobody said
    # who said it: a person, a group, or nobody named
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    group_name = models.CharField(max_length=200, blank=True)
    via = models.CharField(max_length=20, choices=Via.choices)
    follow_digest = models.CharField(max_length=32, blank=True)  # of the code with which it can be followed
    # how it may be used
    use_inside = models.BooleanField(default=True)
    use_commissioners = models.BooleanField(default=False)
    use_public = models.BooleanField(default=False)
    credit = models.BooleanField(default=False)
    # nobody further sees them before their author has, and everybody only after a decision (showing.py)
    previewed_on = models.DateField(null=True, blank=True)
    public_on = models.DateField(null=True, blank=True)  # since when anybody may read them
    # said and received are two facts; what is owed runs from the second
    said_on = models.DateField()
    received_on = models.DateField()
    acknowledge_by = models.DateField()
    answer_by = models.DateField()
    due_on = models.DateField()  # the next of them that is still owed
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    state = models.CharField(max_length=20, default=RECEIVED, choices=list(CONTRIBUTION_STATES.items()))
    answer_kind = models.CharField(max_length=20, blank=True)  # of the newest answer, for lists
    answered_on = models.DateField(null=True, blank=True)  # the first answer that was not a deferral
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)  # working days from received to that
    told_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    # every one is read by a named person: a clock of its own, which runs from the day on which it came in here
    read_by = models.DateField()
    read_on = models.DateField(null=True, blank=True)
    grave = models.PositiveSmallIntegerField(default=Grave.NOT_RAISED, choices=Grave.choices)
    restricted = models.BooleanField(default=False)  # the safeguarding lead has it, and nobody else sees it
    # the last word: what its author says of the newest answer, until there is another one
    disputed = models.BooleanField(default=False)
    answers_me_on = models.DateField(null=True, blank=True)
    words_denied = models.BooleanField(default=False)  # somebody else wrote them down: "that is not what I said"
    # how far it has risen by being late, since it was last answered or a holding note was written
    risen = models.PositiveSmallIntegerField(default=0)
    board_since = models.DateField(null=True, blank=True)
    uid = models.CharField(max_length=100, blank=True)  # the key of an imported row
    version = models.PositiveIntegerField(default=1)
    # Worked out by the database. SQLite only uses the small indexes below when a query says the very words of their
    # condition, and a list of states is never the same words twice.
    owed = models.GeneratedField(
        expression=Q(state__in=OWED),  # type: ignore[arg-type]
        output_field=models.BooleanField(),
        db_persist=True,
    )
    objects = Shown()
    everything: ClassVar[models.Manager["Contribution"]] = models.Manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(group_name=""), name="contribution_one_author"),
            models.CheckConstraint(
                condition=Q(decision__isnull=True) | Q(meeting__isnull=True), name="contribution_about_one"
            ),
            models.CheckConstraint(condition=Q(received_on__gte=F("said_on")), name="contribution_received_after_said"),
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="contribution_words_salted"
            ),
            models.CheckConstraint(
                condition=Q(credit=False) | Q(person__isnull=False), name="contribution_credit_named"
            ),
            models.CheckConstraint(
                condition=Q(adds_to__isnull=True) | Q(follow_digest=""), name="contribution_one_code"
            ),
            models.CheckConstraint(
                condition=Q(public_on__isnull=True) | Q(use_public=True, previewed_on__isnull=False),
                name="contribution_public_agreed",
            ),
            models.UniqueConstraint(fields=["organisation", "uid"], condition=~Q(uid=""), name="contribution_uid_once"),
            models.UniqueConstraint(
                fields=["follow_digest"], condition=~Q(follow_digest=""), name="contribution_follow_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "received_on", "id", "answered_on"],
                name="contribution_owed",
                condition=OPEN,
            ),
            # With the state, so that "not yet answered" is known before a row is read.
            models.Index(fields=["unit", "received_on", "id", "state"], name="contribution_waiting", condition=OPEN),
            models.Index(fields=["owner", "due_on", "id"], name="contribution_owed_by", condition=OPEN),
            models.Index(
                fields=["owner", "-received_on", "-id"],
                name="contribution_of_owner",
                condition=Q(owner__isnull=False, restricted=False),
            ),
            models.Index(
                fields=["organisation", "due_on", "id"],
                name="contribution_due",
                condition=OPEN,
            ),
            # With what is restricted, so that counting by state reads no row.
            models.Index(
                fields=["organisation", "state", "received_on", "id", "restricted"], name="contribution_by_state"
            ),
            models.Index(fields=["organisation", "-received_on", "-id"], name="contribution_newest"),
            # With what is restricted, so that counting what a unit was told reads no row.
            models.Index(
                fields=["organisation", "unit", "-received_on", "-id", "restricted"], name="contribution_unit_new"
            ),
            models.Index(fields=["person", "-received_on", "-id"], name="contribution_of_person"),
            # With what the figures count by: what was answered since a day, and how long it had waited, reads no row.
            models.Index(
                fields=["organisation", "answered_on", "answer_days", "answer_kind", "received_on", "unit"],
                name="contribution_answered",
                condition=Q(answered_on__isnull=False, restricted=False),
            ),
            models.Index(
                fields=["unit", "answered_on", "answer_days", "answer_kind", "received_on"],
                name="contribution_answered_of",
                condition=Q(answered_on__isnull=False, restricted=False),
            ),
            # How it stood on a day: what was taken back later. Of a unit, and of all.
            models.Index(
                fields=["withdrawn_on", "organisation", "unit", "received_on", "answered_on"],
                name="contribution_taken_back",
                condition=Q(state=WITHDRAWN, restricted=False),
            ),
            models.Index(fields=["decision"], name="contribution_of_decision"),
            models.Index(fields=["meeting"], name="contribution_of_meeting"),
            models.Index(
                fields=["organisation", "-told_on", "-id"],
                name="contribution_heard",
                condition=HEARD,
            ),
            models.Index(
                fields=["organisation", "answer_kind", "-told_on", "-id"],
                name="contribution_heard_as",
                condition=HEARD,
            ),
            models.Index(fields=["organisation", "received_on", "id"], name="contribution_unseen", condition=UNSEEN),
            # Beginning at the unit and without: whoever reads for everybody, and whoever reads for a team.
            models.Index(
                fields=["organisation", "grave", "received_on", "id"], name="contribution_unread", condition=UNREAD
            ),
            models.Index(
                fields=["unit", "grave", "received_on", "id"], name="contribution_unread_unit", condition=UNREAD
            ),
            models.Index(fields=["organisation", "read_by"], name="contribution_read_late", condition=UNREAD),
            models.Index(fields=["unit", "read_by"], name="contribution_read_late_unit", condition=UNREAD),
            # With what came of them, so that counting for a list of letterboxes reads no row.
            models.Index(
                fields=["letterbox", "-received_on", "-id", "answer_kind"],
                name="contribution_of_letterbox",
                condition=THROUGH,
            ),
            models.Index(
                fields=["question", "-received_on", "-id"],
                name="contribution_of_question",
                condition=Q(question__isnull=False, restricted=False),
            ),
            models.Index(fields=["adds_to"], name="contribution_additions", condition=Q(adds_to__isnull=False)),
            models.Index(fields=["organisation"], name="contribution_restricted", condition=Q(restricted=True)),
            models.Index(
                fields=["organisation", "received_on", "id"], name="contribution_disputed", condition=DISPUTED
            ),
            models.Index(fields=["organisation"], name="contribution_answers_me", condition=ANSWERS_ME),
            models.Index(
                fields=["organisation", "received_on", "id"], name="contribution_on_board", condition=ON_BOARD
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def language(self) -> str:
        """As its author marked it, for those who look for somebody to read it; empty for English."""
        return languages.name_of(self.lang)

    @property
    def is_unread(self) -> bool:
        return self.read_on is None and self.withdrawn_on is None

    @property
    def is_owed(self) -> bool:
        return self.state in OWED

    @property
    def stands(self) -> str:
        """Its state, and of those that are challenged which of the two it is."""
        return NOT_HELD if self.state == CHALLENGED and not self.disputed else self.state

    def get_state_display(self) -> str:  # type: ignore[no-redef]
        return str({**CONTRIBUTION_STATES, NOT_HELD: NOT_HELD_WORDS}[self.stands])


class ContributionStatus(StatusRow):
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="statuses")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["contribution", "-id"], name="contribution_status_newest")]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.state}"
