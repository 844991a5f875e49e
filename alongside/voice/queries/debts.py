"""What is owed, counted for reminders: by the one who was named for it, and by unit once it is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Min, QuerySet

from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..models import Contribution, Step
from .figures import MOST_COUNTED
from .ledger import ledger_for

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Debt:
    """How many people wait, and since when the first of them does."""

    number: int
    oldest: date

    def and_also(self, other: Debt) -> Debt:
        return Debt(self.number + other.number, min(self.oldest, other.oldest))


def debts_by_owner(organisation: Organisation, today: date) -> list[tuple[int, Debt]]:
    """Each user who is to be reminded of something that is due within a week or late: whoever was named for it, or
    stands in for them; where nobody is named, everybody who has the role that answers for the unit.
    """
    rows = _owed(organisation).filter(due_on__lte=today + SOON)
    counted = rows.values_list("owner", "unit").annotate(Count("pk"), Min("received_on")).order_by("owner", "unit")
    found = [(owner, unit, Debt(number, oldest)) for owner, unit, number, oldest in counted]
    units = Unit.objects.in_bulk({unit for _owner, unit, _debt in found})
    answerers = organisations.Answerers(organisation.pk)
    owed: dict[int, Debt] = {}
    for owner, unit, debt in found:
        for user in _reminded(answerers, owner, units[unit]):
            owed[user] = owed[user].and_also(debt) if user in owed else debt
    return sorted(owed.items())


def _reminded(answerers: organisations.Answerers, owner: int | None, unit: Unit) -> Sequence[int]:
    if owner and (standing_in := answerers.substitutes_of(owner, unit)):
        return standing_in
    if owner and answerers.may_answer(owner, unit):
        return [owner]
    answering = answerers.of(unit)
    return answering.users if answering else ()


class Holders:
    """Who has what is owed. Somebody was named for it, or it is the role's that answers for its unit.

    From the moment in which a role ends, what its holder had is the role's; the tasks of the next night only write
    that down (`services.hand_back`). All who answer are read once, when they are first asked for.
    """

    def __init__(self, organisation_id: int) -> None:
        self._organisation_id = organisation_id

    @cached_property
    def _answerers(self) -> organisations.Answerers:
        return organisations.Answerers(self._organisation_id)

    def named(self, row: Contribution) -> bool:
        return self.may_answer(row.owner_id, row)

    def may_answer(self, user: int | None, row: Contribution) -> bool:
        return user is not None and self._answerers.may_answer(user, row.unit)

    def by_role(self, row: Contribution) -> organisations.Answering | None:
        return self._answerers.of(row.unit)


def on_board(actor: Actor) -> QuerySet[Contribution]:
    """What rose to the board by being late, and is still owed. Longest waiting first."""
    return ledger_for(actor).filter(owed=True, board_since__isnull=False).order_by("received_on", "id")


def how_many_on_board(actor: Actor) -> int:
    """Up to a limit, after which it makes no difference how many more there are."""
    return on_board(actor).order_by()[:MOST_COUNTED].count()


def late_by_unit(organisation: Organisation, today: date) -> Iterator[tuple[Unit, Debt]]:
    """Each unit with something so late that its manager is told."""
    rows = _owed(organisation).filter(due_on__lt=today, risen__gte=Step.MANAGER)
    counted = {
        unit: Debt(n, oldest) for unit, n, oldest in rows.values_list("unit").annotate(Count("pk"), Min("received_on"))
    }
    for unit in Unit.objects.filter(pk__in=counted).order_by("path"):
        yield unit, counted[unit.pk]


def _owed(organisation: Organisation) -> QuerySet[Contribution]:
    return Contribution.objects.filter(organisation=organisation, owed=True).order_by()
