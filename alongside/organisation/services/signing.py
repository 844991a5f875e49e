"""What the organisation signs, and with what key (docs/decisions/0028).

Ed25519: whoever has the public key can check a signature with nothing of ours. The key is made when something is
signed for the first time. Its secret half is kept under the installation's SECRET_KEY: a copy of the database alone
signs nothing. When that one was changed the old half cannot be read any more, and the next signature has a new key.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import canonical
from alongside.core.actor import Actor

from .. import queries
from ..events import OrganisationEvent as Event
from ..models import Organisation, SigningKey
from .locks import locked

WHOLE = "key"  # the name under which a signed text says with which key


@dataclass(frozen=True)
class Signed:
    """A text as it was signed: `facts` name their key, so that nobody can pass one key off for another."""

    facts: dict[str, Any]
    signature: bytes

    @property
    def text(self) -> bytes:
        return canonical(self.facts).encode()

    @property
    def signature_text(self) -> str:
        return base64.b64encode(self.signature).decode()


@transaction.atomic
def sign(*, what: str, facts: dict[str, Any], by: Actor) -> Signed:
    """Facts are JSON types only. The log says that something of this kind was signed, and nothing of what it says."""
    organisation = locked(by)
    key, secret = _key_in_use(organisation, by)
    whole = {**facts, WHOLE: key.code}
    signed = Signed(whole, secret.sign(canonical(whole).encode()))
    audit.record(Event.SIGNED, by=by, target=key, facts={"what": what})
    return signed


@transaction.atomic
def new_key(*, by: Actor, stolen: bool = False) -> SigningKey:
    """From now on another key. `stolen`: somebody else may have had the one so far, and it is worth nothing now."""
    organisation = locked(by)
    _end(queries.key_in_use(organisation.pk), by, stolen)
    return _made(organisation, by)[0]


def _key_in_use(organisation: Organisation, by: Actor) -> tuple[SigningKey, Ed25519PrivateKey]:
    key = queries.key_in_use(organisation.pk)
    secret = _opened(key.sealed) if key else None
    if key and secret:
        return key, secret
    _end(key, by, stolen=False)
    return _made(organisation, by)


def _made(organisation: Organisation, by: Actor) -> tuple[SigningKey, Ed25519PrivateKey]:
    secret = Ed25519PrivateKey.from_private_bytes(secrets.token_bytes(32))
    pem = secret.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    sealed = _box().encrypt(secret.private_bytes_raw()).decode()
    key = SigningKey.objects.create(
        organisation=organisation,
        public=pem.decode(),
        sealed=sealed,
        made_on=timezone.localdate(),
        **byline(by),
    )
    audit.record(Event.KEY_MADE, by=by, target=key, facts={"public": key.public})
    return key, secret


def _end(key: SigningKey | None, by: Actor, stolen: bool) -> None:
    """Nothing of the secret half is left."""
    if key is None:
        return
    key.ended_on, key.stolen, key.sealed = timezone.localdate(), stolen, ""
    key.save(update_fields=["ended_on", "stolen", "sealed"])
    audit.record(Event.KEY_ENDED, by=by, target=key, facts={"stolen": stolen})


def _opened(sealed: str) -> Ed25519PrivateKey | None:
    try:
        return Ed25519PrivateKey.from_private_bytes(_box().decrypt(sealed.encode()))
    except InvalidToken:
        return None


def _box() -> Fernet:
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"alongside signing key")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
