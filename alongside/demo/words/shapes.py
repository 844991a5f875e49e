"""The shapes of the demonstration's words: frozen, without behaviour.

A key is a stable string that another shape points to. Signed days (`opened`, `asked` …) are offsets from today; fields
named `…_days_ago` and `joined` count back from it. Empty means "nothing said"; None means "has not happened".
"""

from dataclasses import dataclass

from .panel_shapes import Panel

Pair = tuple[str, str]
Dated = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Organisation:
    name: str
    slug: str
    place: str
    word_singular: str
    word_plural: str
    nation: str
    timezone: str
    email: str
    phone: str
    about: str
    complain: str
    help_now: str


@dataclass(frozen=True, kw_only=True)
class Unit:
    key: str
    name: str
    level: str
    parent: str


@dataclass(frozen=True, kw_only=True)
class Kind:
    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Reserved:
    kind: str
    since_months: int
    why: str


@dataclass(frozen=True, kw_only=True)
class Policy:
    key: str
    name: str
    owner: str
    agreed: int
    review_due: int
    says: str


@dataclass(frozen=True, kw_only=True)
class Forum:
    key: str
    name: str
    kind: str
    unit: str
    decides: str
    ends: int | None = None  # None: it goes on
    lone_reason: str = ""  # why there is one seat for lived experience and no more


@dataclass(frozen=True, kw_only=True)
class Seat:
    forum: str
    capacity: str
    voting: bool
    lived_experience: bool
    filled_by: str
    holder: str  # empty: nobody has held it
    since: int
    held_since: int | None = None  # None: from the first day of the seat


@dataclass(frozen=True, kw_only=True)
class Election:
    """For every seat of the forum that is filled by one and empty. Days of standing and of voting, both included."""

    key: str
    forum: str
    title: str
    about: str
    stand: tuple[int, int]
    vote: tuple[int, int]
    candidates: tuple[Pair, ...]  # who, and in their own words why
    voted_on: int
    votes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Contributor:
    key: str
    name: str
    called: str
    status: str
    joined: int
    status_since: int | None = None
    channels: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    address: str = ""
    consents: tuple[str, ...] = ()
    took_back: tuple[Dated, ...] = ()  # which of them, how many days ago
    facilitator: str = ""
    signs_in: bool = False
    on_behalf: str = ""
    route_in: str = ""
    needs: tuple[Pair, ...] = ()
    needs_reviewed: bool = True  # after a year, by whoever looks after them
    offers: tuple[Pair, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hears:
    key: str
    first: str = ""  # the way to try first
    often: str = "at_once"
    answers_at_once: bool = True
    days: str = ""
    from_time: str = ""
    until_time: str = ""
    on_the_phone: str = ""
    leave_word: bool = False
    quote_email: bool = False
    quote_post: bool = False


@dataclass(frozen=True, kw_only=True)
class Missed:
    """An e-mail that came back, so many days ago; and when they gave the address anew."""

    key: str
    days: int
    why: str
    mended: int | None = None


@dataclass(frozen=True, kw_only=True)
class Staff:
    key: str
    name: str
    job: str
    unit: str
    roles: tuple[str, ...]
    email: str


@dataclass(frozen=True, kw_only=True)
class Cast:
    person: str
    role: str
    introduction: str


@dataclass(frozen=True, kw_only=True)
class Decision:
    key: str
    title: str
    kind: str
    unit: str
    owner: str
    opened: int
    due: int
    decided: int | None = None
    trigger: str
    with_people: bool = False
    raised_by: str = ""
    open: str = ""
    fixed: str = ""
    who_decides: str = ""
    outcome: str = ""
    reason: str = ""
    taken_without_reason: str = ""
    taken_without_by: str = ""
    forum: str = ""  # the body that decides
    seats_waived: str = ""  # why it decided with seats for lived experience empty


@dataclass(frozen=True, kw_only=True)
class InvolvementRequest:
    key: str
    decision: str
    by: str
    asked: int
    needed_by: int
    notice_days: int
    state: str
    settled: int | None = None
    settled_by: str = ""
    budget_pounds: int
    budget_line: str = ""
    sponsor: str = ""
    what: str
    why: str
    open: str
    fixed: str = ""
    who_decides: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer that can be given, and how many seats depend on it."""

    words: str
    least: int = 0
    most: int | None = None
    bend: int | None = None


@dataclass(frozen=True, kw_only=True)
class Question:
    question: str
    why: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Draw:
    sealed: int
    drawn: int
    source: str  # where the number came from, in front of whom
    number: str
    accepted: int


@dataclass(frozen=True, kw_only=True)
class Opportunity:
    key: str
    request: str
    decision: str
    title: str
    seats: int
    opens: int
    closes: int
    state: str
    chosen_on: int | None = None
    when: str = ""  # empty: the dates of its meetings
    where: str = ""  # empty: their places
    preparation_minutes: int
    roles: tuple[Pair, ...]
    advert: str
    pay: str
    support: str
    hear_back: str
    can_change: str
    interested: tuple[Dated, ...] = ()
    chosen: tuple[Pair, ...] = ()
    declined: tuple[Pair, ...] = ()
    withdrew: tuple[Dated, ...] = ()
    offered_later: tuple[tuple[str, int, str], ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of somebody, in order; empty: would rather not say
    first_turn_percent: int = 0
    draw: Draw | None = None  # instead of chosen
    preparation_paid: bool = True
    stands_behind: Pair | None = None  # token on its face: who of staff stands behind it, and why it opened


@dataclass(frozen=True, kw_only=True)
class Paper:
    title: str
    days_before: int
    difference: str = ""  # what staff had that the others had not; empty when it was the same for everyone


@dataclass(frozen=True, kw_only=True)
class Meeting:
    key: str
    opportunity: str
    decision: str
    title: str
    place: str
    day: int
    starts: str
    agenda: tuple[Pair, ...] = ()
    papers: tuple[Paper, ...] = ()
    arrangements: tuple[tuple[str, str, str, str], ...] = ()
    attendance: tuple[tuple[str, bool, int, int], ...] = ()
    debrief: tuple[Pair, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Safeguarded:
    """Somebody who read it moved it to safeguarding, who gave it back. Days after it was received."""

    by: str
    after: int
    why: str
    lead: str
    back_after: int
    done: str


@dataclass(frozen=True, kw_only=True)
class Contribution:
    key: str
    kind: str
    about: Pair
    by: str = ""
    group: str = ""
    said_days_ago: int
    received_days_ago: int
    may_use: tuple[str, ...]
    credit: bool = False
    via: str
    taken_down_by: str = ""
    acknowledged_after: int | None = None
    handed_to: str = ""  # a member of staff, and so their unit
    handed_after: int | None = None
    taken_back_after: int | None = None
    contact: str = ""  # how somebody who asked for it can be contacted
    at_risk: bool = False
    safeguarding: Safeguarded | None = None
    words: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    contribution: str
    kind: str
    by: str
    after_days: int
    told_by: str = ""
    told_after_days: int | None = None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Themed:
    """What the coordinator says: these are about it, and those that were suggested are not."""

    theme: str  # by its name
    about: tuple[str, ...]
    not_about: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Challenge:
    contribution: str
    kind: str
    days_ago: int
    words: str
    reply_by: str = ""
    reply_after_days: int | None = None
    reply_kind: str = "adapted"
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    key: str
    contributions: tuple[str, ...]
    decision: str = ""
    days_ago: int
    by: str
    size: str
    standing: str
    standing_days_ago: int | None = None
    what: str
    evidence: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """All the words of one organisation. It is set up `starts` days from today, before anything else happens."""

    starts: int
    organisation: Organisation
    units: tuple[Unit, ...]
    kinds: tuple[Kind, ...]
    reserved: tuple[Reserved, ...]
    contributors: tuple[Contributor, ...]
    staff: tuple[Staff, ...]
    cast: tuple[Cast, ...]
    forums: tuple[Forum, ...] = ()
    seats: tuple[Seat, ...] = ()
    elections: tuple[Election, ...] = ()
    decisions: tuple[Decision, ...] = ()
    requests: tuple[InvolvementRequest, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    panels: tuple[Panel, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    answers: tuple[Answer, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    themes: tuple[Themed, ...] = ()
    changes: tuple[Change, ...] = ()
