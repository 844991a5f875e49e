"""What an organisation is set up as hangs together: whoever changes it takes turns at its row."""

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import Organisation


def locked(by: Actor, *, no_key: bool = False) -> Organisation:
    """The actor's organisation, until the end of the transaction nobody else's to set up.

    With `no_key` rows that point at it need not wait: for whoever takes others after it, who may be writing such rows.
    """
    found = Organisation.objects.select_for_update(no_key=no_key).filter(pk=by.organisation_id or 0).first()
    if found is None:
        raise NotYours
    return found
