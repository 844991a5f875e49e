"""Counting ballots by the single transferable vote. Knows neither Django nor people: codes go in, codes come out.

The counting is pyrankvote's (docs/decisions/0009). What is ours is the last word on a tie: where two candidates have
equal votes, and equally many second, third … choices, the library throws a coin; here the order of lots decides, which
was fixed before anybody stood (`lots`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from pyrankvote import Ballot, Candidate
from pyrankvote import multiple_seat_ranking_methods as library
from pyrankvote.helpers import CandidateStatus, CandidateVoteCount, ElectionManager

IN, OUT, ELECTED = "in", "out", "elected"
STATUS = {CandidateStatus.Hopeful: IN, CandidateStatus.Rejected: OUT, CandidateStatus.Elected: ELECTED}
DECIMALS = 4


@dataclass(frozen=True)
class Line:
    code: str
    votes: float
    status: str


@dataclass(frozen=True)
class Round:
    lines: tuple[Line, ...]
    exhausted: float  # votes of ballots that name nobody who is still in

    def as_plain(self) -> list[Any]:
        return [[[line.code, line.votes, line.status] for line in self.lines], self.exhausted]


def round_of(plain: Sequence[Any]) -> Round:
    """The other way about: from what was stored."""
    lines, exhausted = plain
    return Round(tuple(Line(*line) for line in lines), exhausted)


@dataclass(frozen=True)
class Count:
    quota: float  # more votes than this elect
    rounds: tuple[Round, ...]
    elected: tuple[str, ...]


def seal_of(salt: str) -> str:
    """Published from the first day, so that nobody can choose the lots afterwards."""
    return hashlib.sha256(salt.encode()).hexdigest()


def lots(salt: str, codes: Iterable[str]) -> list[str]:
    """Who comes first when nothing else decides: by the digest of the salt and their code."""
    return sorted(codes, key=lambda code: hashlib.sha256(f"{salt}\0{code}".encode()).hexdigest())


def only(standing: Iterable[str], ballots: Iterable[Sequence[str]]) -> list[list[str]]:
    """The ballots without those who no longer stand: the next choice moves up."""
    here = set(standing)
    return [[code for code in ballot if code in here] for ballot in ballots]


def count(order: Sequence[str], ballots: Sequence[Sequence[str]], seats: int) -> Count:
    """`order` holds the candidates in the order of lots; each ballot names some of them, nobody twice."""
    drawn = {code: _Drawn(code, lot) for lot, code in enumerate(order)}
    # Sorted, so that what is added up does not depend on the order in which the ballots happen to be kept.
    papers = [Ballot([drawn[code] for code in ballot]) for ballot in sorted(map(list, ballots))]
    results = _single_transferable_vote(list(drawn.values()), papers, seats)
    return Count(
        quota=round(sum(map(bool, ballots)) / (seats + 1), DECIMALS),
        rounds=tuple(_round(each) for each in results.rounds),
        elected=tuple(candidate.name for candidate in results.get_winners()),
    )


def _round(found: Any) -> Round:
    lines = (
        Line(each.candidate.name, round(each.number_of_votes, DECIMALS), STATUS[each.status])
        for each in found.candidate_results
    )
    return Round(tuple(lines), round(found.number_of_blank_votes, DECIMALS))


class _Drawn(Candidate):
    """A candidate with a lot."""

    def __init__(self, code: str, lot: int) -> None:
        super().__init__(code)
        self.lot = lot


class _ByLot(ElectionManager):
    def _candidate1_has_most_second_choices(
        self, candidate1_vc: CandidateVoteCount, candidate2_vc: CandidateVoteCount, x: int
    ) -> bool:
        if x >= self._number_of_candidates:
            return bool(candidate1_vc.candidate.lot < candidate2_vc.candidate.lot)
        return bool(super()._candidate1_has_most_second_choices(candidate1_vc, candidate2_vc, x))


# The library's own function, with our manager where it names its own: it takes no rule for ties as an argument, and
# replacing a name inside the library would change it for everybody.
_single_transferable_vote = FunctionType(
    library.single_transferable_vote.__code__,
    {**vars(library), "ElectionManager": _ByLot},
    argdefs=library.single_transferable_vote.__defaults__,
)
