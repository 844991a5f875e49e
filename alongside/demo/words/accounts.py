"""The yearly account of Tenter Row: not a rosy one, and what those who take part reply to it. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Version:
    day: int
    title: str
    introduction: str
    changed: str = ""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """`back`: the day on which they took it back. Of somebody without an account it is taken down."""

    who: str
    day: int
    words: str
    name: str = ""
    back: int | None = None


WRITTEN_BY, PUBLISHED_BY = "callum", "judith"
# Whose words of claims it rests on, and who lets everybody read what they learned.
CLAIMS = ("claim-letters", "claim-aims")
SHARED = (("kully", -451),)  # who, and on which day: the newest of theirs

PAID, NOT_PAID = (
    "Everybody who came was paid within a month.",
    "Not everybody who came was paid within a month. Somebody waited nine weeks for a fare.",
)
INTRODUCTION = (
    "Nearly all that we decided in this year was decided without the people who live with it. We closed two groups "
    "and called it asking: a form with ticks went round, and nobody who ticked it knew that the group with the fewest "
    "would end.\n\nWhere people sat with us, our record often does not say what part they had. What it does not say "
    "does not count here, and it should not. {paid}\n\nWhat people said waited too long for an answer. We began to "
    "write down how long only in the second half of the year."
)
VERSIONS = (
    Version(day=-64, title="Our year: what we decided, and with whom", introduction=INTRODUCTION.format(paid=PAID)),
    Version(
        day=-20, title="Our year: what we decided, and with whom",
        introduction=INTRODUCTION.format(paid=NOT_PAID),
        changed="We said that everybody who came was paid within a month. Somebody wrote to us that it took nine "
                "weeks.",
    ),
)
REPLIES = (
    Reply(who="neil", day=-58, name="Neil",
        words="You say that the aims were decided by experts by experience. I signed that, because growth came out. "
              "But read what stands beside it before you believe it: the vote was not ours.\n\nI miss the bus fares "
              "in this account. Nine weeks is a long time to lend a charity money."),
    Reply(who="priscilla", day=-50, back=-31,
        words="I do not know any more whether I want this to stand here."),
    Reply(who="patience", day=-44, name="Sister Patience",
        words="I have read all of it, the small print too. You write that a form with ticks went round. Three women at "
              "our lunch do not read English. They ticked what the one beside them ticked. That was your asking.\n\n"
              "Before you close the next thing, come and sit down with us. We have chairs."),
)
