"""What somebody says about themselves, whatever organisations they belong to."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..events import OrganisationEvent as Event

INSTALLATION = 0  # the chain of what belongs to no organisation


@transaction.atomic
def change_own_name(*, name: str, job: str, by: Actor) -> User:
    """Their own only: there is no way to say whose."""
    user = User.objects.select_for_update(no_key=True).filter(pk=by.user_id or 0).first()
    if user is None:
        raise NotYours
    changed = [word for word, new in (("name", name), ("job", job)) if getattr(user, word) != new]
    if changed:
        user.name, user.job = name, job
        user.save(update_fields=["name", "job"])
        audit.record(Event.NAME_CHANGED, by=by, target=user, facts={"changed": changed}, chain=INSTALLATION)
    return user
