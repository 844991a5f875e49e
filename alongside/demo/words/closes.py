"""Who signs for contributors, and what each side said when months were closed. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Signer:
    day: int
    who: str  # a key of the register
    shown_as: str
    how: str
    asked: tuple[tuple[str, bool, str], ...]  # who, whether they agree, what they said


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A month or a year that is over, `back` of its kind before the present one."""

    kind: str
    back: int
    staff: str
    others: str  # what the one whom contributors chose says with it
    not_yet: str = ""  # what they said first, when they did not sign


SIGNER = Signer(
    day=-150,
    who="mo",
    shown_as="Mo",
    how="At the long table in the summer. Mo had the most hands. She said yes when she had slept on it.",
    asked=(
        ("nasreen", True, "She did the accounts of a club for twenty years. She will see it."),
        ("neil", True, "She says no when it is no."),
        ("eluned", True, ""),
    ),
)

MONTH_BEFORE = Closed(
    kind="month", back=3,
    staff="Two answers came after the day we had promised. I know which, and so do the managers.",
    others="",
)
REOPENED = "Two paper forms lay in the drawer at Lantern Street since August. Whoever wrote them is not in it."
FOUND = (  # on those forms, received on a day of that month
    (21, "The bell at the side door does not ring inside. I waited in the rain and went home."),
    (26, "Can somebody say on the board in the hall when Joel is away? I came three times."),
)
LAST_CLOSED = Closed(
    kind="month", back=2,
    staff="Fewer decisions with people than in the month before. The summer is no reason, we plan it.",
    others="I have read all of it. It is what we saw. I do not like the line of what waits over twelve weeks.",
    not_yet="The session at the library is not in it. I was there, and so were five others.",
)
LAST_YEAR = Closed(
    kind="year", back=1,
    staff="The first year of which we counted everything, and not what we were proud of.",
    others="It is right as far as I can see. Some of it is not nice to read. Leave it.",
)
