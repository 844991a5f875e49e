"""A co-audit: decisions of half a year, four of them drawn by lot, and what two people found. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class CoAudited:
    key: str
    title: str
    question: str
    days: tuple[int, int]  # decisions taken from, until
    wanted: int
    set_up: int
    who: tuple[str, ...]  # who said yes
    no: str
    drawn: int
    source: str
    number: str
    looks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # who, and what they say of each, in its turn
    shown: str  # what staff show of the first
    found: int
    finding: str
    answered: int
    answered_by: str
    role: str
    answer: str
    told: int
    summary: str


CO_AUDIT = CoAudited(
    key="co-audit-decided",
    title="Decided, and then?",
    question="Did it happen as it stands there, by the day it says, and can you see it without asking us?",
    days=(-330, -75),
    wanted=4,
    set_up=-58,
    who=("mo", "nasreen"),
    no="graham",
    drawn=-52,
    source="Three bingo balls at the long table in Tenter Row, in front of all who came for lunch",
    number="640",
    looks=(
        ("mo", (
            ("so", "It is so. I went and looked."),
            ("partly", "Half of it. The other half waits for somebody who has left."),
            ("not", "I asked three people whose job it is. None of them had heard that it was decided."),
            ("unclear", "It may be so. There is nothing that anybody could look at."),
        )),
        ("nasreen", (
            ("so", "Yes, and it was on the day it says."),
            ("so", "What stands there is done. What people were told beside it is not, but it does not stand there."),
            ("not", "No. It is in the minutes and nowhere else."),
            ("unclear", "Who would know? It says “staff” and no name."),
        )),
    ),
    shown="It was done in two steps. The paper on the notice board says who did what, and the second date is on it.",
    found=-45,
    finding="We looked at four decisions that came out of the drum. One is done. One is half done. One nobody had "
            "heard of. Of one nobody can tell, because it names no person and no day. Write on each decision who does "
            "it and where anybody can see it, and look again yourselves after three months.",
    answered=-30,
    answered_by="callum",
    role="Co-production coordinator, for the leadership team",
    answer="We do this. From this month no decision goes on the calendar as taken without a name and a place where it "
           "can be seen, and three months later that person says whether it happened. The one nobody had heard of was "
           "mine to pass on, and I had not.",
    told=-25,
    summary="We drew four of their decisions by lot and went to look. One was done, one half, one nobody knew of, and "
            "of one nobody could tell. They say that every decision gets a name and a place now. We shall look again.",
)
