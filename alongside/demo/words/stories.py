"""One round of stories about the Lantern Street team: seven told, three groups, and what was learned. Invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Told:
    key: str
    who: str
    day: int
    domain: int
    words: str
    why: str
    audience: str = "here"
    named: bool = False
    use_outside: bool = False
    may_check: bool = False


@dataclass(frozen=True, kw_only=True)
class Chose:
    day: int
    group: str
    domain: int
    story: str  # "": none of them
    people: int = 0
    staff: int = 0
    reason: str


UNIT, OPENED, UNTIL, CHOOSING, OVER = "lantern", -150, -110, -108, -80
QUESTION = "What changed most for you at Lantern Street since last winter, and why does it matter to you?"
ABOUT = (
    "We read the stories aloud in three groups. What the groups choose goes to the leadership team with the reasons, "
    "and everybody who told one hears what was chosen and why.")
DOMAINS = ("How I am met here", "What I do with my week")
PEOPLE, STAFF, TOGETHER = "Tuesday tea group", "Lantern Street team", "Two and two, with the manager"

TOLD = (
    Told(key="bell", who="mo", day=-146, domain=1, named=True, use_outside=True, may_check=True,
        words=(
            "Before, you pressed and waited and did not know if it had rung. I stood there in "
            "February with my sticks and "
            "went home twice. Now somebody opens before I have pressed, because they look out at ten "
            "to ten. It is the looking out that changed, not the bell."),
        why="I stopped planning for going home again."),
    Told(key="kettle", who="danuta", day=-141, domain=2, may_check=True,
        words=(
            "I was asked to make the tea because I was early. Now it is my Tuesday: I buy the milk, I "
            "have the key to the cupboard, and there is a rota with my name in ink."),
        why="I get up on Tuesdays. That is the whole of it."),
    Told(key="form", who="khalid", day=-136, domain=1, may_check=True,
        words=(
            "The young man read the form to me and then he asked if I wanted to read it to him. "
            "Nobody had thought that I could. I read the second page."),
        why="For a moment I was the teacher again."),
    Told(key="worse", who="kully", day=-131, domain=1, named=True,
        words=(
            "For me it got worse. The new desk has glass and you talk through a hole. Before, we sat "
            "on the same side of the table. I know why it was put there. I still talk to a hole."),
        why="You asked what changed most. Not what got better."),
    Told(key="choir", who="eluned", day=-126, domain=2, use_outside=True,
        words=(
            "Four of us from the waiting room sing on Thursdays at the chapel. Nobody here had anything "
            "to do with it."),
        why="It began in your waiting room because the wait was so long. I thought that you should know."),
    Told(key="night", who="siobhan", day=-120, domain=2, audience="choosers",
        words="I sleep. I ring the number less. Some of that is the new tablets and some of it is Joel.",
        why="My daughter said that I sound like myself."),
    Told(key="name", who="hanh", day=-113, domain=1, named=True, may_check=True,
        words=(
            "They learned to say my name. Hạnh, not Han. The one at the desk has written it on a card "
            "with how it goes up and down, and she practises when she thinks that I do not hear."),
        why="A name is short. It takes a week if you want to."),
)
CHOSE = (
    Chose(day=-104, group=PEOPLE, domain=1, story="worse", people=6, reason=(
        "We took Kully's because it is the only one that is not thankful, and because all six of us "
        "have talked to the hole. Mo's was close. We thought that it is easier to say a nice thing.")),
    Chose(day=-104, group=PEOPLE, domain=2, story="kettle", people=6, reason=(
        "A key and your name in ink. The choir is lovely, but that was not them.")),
    Chose(day=-101, group=STAFF, domain=1, story="name", staff=5, reason=(
        "It cost nothing and nobody told us to do it. We argued about Kully's: two of us put the glass there.")),
    Chose(day=-101, group=STAFF, domain=2, story="kettle", staff=5, reason=(
        "Because we did not plan it. We nearly took the cupboard key back in May.")),
    Chose(day=-92, group=TOGETHER, domain=1, story="worse", people=2, staff=3, reason=(
        "Staff had chosen the name and the others the glass. We stayed with the glass, because "
        "something has to be done "
        "about it. The manager said that she would not have chosen it, and that this is the reason to.")),
    Chose(day=-92, group=TOGETHER, domain=2, story="kettle", people=2, staff=3,
        reason="Both had it. Nobody wanted to argue."),
)
CHECKED = (
    ("kettle", -88, "yes",
        "I asked Danuta whether I may look at the rota. It is ink. She has had nine Tuesdays of ten."),
)
THROUGH = (
    "Being expected: somebody looks out, a name is learned, there is a rota. Also in those that were not chosen. "
    "In two of them what helped had nothing to do with us, and in one we made it worse.")
LEARNED = (
    "The glass at the desk goes for three months and we look what happens. Whoever has a job here has "
    "it in ink. We do not count the choir as ours.")
NEXT_TIME = (
    "We ask in the evening, too: all seven came in the day. And we ask what got worse as a question "
    "of its own, so that nobody has to be as brave as Kully.")
