"""Who signs in: a name, an e-mail address, a job. The one place where an e-mail address stands in plain text."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from .models import User

PERSONAL = {"User": {"email", "name", "job"}}
HARMLESS = {"User": {"id", "code", "password", "last_login", "is_active", "joined_at"}}


def export(user_id: int) -> dict[str, str]:
    user = User.objects.get(pk=user_id)
    return {"name": user.name, "e-mail": user.email, "job": user.job, "since": user.joined_at.date().isoformat()}


def erase(user_id: int) -> None:
    """Nobody can sign in as them again; what they wrote keeps its opaque number. Ask first whether they
    still belong to another organisation: one User may be in several."""
    EmailAddress.objects.filter(user=user_id).delete()
    Authenticator.objects.filter(user=user_id).delete()
    user = User.objects.get(pk=user_id)
    user.email, user.name, user.job, user.is_active = f"{user.code}@erased.invalid", "", "", False
    user.save(update_fields=["email", "name", "job", "is_active"])
