"""Who was asked for a bid, as the record has it and as somebody wrote it down by hand; and what they say of that."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.people.models import Person

from .bids import Bid


class Knows(models.TextChoices):
    RECORD = "record", _("The record")
    HAND = "hand", _("Written down by hand")


class BidAsked(ByLine):
    """Somebody who was asked: one person who can read it and say that it is not so, or some, in words that name nobody.

    Without a person and without words they were forgotten at their wish.
    """

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="asked")
    code = CodeField()
    knows = models.CharField(max_length=10, choices=Knows.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    asked_on = models.DateField(null=True, blank=True)  # none: never
    what = PersonalText(blank=True)  # by hand: what they were asked, and how
    told_on = models.DateField(null=True, blank=True)  # since when they can read what it says

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bid", "person"], name="bid_asked_once"),
            models.CheckConstraint(
                condition=Q(knows=Knows.HAND) | Q(who="", asked_on__isnull=False), name="bid_asked_by_record"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class BidAnswer(ByLine):
    """What somebody who was asked says of it. The newest counts; nobody else edits or removes it."""

    asked = models.ForeignKey(BidAsked, models.PROTECT, related_name="answers")
    code = CodeField()
    so = models.BooleanField()  # it is so; or it is not
    words = models.TextField(blank=True)  # verbatim; blank when there were none, or they are taken back or erased
    salt = models.CharField(max_length=32, blank=True)
    said_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="bid_answer_words_salted"
            ),
        ]

    def __str__(self) -> str:
        return self.code
