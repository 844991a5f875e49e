"""Two who change the same person wait for each other; and words are looked at before they are kept."""

from django.utils.translation import gettext as _

from alongside.core.errors import Refused
from alongside.core.inputs import tidy_text

from ..models import Person


def locked(person: Person) -> Person:
    """The row as it is now, held until the transaction ends."""
    return Person.objects.select_for_update().get(pk=person.pk)


def line(text: str, field: str, limit: int = 200) -> str:
    """One line, without characters that cannot be seen."""
    return checked(" ".join(tidy_text(text).split()), field, limit)


def words(text: str, field: str, limit: int = 4000) -> str:
    kept = checked(tidy_text(text).strip(), field, limit)
    if not kept:
        raise Refused(_("Write something first."), field=field)
    return kept


def checked(text: str, field: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(_("This is too long. The most is %(limit)s characters.") % {"limit": limit}, field=field)
    return text
