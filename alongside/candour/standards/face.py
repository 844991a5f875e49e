"""What is token on its face, before anybody was asked: read from the words of an opportunity as it stands.

What was decided already is not among it: nobody's reason opens that (involvement.rules.check_can_open).
"""

from __future__ import annotations

from dataclasses import dataclass

from .saying import mark as _


@dataclass(frozen=True)
class Face:
    """As it would be advertised. `prep_paid` None: nobody has said."""

    can_change: bool
    hear_back: bool
    seats: int
    prep_minutes: int = 0
    prep_paid: bool | None = None


NOTHING_TO_CHANGE, NO_WAY_BACK, LONE_SEAT, UNPAID_PREP = "nothing_to_change", "no_way_back", "lone_seat", "unpaid_prep"
MARKS: dict[str, str] = {
    NOTHING_TO_CHANGE: _("It does not say what can still change because people take part."),
    NO_WAY_BACK: _("It does not say how and by when people hear what came of it."),
    LONE_SEAT: _("There is one seat alone. One person is easily outvoted."),
    UNPAID_PREP: _("People are asked to prepare, and that time is not paid."),
}


def marks_of(face: Face) -> tuple[str, ...]:
    """In the order of `MARKS`; none: it may open without anybody standing behind it."""
    found = {
        NOTHING_TO_CHANGE: not face.can_change,
        NO_WAY_BACK: not face.hear_back,
        LONE_SEAT: face.seats < 2,
        UNPAID_PREP: face.prep_minutes > 0 and face.prep_paid is False,
    }
    return tuple(mark for mark in MARKS if found[mark])
