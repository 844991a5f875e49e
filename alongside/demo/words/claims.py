"""What Tenter Row says was done with people, and what those who were there say of it. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Said:
    """`what` is signed or disputed; `name` as they want it to stand there, empty to stay unnamed."""

    who: str
    day: int
    what: str
    name: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Claim:
    key: str
    decision: str
    by: str
    day: int
    text: str
    outlet: str
    audience: str
    level: str
    said: tuple[Said, ...] = ()
    role: str = ""  # who replies for the organisation to what is said against it
    reply: str = ""


CLAIMS = (
    Claim(
        key="claim-letters", decision="sd-letters", by="rebecca", day=-90, outlet="website",
        audience="Everybody who looks up the Bobbin Rooms", level="shares",
        text="Our first letter was written together with people who have had one from us.",
        said=(
            Said(who="hanh", day=-86, what="signed", name="Hạnh",
                 words="I took out “at your earliest convenience”. My mother reads it now without me."),
            Said(who="graham", day=-84, what="signed", name="Graham Illingworth"),
        ),
    ),
    Claim(
        key="claim-aims", decision="board-strategy", by="judith", day=-80, outlet="report",
        audience="Readers of our annual report", level="decides",
        text="Experts by experience decided our five aims.",
        said=(
            Said(who="neil", day=-75, what="signed", name="Neil",
                 words="We took growth out of it. That was us, and it stayed out."),
            Said(who="stewart", day=-73, what="disputed",
                 words="We talked for two days and then the trustees decided. That is not deciding. Say that we shared "
                       "the work, and I sign it."),
        ),
        role="Chief executive",
        reply="That is right about who voted. The report is printed already; the next one will say “worked out "
              "together”.",
    ),
    Claim(
        key="claim-waiting", decision="sd-lantern-waiting", by="gail", day=-14, outlet="inspection",
        audience="The inspectors who come in spring", level="advises",
        text="What happens while somebody waits for Lantern Street was worked out with people who waited.",
    ),
)
