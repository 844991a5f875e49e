"""What the record says, as numbers: about one decision, or about a year. A missing fact is None, never False.

The limits are the organisation's own, set with contributors; these are what holds until it has set any.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Ref(NamedTuple):
    """One record behind a finding: what it is (`decision`, `voice`, `session` …) and its code."""

    kind: str
    code: str


@dataclass(frozen=True)
class Count:
    """`found` out of `all`. `young`: what has only begun, and is counted in neither. `refs`: some of what was found."""

    all: int = 0
    found: int = 0
    young: int = 0
    refs: tuple[Ref, ...] = ()

    def more_than(self, percent: int) -> bool:
        return self.found > 0 and self.found * 100 > percent * self.all

    def less_than(self, percent: int) -> bool:
        return self.all > 0 and self.found * 100 < percent * self.all


class People(NamedTuple):
    """How many people there were, as everybody may know it: `least` or more; with 0 fewer than `step`. It is rounded
    before it comes here, so that no sentence can say how many there were."""

    least: int
    step: int


@dataclass(frozen=True)
class Few:
    """Who had the hours of a year."""

    people: People
    hours: int
    of_three: int  # hours of the three who had most
    first_timers: People

    def more_than(self, percent: int) -> bool:
        return self.of_three * 100 > percent * self.hours


@dataclass(frozen=True)
class Accounts:
    """What those who took part say themselves. Each is some of the records in which they do."""

    not_answered: Count = field(default_factory=Count)  # “that is not an answer”, “that is not true”
    not_said: Count = field(default_factory=Count)  # “that is not what I said”
    not_changed: Count = field(default_factory=Count)  # a change, or that their words shaped something, denied
    not_on_agenda: Count = field(default_factory=Count)  # that their words shaped an item on an agenda, denied
    not_met: Count = field(default_factory=Count)  # what they needed was not there, in their own word
    not_co_produced: Count = field(default_factory=Count)  # a claim of co-production disputed, or taken back for it


@dataclass(frozen=True)
class Facts:
    """`one`: about one decision; otherwise about a year. What a count counts stands beside it."""

    one: bool
    asked: Count | None = None  # decisions about which people were asked; found: not before it was decided
    scope: Count | None = None  # the same; found: what can change, what is fixed or who decides is not written
    lone: Count | None = None  # opportunities and bodies; found: one seat for lived experience alone
    votes: Count | None = None  # panels and bodies; found: their share of the votes is under the limit
    few: Few | None = None
    agenda: Count | None = None  # items of which it is known who raised them; found: contributors did
    answers: Count | None = None  # what was said, and its day has come; found: not answered
    taken_up: int | None = None  # of what was said: adopted, or adopted in part
    told: Count | None = None  # what was answered; found: its author was not told in time
    payments: Count | None = None  # what was to be paid; found: unpaid, late, or without a choice of how
    prep_paid: Count | None = None  # hours of preparation that were to be paid; found: not paid
    papers: Count | None = None  # papers of sessions; found: sent out too late to be read
    no_time: Count | None = None  # opportunities with papers; found: no time for reading is offered
    no_pay: Count | None = None  # opportunities that ask for preparation; found: it is said not to be paid
    came: Count | None = None  # those who had a place, for each session; found: they came
    same_papers: Count | None = None  # papers; found: staff had what others had not
    arranged: Count | None = None  # things that somebody needed at sessions of those days; found: not there
    could_disagree: Count | None = None  # answers to “I could disagree”; found: no
    choices: Count | None = None  # choices of panels; found: not the contributors' first
    outside: Count | None = None  # begun by a bid, an inspection or the law; found: nothing went on afterwards
    from_outside: Count | None = None  # decisions about which people were asked; found: begun from outside
    bids: Count | None = None  # decisions for a funding bid; found: asked too late for it, or never
    changed: Count | None = None  # decisions to which people came; found: nothing is different because of it
    stories: Count | None = None  # experiences shown to everybody; found: their tellers had no say and no answer
    stayed: Count | None = None  # decisions with people from the start; found: hardly any when it was done
    accounts: Accounts = field(default_factory=Accounts)


@dataclass(frozen=True)
class Limits:
    """From where on something is to be looked at."""

    passing_percent: int = 10  # that many in a hundred may go wrong
    unanswered_percent: int = 10
    untold_percent: int = 10
    told_days: int = 14  # days until somebody knows what was answered
    top_percent: int = 50  # of the hours, with the three who have most
    agenda_percent: int = 25  # of the items at least, raised by contributors
    votes_percent: int = 40  # of the votes at least
    came_percent: int = 60
    paper_days: int = 5  # days that papers are there before a session
    bid_days: int = 15  # working days between asking and the bid
    outside_percent: int = 50
    stayed_percent: int = 50  # of those who were there at the start
    early_days: int = 90  # what began less long ago has only begun
    settle_days: int = 180  # after a decision, until something should be different


FEWEST = 4  # of anything of which a share is taken
