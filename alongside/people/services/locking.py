"""Two who change the same person wait for each other."""

from collections.abc import Collection

from ..models import Person


def locked(person: Person) -> Person:
    """The row as it is now, held until the transaction ends."""
    return Person.objects.select_for_update().get(pk=person.pk)


def all_locked(people: Collection[Person]) -> dict[int, Person]:
    """Several at once, in the order in which everybody takes them. Rows that point at them need not wait."""
    rows = Person.objects.select_for_update(no_key=True).filter(pk__in=[one.pk for one in people])
    return {one.pk: one for one in rows.order_by("pk")}
