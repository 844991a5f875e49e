"""How it was, asked of everybody who was there: well in the words of staff, less so in the others’. Invented."""

from dataclasses import dataclass

# fmt: off

STATEMENTS = ("heard", "disagree", "shaped", "know", "again")  # 4 yes, 3 mostly, 2 not really, 1 no


@dataclass(frozen=True, kw_only=True)
class Said:
    who: str
    marks: tuple[int, int, int, int, int]
    role: int  # for every stage that was agreed
    words: str = ""
    openly: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    session: str
    staff: tuple[Said, ...] = ()
    people: tuple[Said, ...] = ()
    over: bool = True


PULSES = (
    Asked(session="m-strategy-1",
        staff=(Said(who="owner", marks=(4, 4, 4, 3, 4), role=5, words="A real working day. Everyone had the floor."),),
        people=(
            Said(who="neil", marks=(3, 3, 2, 1, 3), role=2, words="The aims were on the wall when we came in."),
            Said(who="priscilla", marks=(2, 1, 1, 1, 2), role=2,
                 words="I asked who wants to grow. It is not in the notes."),
            Said(who="stewart", marks=(3, 2, 1, 2, 3), role=1),
            Said(who="zarghona", marks=(1, 2, 1, 1, 3), role=1),
            Said(who="lorraine", marks=(2, 2, 1, 1, 1), role=2, words="Stickers on a list that somebody else wrote."))),
    Asked(session="m-strategy-2",
        staff=(Said(who="owner", marks=(4, 4, 4, 4, 4), role=5),),
        people=(
            Said(who="neil", marks=(4, 3, 3, 2, 4), role=3),
            Said(who="priscilla", marks=(3, 3, 2, 2, 3), role=2,
                 words="We could take things out this time. Not put them in."),
            Said(who="stewart", marks=(3, 4, 3, 2, 4), role=3),
            Said(who="zarghona", marks=(4, 3, 3, 1, 4), role=4),
            Said(who="lorraine", marks=(2, 3, 2, 2, 2), role=2))),
    Asked(session="m-pay-1",
        people=(
            Said(who="neil", marks=(4, 4, 4, 3, 4), role=5),
            Said(who="mo", marks=(3, 4, 3, 3, 4), role=4),
            Said(who="kully", marks=(4, 3, 4, 3, 4), role=5))),
    Asked(session="m-pay-2",
        staff=(Said(who="owner", marks=(3, 4, 3, 4, 4), role=5),),
        people=(
            Said(who="neil", marks=(4, 4, 4, 4, 4), role=5),
            Said(who="mo", marks=(4, 4, 4, 4, 4), role=5, openly=True,
                 words="They put our figure in the budget and left it there. I was ready for a row."),
            Said(who="kully", marks=(3, 3, 3, 4, 4), role=5))),
    Asked(session="m-plan-form",
        people=(
            Said(who="chantelle", marks=(2, 2, 1, 2, 3), role=2),
            Said(who="aled", marks=(3, 2, 2, 2, 2), role=2))),
    Asked(session="m-brack-plan", over=False,
        people=(Said(who="keeley", marks=(3, 2, 3, 3, 4), role=3),)),
)
