"""What an organisation is set up as hangs together: whoever changes it takes turns at its row."""

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import Organisation


def locked(by: Actor) -> Organisation:
    """The actor's organisation, until the end of the transaction nobody else's to set up.

    Rows that point at it need not wait: whoever takes others after it may be writing such rows (docs/locks.md).
    """
    found = Organisation.objects.select_for_update(no_key=True).filter(pk=by.organisation_id or 0).first()
    if found is None:
        raise NotYours
    return found
