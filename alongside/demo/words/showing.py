"""How what was said is shown: what was left out and why, what the panel was asked, and an own version. All invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Decided:
    """`phrases` are left out; with none it is not shown."""

    rule: str
    why: str
    phrases: tuple[str, ...] = ()
    appeal: str = ""  # what its author tells the panel
    votes: tuple[bool, ...] = ()  # one for each member of the panel who has had their say


PANEL = ("keeley", "stewart", "priscilla", "tariq", "mo")  # the first of them have had their say
STAFF_WHY = "You did nothing wrong. We leave out who it was, so that people here do not turn it against one of us."
DECIDED = {
    "v-car": Decided(
        rule="person",
        phrases=("your receptionist",),
        why="There is one receptionist, so everybody would know who is meant. The rest stands as you said it.",
        appeal="She laughed when I read it to her. She wants it in.",
        votes=(True,),
    ),
    "v-hoods": Decided(
        rule="person",
        phrases=("i'm 41",),
        why="You gave no name. With your age, people in the house would know you. Tell us if you want it in.",
    ),
    "v-dogs": Decided(
        rule="advert",
        why="We took it for a joke about the canteen and not for a proposal.",
        appeal="It is a policy. You passed it. Read it again.",
        votes=(True, True),
    ),
    "o-evening-sleep": Decided(rule="staff", phrases=("the chair",), why=STAFF_WHY),
    "v-phone-voice": Decided(
        rule="staff",
        why="It is about one voice on one telephone, and everybody knows whose. It is answered all the same.",
        appeal="It is a machine. It has no feelings. I do.",
    ),
    "o-hafsa-words": Decided(
        rule="person",
        why="It tells who somebody else is, and she has not said yes. We can write a version with you.",
    ),
    "o-lantern-files": Decided(
        rule="court",
        why="What is said about the files is before the ombudsman now. We may show it when that is over.",
        appeal="It is my file. Nobody can forbid me to speak about it.",
        votes=(False, False),
    ),
}
OWN_VERSIONS = {
    "v-letters-hanh": "A letter should be in the language of the one who gets it, and one page long.",
}
NOT_LOOKED = (  # allowed for everybody, and their authors have not seen how it looks
    *("o-exclusion-ryan", "o-carers", "o-training-desk", "v-minutes", "v-evening-tv", "o-men-group"),
    *("v-race-when", "o-accounts"),
)
WAITING = ("o-chair", "o-budget-next", "o-veto", "o-race-desk", "v-brack-urn", "o-seat-support")  # seen, not decided
