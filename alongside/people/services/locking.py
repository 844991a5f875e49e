"""Two who change the same person wait for each other, and whoever was forgotten meanwhile is not changed.

Rows that point at somebody do not wait (`no_key`): docs/locks.md.
"""

from collections.abc import Collection

from .. import rules
from ..models import Person


def locked(person: Person) -> Person:
    """The row as it is now, held until the transaction ends."""
    found = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    rules.check_not_erased(found)
    return found


def all_locked(people: Collection[Person]) -> dict[int, Person]:
    """Several at once, in the order in which everybody takes them."""
    rows = Person.objects.select_for_update(no_key=True).filter(pk__in=[one.pk for one in people])
    return {one.pk: one for one in rows.order_by("pk")}
