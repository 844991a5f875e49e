"""Two who change the same person wait for each other."""

from ..models import Person


def locked(person: Person) -> Person:
    """The row as it is now, held until the transaction ends."""
    return Person.objects.select_for_update().get(pk=person.pk)
