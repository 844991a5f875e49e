"""Which words shaped a decision, a paper or an item on an agenda, and what their author says about that."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.decisions.models import Decision
from alongside.involvement.models import AgendaItem, Paper
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .contributions import Contribution


class Shaped(ByLine):
    """Somebody who works here says that these words shaped something, and how anybody can see it.

    `decision` is always there: a paper and an agenda item belong to a session about one.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="shaped")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    agenda_item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    how = models.TextField()
    role = models.CharField(max_length=200)
    shaped_on = models.DateField()
    disputed_on = models.DateField(null=True, blank=True)  # the first time; it stands as disputed from then on

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(how=""), name="shaped_says_how"),
            models.CheckConstraint(
                condition=Q(paper__isnull=True) | Q(agenda_item__isnull=True), name="shaped_one_thing"
            ),
            models.UniqueConstraint(
                fields=["contribution", "decision"],
                condition=Q(paper__isnull=True, agenda_item__isnull=True),
                name="shaped_decision_once",
            ),
            models.UniqueConstraint(
                fields=["contribution", "paper"], condition=Q(paper__isnull=False), name="shaped_paper_once"
            ),
            models.UniqueConstraint(
                fields=["contribution", "agenda_item"],
                condition=Q(agenda_item__isnull=False),
                name="shaped_agenda_once",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Denial(ByLine):
    """Its author says that their words did not shape it. Staff cannot remove that."""

    shaped = models.ForeignKey(Shaped, models.PROTECT, related_name="denials")
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="denials")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    disputed_on = models.DateField()

    def __str__(self) -> str:
        return self.code
