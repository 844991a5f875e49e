"""The function itself at Tenter Row: its posts, who read the policies, what staff learned. All invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Post:
    name: str
    hours: str
    since: int
    holder: str = ""  # empty: nobody has held it yet
    holder_hours: str = ""
    left: int | None = None


POSTS = (
    Post(name="Co-production coordinator", hours="37.5", since=-540, holder="callum", holder_hours="37.5"),
    Post(name="Involvement worker, with lived experience", hours="22.5", since=-300, holder="joel", holder_hours="22.5",
        left=-74),
    Post(name="Administration of payments", hours="7.5", since=-180, holder="agnieszka", holder_hours="6"),
)
TIMES = ((0, ("144", "152.5", "139")), (2, ("21", "26", "30.5")))  # of the last three months that were over
READ_BY_STAFF = {
    "policy-involvement": ("judith", "imran", "carys", "nicola", "wendy", "desmond", "gail", "joel", "adaeze", "roy"),
    "policy-payment": ("judith", "carys", "agnieszka", "nicola", "simon"),
    "policy-complaints": ("judith", "leanne", "parveen"),
}
READ_BY_PEOPLE = {
    "policy-involvement": ("mo", "del", "nasreen", "siobhan"),
    "policy-payment": ("mo", "graham", "kully"),
}
TRAININGS = (
    ("Sitting on an interview panel together", 24, (("judith", -210), ("nicola", -209), ("gail", -96))),
    ("Listening without answering back", None, (("desmond", -162), ("leanne", -162), ("joel", -161), ("tracey", -40))),
)
LEARNED_BY_PEOPLE = ((0, (("mo", -209), ("del", -209), ("nasreen", -96))),)
