"""As whom somebody reads, and which of people's words they read: asked of the database for many rows, and asked with
rows for `rules.may_read_words`, which says the same of one. Pages, lists, files, searches and other rooms all ask here
(docs/decisions/0044); what everybody may read is `public_heard`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, QuerySet, TextField, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import works_here
from alongside.core.actor import Actor, Kind
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import rules
from ..models import Contribution
from ..models.contributions import WITHDRAWN
from ..rules.reading import TOOK_BACK

# What a list that fetches only some columns needs beside the words, to know who reads them.
NEEDED = ("words", "use_inside", "unit", "person", "organisation", "adds_to", "state")


class Reader(StrEnum):
    INSIDE = "inside"
    COMMISSIONERS = "commissioners"
    ANYONE = "anyone"


READERS = {
    Reader.INSIDE: gettext_lazy("People who work here"),
    Reader.COMMISSIONERS: gettext_lazy("Those who pay for the services"),
    Reader.ANYONE: gettext_lazy("Anyone"),
}
ALLOWS = {
    Reader.INSIDE: Purpose.WORDS_INSIDE,
    Reader.COMMISSIONERS: Purpose.WORDS_COMMISSIONERS,
    Reader.ANYONE: Purpose.WORDS_PUBLIC,
}


def took_back(reader: Reader, at: str = "") -> Q:
    """Whoever has taken back on the register what they allow this reader, whatever they ticked here before. `at`: the
    way from the rows that are asked to what was said."""
    return people.refused(f"{at}person", ALLOWS[reader])


def inside(at: str = "") -> Q:
    """May be used by those who work here: to learn from, to count by theme, to quote among themselves."""
    return Q(**{f"{at}use_inside": True}) & ~took_back(Reader.INSIDE, at)


@dataclass(frozen=True)
class Eyes:
    """Who reads, and as what. Those who work here read what is allowed inside; contributors and those from outside what
    everybody may read. Whoever answers reads what they answer, and everybody reads their own.
    """

    actor: Actor
    reader: Reader

    @property
    def organisation_id(self) -> int:
        return self.actor.organisation_id or 0

    @property
    def _answers(self) -> frozenset[int] | None:
        return self.actor.units_for(P.ANSWER)

    @property
    def answers_all(self) -> bool:
        """Everything whose page they may open, so that nothing has to be asked of any row. Whoever sees nothing answers
        for none of it."""
        answers, sees = self._answers, self.actor.units_for(P.SEE_VOICES)
        return answers is None or bool(sees and sees <= answers)

    def words(self) -> Q:
        """Of the rows that they may know of, those whose words they read."""
        if self.answers_all:
            return Q()
        allowed = inside()
        if self._answers:
            allowed |= Q(unit__in=self._answers)
        if self.actor.person_id:
            allowed |= Q(person=self.actor.person_id)
        return allowed

    def asked(self, rows: QuerySet[Contribution]) -> QuerySet[Any]:
        """Each with what `rules.may_read_words` has to know of the register."""
        if self.answers_all:
            return rows
        return rows.annotate(**{TOOK_BACK: _true(took_back(Reader.INSIDE))})

    def shown(self) -> Any:
        """The words as a column, or what is said in their place: for what has no row to ask."""
        if self.answers_all:
            return F("words")
        kept = Value(kept_words(), TextField())
        return Case(When(self.words(), then=F("words")), default=kept, output_field=TextField())


def asked_of_register(rows: QuerySet[Contribution], reader: Reader) -> QuerySet[Any]:
    """Each with `took_back`: for quoting, of which `quotes` knows the rest."""
    return rows.annotate(took_back=_true(took_back(reader)))


def _true(condition: Q) -> Any:
    return ExpressionWrapper(condition, BooleanField())


def eyes_of(actor: Actor) -> Eyes:
    within = actor.kind == Kind.SYSTEM or works_here(actor)
    return Eyes(actor, Reader.INSIDE if within else Reader.ANYONE)


def kept_words() -> str:
    return _("Their words stay with those who answer")


def words_or_why(actor: Actor, row: Contribution) -> str:
    """What a line of a list says: the words, or what is said in their place. `row` asked with `Eyes.asked`."""
    if row.state == WITHDRAWN:
        return _("Taken back by the one who said it")
    return row.words if rules.may_read_words(actor, row) else kept_words()
