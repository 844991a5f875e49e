"""A sample that anybody can draw again, with the promises of the draw of seats (involvement/draw/verify.py). Pure.

The list is committed to with a secret before a number is known that nobody could choose; then the secret is shown, and
both together say which records are drawn. Each stands in the list as a commitment of its own, so that the list can be
read by everybody and says nothing of records that a reader may not see.

Also alone: python -m alongside.candour.sampling FILE
"""

from __future__ import annotations

import json
import sys
from typing import Any

from alongside.involvement.draw.verify import commit, ticket_for

FORMAT = "alongside sample 1"


def document(records: list[str], wanted: int, about: dict[str, str]) -> dict[str, Any]:
    return {"format": FORMAT, "about": about, "records": records, "wanted": wanted}


def drawn(secret: bytes, public: str, records: int, wanted: int) -> tuple[int, ...]:
    """Places in the list, from 1, as they are drawn: each time one of those that are left, all alike."""
    left = list(range(1, records + 1))
    return tuple(left.pop(ticket_for(secret, f"{public}|{turn}", len(left)) - 1) for turn in range(1, wanted + 1))


def verify(proof: dict[str, Any]) -> tuple[str, ...]:
    """What is wrong, empty if nothing."""
    try:
        listed, secret = proof["document"], bytes.fromhex(proof["secret"])
        wrong = []
        if len({*listed["records"]}) != len(listed["records"]):
            wrong.append("A record stands in the list twice.")
        if commit(listed, secret) != proof["commitment"]:
            wrong.append("List and secret are not those that were committed to.")
        found = drawn(secret, proof["public"], len(listed["records"]), listed["wanted"])
        if list(found) != list(proof["drawn"]):
            wrong.append(f"Secret and number give {list(found)}, not {list(proof['drawn'])}.")
        return tuple(wrong)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as error:
        return (f"This is not a whole proof of a sample: {type(error).__name__} {error}",)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        mistakes = verify(json.load(file))
    print("\n".join(mistakes) or "Right: these records were drawn as promised.")  # noqa: T201
    sys.exit(1 if mistakes else 0)
