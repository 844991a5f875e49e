"""What Lantern Street is like: five moments, told over most of a year, and four statements. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one person wrote with what they felt. `who`: nobody named, if empty."""

    moment: str
    felt: int
    words: str
    who: str = ""
    audience: str = "anyone"
    held: str = ""  # why nobody may read it
    unread: bool = False


UNIT = "lantern"
FEELINGS = {
    "very_good": "I felt safe", "good": "It was all right", "both": "Good and bad at once",
    "bad": "I felt lost", "very_bad": "I felt alone with it"}
MOMENTS = (
    ("call", "The first call", "From when you ring until somebody has time for you."),
    ("wait", "The waiting list", "Until you have a first appointment."),
    ("door", "Coming through the door", "The bell, the desk, the room with the chairs."),
    ("talk", "The long first talk", "When they ask about everything."),
    ("bye", "The last appointment", ""),
)
REWORDED = (
    "wait", -200, "The wait", "Until you have a first appointment, and what happens meanwhile.",
    "There is no list that anybody can see. People said: I was not on a list, I was waiting.")
# By day: for each moment what people felt, from very good (2) to very bad (-2).
WAVES: tuple[tuple[int, dict[str, tuple[int, ...]]], ...] = (
    (-290, {"call": (1, 2, 0, -1, 1), "wait": (-2, -1, -2, 1, -2), "door": (-1, -2, -1, 1, 0)}),
    (-195, {"call": (1, 2, 1, 0, -1), "wait": (-1, -1, 0, -2, 1), "door": (1, 0, 1, -1, -1, 2),
            "talk": (2, 1, 1, -1, 2), "bye": (-2, 1)}),
    (-100, {"call": (2, 1, 2, 1, -1), "wait": (-1, -1, 0, -2, 1), "door": (2, 1, 2, 1, -1),
            "talk": (2, 2, -2, 1, 0)}),
    (-6, {"call": (1, -1), "wait": (-2,)}),
)
SAID = (
    Said(moment="wait", felt=-2, who="kully", audience="here",
        words="Eleven weeks. Nobody wrote that they had not forgotten me. I rang to ask and felt like a nuisance."),
    Said(moment="call", felt=1, words="She said her name first and asked if I could talk where I was."),
    Said(moment="door", felt=-1, words="The bell is too high if you sit. I waved at a window until somebody saw me."),
    Said(moment="talk", felt=-2, audience="team",
        words="Three hours, my whole life, and the next one did not know any of it."),
    Said(moment="talk", felt=2, words="He put the pen down when I cried. Then he asked if he may pick it up again."),
    Said(moment="door", felt=-1, words="The one with the beard at the desk, you know who, told my neighbour about me.",
        held="It points at one person. It is a complaint, and we have asked at the desk today."),
)
NEW = (
    Said(moment="call", felt=-1, unread=True, words="The music. Twenty minutes of the same four bars."),
    Said(moment="door", felt=2, who="mo", unread=True, audience="here", words="They still look out at ten to ten."),
)

STATEMENTS = (
    ("reach", "I can reach somebody when I need help."),
    ("once", "I tell my story once."),
    ("say", "I have a say in what happens next."),
    ("bye", "I know what happens when this ends."),
)
# The old words keep the numbers of the first two rounds.
OTHER_WORDS = (
    "once", -150, "I do not have to tell my story again and again.",
    "Once is not true for anybody, and is not the point.")
AGREED = ("mo", "danuta", "kully")
AGAIN = ("danuta", "kully")
# Opened, over, and what each person answered to the four, in order (0: left out).
ROUNDS = (
    (-370, -340, ((2, 1, 2, 1), (3, 1, 3, 1), (1, 2, 2, 2), (4, 1, 1, 1), (2, 2, 3, 0), (3, 3, 2, 1), (2, 1, 4, 2),
                  (1, 1, 2, 1), (3, 2, 3, 3), (2, 1, 2, 1))),
    (-215, -185, ((3, 1, 3, 1), (3, 2, 3, 2), (2, 2, 2, 1), (4, 1, 2, 1), (3, 3, 3, 2), (2, 1, 3, 3))),
    (-70, -40, ((4, 2, 3, 2), (3, 3, 3, 1), (3, 3, 2, 2), (4, 2, 3, 3), (2, 3, 3, 1), (3, 4, 4, 2), (3, 2, 3, 3),
                (4, 3, 2, 1), (1, 2, 3, 2), (4, 3, 3, 0))),
)
RUNNING = (-9, 26, ((4, 3, 3, 2), (2, 2, 3, 2)))
