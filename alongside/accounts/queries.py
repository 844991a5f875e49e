"""Reading who signs in, and how."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from .models import User


def user_of(user_id: int) -> User | None:
    return User.objects.filter(pk=user_id, is_active=True).first()


def passkeys_of(user_id: int) -> QuerySet[Authenticator]:
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(user=user_id, type=Authenticator.Type.WEBAUTHN)
    return rows.order_by("created_at")
