"""An election on its way: who stands, who votes, how time passes."""

from __future__ import annotations

from alongside.audit.models import Event
from alongside.decisions import services
from alongside.decisions.models import Candidate, Election
from tests import make
from tests.cast import Cast

from . import factories

PEOPLE = ("cora", "dev", "noor", "eoin")


def happened(name: str) -> int:
    return Event.objects.filter(name=name).count()


def move_to(election: Election, phase: str) -> Election:
    """Time passes."""
    shift = {"nominating": -5, "between": -11, "voting": -15, "over": -30}[phase]
    for name, after in (("nominate_from", 0), ("nominate_until", 9), ("vote_from", 13), ("vote_until", 27)):
        setattr(election, name, make.days(shift + after))
    election.save(update_fields=["nominate_from", "nominate_until", "vote_from", "vote_until"])
    return election


def contested(cast: Cast, seats: int = 1, people: tuple[str, ...] = ("cora", "dev", "noor")) -> Election:
    election = factories.election(cast, seats=seats, phase="voting")
    for who in people:
        factories.candidate(election, cast.people[who])
    return election


def vote(cast: Cast, election: Election, who: str, *choices: str) -> None:
    ranking = [Candidate.objects.get(election=election, person=cast.people[each]).code for each in choices]
    services.cast_vote(election=election, ranking=ranking, by=factories.actor_of(cast, cast.people[who]))
