"""The keys with which an organisation signs, and whether a text is as it was signed."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.db.models import QuerySet

from alongside.audit.sealing import canonical
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import SigningKey


def key_in_use(organisation_id: int) -> SigningKey | None:
    return SigningKey.objects.filter(organisation=organisation_id, ended_on__isnull=True).first()


def keys_of(actor: Actor) -> QuerySet[SigningKey]:
    """Published: the newest first, and every earlier one."""
    return SigningKey.objects.filter(organisation=actor.organisation_id).order_by("-id")


def key_for(actor: Actor, code: Any) -> SigningKey:
    found = keys_of(actor).filter(code=code).first() if isinstance(code, str) and len(code) <= 10 else None
    if found is None:
        raise NotYours
    return found


def is_as_signed(key: SigningKey, facts: Any, signature: Any) -> bool:
    public = load_pem_public_key(key.public.encode())
    if not isinstance(public, Ed25519PublicKey) or not isinstance(signature, str):
        return False
    try:
        public.verify(base64.b64decode(signature, validate=True), canonical(facts).encode())
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
