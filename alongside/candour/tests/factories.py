"""What the tests of this room set up, through the verbs."""

from __future__ import annotations

from alongside.candour.services import Answer
from tests.cast import Cast


def asked_two(cast: Cast) -> list[Answer]:
    return [
        Answer(cast.people["cora"], agrees=True, said="Six weeks is long, and it is honest."),
        Answer(cast.people["dev"], agrees=False, said="One in ten is too many."),
    ]
