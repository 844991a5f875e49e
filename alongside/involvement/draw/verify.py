"""Check a published draw. Standard library only; also runs alone: python verify.py FILE

Before the draw the organiser publishes the tickets, the rules and a commitment: the SHA-256 of both and of a secret.
Then a public number is fixed that nobody could know. The secret is revealed, and secret and number give the ticket.
"""

import hashlib
import hmac
import json
import sys
from typing import Any


def canonical(obj: object) -> bytes:
    """One way of writing JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(obj, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def commit(document: object, secret: bytes) -> str:
    return hashlib.sha256(secret + canonical(document)).hexdigest()


def seal(number: int, ticket: object, reserves: object) -> str:
    return hashlib.sha256(canonical([number, ticket, reserves])).hexdigest()


def ticket_for(secret: bytes, public: str, tickets: int) -> int:
    """1 to `tickets`, all exactly alike: numbers beyond the last whole multiple are thrown away."""
    fair = 2**256 - 2**256 % tickets
    attempt = 0
    while (number := int.from_bytes(hmac.digest(secret, f"{public}|{attempt}".encode(), "sha256"), "big")) >= fair:
        attempt += 1
    return number % tickets + 1


def verify(proof: dict[str, Any]) -> tuple[str, ...]:
    """What is wrong, empty if nothing."""
    try:
        document, secret = proof["document"], bytes.fromhex(proof["secret"])
        rows = list(zip(document["tickets"], document["reserves"], document["seals"], strict=True))
        wrong = [f"Ticket {n} was changed." for n, (t, r, s) in enumerate(rows, 1) if seal(n, t, r) != s]
        wrong += [f"Ticket {n} has not {document['seats']} people." for n, (t, _, _) in enumerate(rows, 1)
                  if len({*t}) != document["seats"] or len(t) != document["seats"]]  # fmt: skip
        if commit(document, secret) != proof["commitment"]:
            wrong.append("Tickets, rules and secret are not those that were committed to.")
        drawn = ticket_for(secret, proof["public"], len(rows))
        if drawn != proof["ticket"]:
            wrong.append(f"Secret and public number give ticket {drawn}, not {proof['ticket']}.")
        return tuple(wrong)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        return (f"This is not a whole proof of a draw: {type(error).__name__} {error}",)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        found = verify(json.load(file))
    print("\n".join(found) or "Right: this ticket was drawn as promised.")  # noqa: T201
    sys.exit(1 if found else 0)
