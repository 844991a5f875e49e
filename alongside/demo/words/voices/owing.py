"""What is said before there is an answer, and to several at once; who stands in; the last word. All invented.

Days are days ago, or `after` a contribution was received. SAID, ANSWERED and DISPUTED go where the others are.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..shapes import Answer, Challenge, Contribution

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Note:
    contribution: str
    by: str
    after: int
    so_far: str
    next_step: str
    within: int  # days until the next step


@dataclass(frozen=True, kw_only=True)
class PassedOn:
    """Asked again `chased_after` days; `came` is what they said, `came_after` days from the day it was received."""

    contribution: str
    by: str
    after: int
    to: str
    asked: str
    reason: str
    chased_after: int
    came_after: int = 0
    came: str = ""


@dataclass(frozen=True, kw_only=True)
class Alike:
    contributions: tuple[str, ...]
    by: str
    days_ago: int
    kind: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Edited:
    contribution: str
    by: str
    after: int
    text: str


@dataclass(frozen=True, kw_only=True)
class StandsIn:
    away: str
    substitute: str
    units: tuple[str, ...]
    named: int  # these three are days from today
    since: int
    last_day: int


@dataclass(frozen=True, kw_only=True)
class Template:
    name: str
    text: str
    in_use: bool = True


SAID: tuple[Contribution, ...] = (
    Contribution(key="v-alley-lamp", kind="concern", about=("unit", "evening-room"), by="siobhan", said_days_ago=88,
        received_days_ago=88, may_use=("internal", "commissioners"), via="signed_in", acknowledged_after=2,
        words="The lamp in the alley is dead. Everybody who leaves after nine puts a torch on and talks too loud."),
    Contribution(key="o-bus-stop", kind="experience", about=("unit", "lantern"), by="ryan", said_days_ago=64,
        received_days_ago=64, may_use=("internal", "commissioners"), via="signed_in", acknowledged_after=1,
        words=(
            "They moved the stop to the top of the hill. So now you get there late and out of breath and they "
            "ask how you've been coping")),
    Contribution(key="v-monday-rings", kind="experience", about=("unit", "lantern"), by="chantelle", said_days_ago=52,
        received_days_ago=52, may_use=("internal",), via="phone", taken_down_by="joel", acknowledged_after=1,
        words="Monday nine o'clock it rings out. Every Monday. I count the rings, it's thirty."),
    Contribution(key="v-monday-engaged", kind="concern", about=("unit", "lantern"), said_days_ago=47,
        received_days_ago=47, may_use=("internal", "commissioners"), via="public_page", acknowledged_after=3,
        words="weekend is the worst and then monday your phone is engaged til dinner"),
    Contribution(key="v-monday-gate", kind="idea", about=("unit", "lantern"), by="craig", said_days_ago=45,
        received_days_ago=44, may_use=("internal",), via="paper", taken_down_by="gail", acknowledged_after=2,
        words="Two people on the phone Mondays. One on Thursdays, nobody rings Thursdays, I've sat there."),
    Contribution(key="v-monday-mo", kind="experience", about=("unit", "lantern"), by="mo", said_days_ago=40,
        received_days_ago=40, may_use=("internal", "commissioners"), via="signed_in", acknowledged_after=2,
        words=(
            "I ring for four of us because I have the patience. It took me until twenty to eleven to get through, "
            "and then the taxi book was full.")),
    Contribution(key="v-reception-hurry", kind="experience", about=("unit", "lantern"), by="preet", said_days_ago=58,
        received_days_ago=58, may_use=("internal", "commissioners"), via="signed_in", acknowledged_after=2,
        words=(
            "I asked the same thing twice because the first time I could not hear, there is a fan behind the desk. "
            "She said it again, slower, as if I were slow. It is the fan. I have nothing against her.")),
)

ANSWERED: tuple[Answer, ...] = (
    Answer(contribution="v-reception-hurry", kind="adapted", by="gail", after_days=23, told_by="email",
        told_after_days=23,
        reason="I have talked to reception about how to speak to people, and the fan stands on the window sill now."),
)

DISPUTED: tuple[Challenge, ...] = (
    Challenge(contribution="v-reception-hurry", kind="not_what_i_said", days_ago=8,
        words="I never said rude. I said fan. Now she thinks that I complained about her."),
    Challenge(contribution="v-monday-rings", kind="not_true", days_ago=6,
        words="I rang five past nine, Monday. Thirty rings. Then the voice. Who were the two people?"),
)

EDITED: tuple[Edited, ...] = (
    Edited(contribution="v-reception-hurry", by="gail", after=16, text="Reception is rude to people who ask twice."),
)

NOTES: tuple[Note, ...] = (
    Note(contribution="o-exclusion-ryan", by="callum", after=31, within=21,
        so_far=(
            "Item one is settled: it is the manager on duty, and their number goes on the letter. Item two is not. "
            "The managers say that nobody else knows what happened, which is your point and not an answer to it."),
        next_step="The coordinator puts both items on the agenda of the exclusion policy, in your words."),
    Note(contribution="o-lantern-files", by="gail", after=78, within=28,
        so_far=(
            "It is a number and nobody has it. We keep who somebody's worker is and write over it when it changes, so "
            "last year can only be counted by hand. Three of six months are counted."),
        next_step="The team manager counts the other three and puts both numbers on the wall."),
    Note(contribution="o-seat-support", by="judith", after=44, within=60,
        so_far=(
            "The trustees talked about two seats and did not agree: four for, four against, and the chair did not "
            "want to decide it with one vote."),
        next_step="The chief executive brings it back with what it costs, and says who was against and why."),
    Note(contribution="o-seat-support", by="judith", after=128, within=70,
        so_far="It was put off once, because the accounts took the whole evening. Nothing else has happened.",
        next_step="It is the first item of the next board meeting and not the last."),
    Note(contribution="o-men-group", by="hilary", after=120, within=30,
        so_far=(
            "There is a room and there is no money for the paid hour. I should have told you that in the first six "
            "weeks and not after seventeen."),
        next_step="The head of community services asks for the hour in the budget of next year, with your sentence."),
    Note(contribution="o-training-room-lift", by="desmond", after=30, within=14,
        so_far="The part is made in Italy and was sent to the wrong building. It has been found.",
        next_step="The buildings officer waits for the engineer, and carries Mr Peart's things until then."),
    Note(contribution="o-talking-late", by="rebecca", after=41, within=20,
        so_far="She left on a day's notice. Nobody had looked who her people were before she had gone.",
        next_step="The head of the Bobbin Rooms rings everybody who was hers, in the order of their next meeting."),
)

PASSED_ON: tuple[PassedOn, ...] = (
    PassedOn(contribution="v-alley-lamp", by="marcus", after=6, to="Aldersyke Council, street lighting",
        asked="The lamp behind 14 Weir Street is out. When is it mended, and who can we ring when it is not?",
        reason="The alley and its lamp belong to the council. All that we can do is to ask, and to keep asking.",
        chased_after=39, came_after=58,
        came=(
            "The council says that the cable was cut by roadworks and that the lamp is lit again. We looked on Tuesday "
            "at ten: it is. The number to ring is on the inside of our back door.")),
    PassedOn(contribution="o-bus-stop", by="gail", after=4, to="Hebble Valley Buses, stops and timetables",
        asked="Why was the stop moved up the hill, and can one bus in two still stop at the old place?",
        reason="Where the bus stops is for the bus company to say, and the old place was not ours either.",
        chased_after=37),
)

ALIKE: tuple[Alike, ...] = (
    Alike(contributions=("v-monday-rings", "v-monday-engaged", "v-monday-gate", "v-monday-mo"), by="gail",
        days_ago=19, kind="adopted",
        reason=(
            "You told us about the telephone on Monday mornings. We will have two people on it from nine to eleven, "
            "starting next Monday, and one on Thursdays, as one of you proposed. Whoever looks after it is the team "
            "manager, and you can ask her.")),
)

ANSWERS_ME: tuple[tuple[str, int], ...] = (
    *(("v-monday-mo", 12), ("v-monday-gate", 10), ("v-questions-six", 50), ("v-alley-lamp", 24)),
    *(("v-score-count", 60), ("v-waiting-withheld", 30), ("v-brack-heat", 40)),
)

STANDS_IN: tuple[StandsIn, ...] = (
    StandsIn(away="rebecca", substitute="piers", units=("talking",), named=-44, since=-40, last_day=-27),
    StandsIn(away="deborah", substitute="joel", units=("support-plans",), named=-6, since=-5, last_day=9),
    StandsIn(away="gail", substitute="hilary", units=("lantern",), named=-2, since=12, last_day=26),
)

PHRASES_KEPT = 75  # days ago
OWN_PHRASES = ("it is on the system", "leave it with me", "leave it with us", "it is in hand", "we hear you")
TEMPLATES: tuple[Template, ...] = (
    Template(name="No, and what would change it", text=(
        "We will not [what they asked for]. The reason is [the reason, so that they can check it]. It would be another "
        "answer if [what would have to be different].")),
    Template(name="Yes, and by when", text=(
        "You told us about [what they said, in their words]. We will [what is different then], starting [day]. Whoever "
        "looks after it is [role], and you can ask them.")),
    Template(name="The old letter", in_use=False, text=(
        "We are sorry that your experience of [service] was not what you expected. We have spoken to [team].")),
)
