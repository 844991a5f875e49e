"""Bids for money of Tenter Row, and what they say of people's part. All of it is invented, the funders too."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class ByHand:
    """`who` in words, or `person` on the register. Without a day: never."""

    day: int
    who: str = ""
    person: str = ""
    asked: int | None = None
    what: str = ""
    denied: str = ""  # what that person says against it


@dataclass(frozen=True, kw_only=True)
class Bid:
    key: str
    decision: str
    by: str
    day: int
    title: str
    funder: str
    submit: int
    words: str
    promised_pounds: int | None = None
    promised: str = ""
    by_hand: tuple[ByHand, ...] = ()
    shown: int | None = None  # to those who were asked, before it is sent
    sent: int | None = None
    despite: str = ""
    decided: int | None = None
    awarded_pounds: int | None = None  # none: not won


BIDS = (
    Bid(
        key="bid-letters", decision="sd-letters", by="rebecca", day=-6, title="Letters that people can read",
        funder="The Shuttle Fund", submit=12, shown=-4,
        words="Our first letter was co-designed with people who have had one from us. It is one page now.\n"
              "With this money we rewrite eleven more. The work is user-led from the first line to the last.",
        promised_pounds=6400, promised="Each reader is paid for reading at home, too.",
    ),
    Bid(
        key="bid-crisis", decision="comm-bid-crisis", by="imran", day=-83, title="A night phone line",
        funder="Ridgeway Health Trust", submit=-82, sent=-82,
        words="The night line was co-produced with people who have needed one. Callers speak to somebody within two "
              "minutes. Experts by experience are involved in all that we do.",
        despite="The form closes at five today. We put it right if we win.",
        by_hand=(
            ByHand(day=-83, person="neil", asked=-83, what="Rung by the head of service, and asked what he thinks.",
                   denied="I was rung on the Thursday and told that it goes on the Friday. Nobody asked me anything."),
        ),
        decided=-41,
    ),
    Bid(
        key="bid-youth", decision="comm-bid-youth", by="hilary", day=-210, title="Evenings for under-twenty-fives",
        funder="Mill Race Foundation", submit=-200, sent=-200,
        words="Young people were involved in choosing the room and the hours. Two of them are paid to run it.",
        promised_pounds=9600, promised="Two paid hosts, chosen by those who come.",
        despite="They were asked at the youth café, and nobody wrote it down then.",
        by_hand=(ByHand(day=-205, who="Eleven who come to the youth café", asked=-236, what="At their table, twice."),),
        decided=-190, awarded_pounds=62000,
    ),
)


@dataclass(frozen=True, kw_only=True)
class Total:
    """Of a questionnaire that somebody else made: its name is invented, too."""

    key: str
    opportunity: str
    by: str
    day: int
    n: int
    score: str


TOTALS = (Total(key="total-waiting", opportunity="op-waiting", by="gail", day=-20, n=6, score="58.50"),)
