"""How a claim stands: signed, the organisation's own, or disputed. Pure, so that it can be read aloud and tested.

A number is never shown from which an unnamed signature could be worked out. Whoever was there knows who else was: of
two people, “signed by 1 of 2” tells the other one who it was. So as long as those who are not named are fewer than the
organisation's threshold, it is not said how many of them signed or disputed. Beside somebody who gives their name it is
not even said whether any of them did, and it reads the same before and after: a number that vanished on the day on
which the last one signed would say it. How many were there is no secret, so “at least 2 of 4” can be said of two names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stands(StrEnum):
    SIGNED = "signed"
    OWN = "own"  # the organisation's claim
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Answers:
    """What those who were there have said so far. `named` stand there with a name and are part of the others."""

    asked: int = 0
    signed: int = 0
    disputed: int = 0
    named: int = 0
    named_signed: int = 0
    named_disputed: int = 0
    written: int = 0  # of those who said something, what staff wrote down for them
    named_written: int = 0

    @property
    def unnamed_said(self) -> int:
        return self.signed + self.disputed - self.named


@dataclass(frozen=True)
class Standing:
    """`signed` and `disputed` are None where they would give somebody away: then at least so many did."""

    stands: Stands
    signed: int | None
    disputed: int | None
    asked: int
    least_signed: int
    least_disputed: int

    @property
    def too_few(self) -> bool:
        return self.signed is None


def standing_of(answers: Answers, threshold: int) -> Standing:
    """A dispute is never outvoted: one is enough, however many have signed."""
    stands = Stands.OWN
    if answers.signed:
        stands = Stands.SIGNED
    if answers.disputed:
        stands = Stands.DISPUTED
    if stands != Stands.OWN and 0 < answers.asked - answers.named < threshold:
        return _hidden(stands, answers)
    return Standing(stands, answers.signed, answers.disputed, answers.asked, answers.signed, answers.disputed)


def _hidden(stands: Stands, answers: Answers) -> Standing:
    """What those with a name tell already, and what its standing says by itself: that one signed, that one disputed."""
    disputed = max(answers.named_disputed, int(stands == Stands.DISPUTED))
    signed = max(answers.named_signed, int(stands == Stands.SIGNED))
    return Standing(stands, None, None, answers.asked, signed, disputed)


@dataclass(frozen=True)
class Rest:
    """One record that a claim rests on: how it stood when the claim was made, and how it stands now."""

    kind: str  # decision, opportunity, session, change
    was: str
    now: str
    same_day: bool = True  # a decision: decided on the day on which it was decided then


class Lapse(StrEnum):
    DATE = "date"
    DECISION = "decision"  # open again, decided anew, or dropped
    CHANGE = "change"  # it did not hold, or is disputed
    CANCELLED = "cancelled"  # an opportunity or a session that never was


GONE = {"change": ("lapsed", "challenged"), "opportunity": ("cancelled",), "session": ("cancelled",)}
WHY = {"change": Lapse.CHANGE, "opportunity": Lapse.CANCELLED, "session": Lapse.CANCELLED}


def lapse_of(rest: Rest) -> Lapse | None:
    if rest.kind == "decision":
        if rest.now == "dropped" or (rest.was == "decided" and not (rest.now == "decided" and rest.same_day)):
            return Lapse.DECISION
        return None
    return WHY[rest.kind] if rest.now in GONE[rest.kind] else None
