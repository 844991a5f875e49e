"""Questions that were put to many: one is over and answered, one answer was questioned, one is open; all invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Question:
    """`camps`: for each shown statement how many of ten people agree, disagree and pass, in each of two camps."""

    key: str
    question: str
    use: str
    unit: str
    opened: int
    closes: int
    statements: tuple[str, ...]
    added: tuple[str, ...]  # by people who took part, read and shown
    waiting: tuple[str, ...] = ()
    not_shown: tuple[tuple[str, str], ...] = ()  # words, why
    people: int = 0
    phones: int = 0  # of them; the others filled in a sheet of paper
    camps: tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...] = ()
    answer: tuple[int, str, str] | None = None  # day, kind, reason
    role: str = ""  # of whoever answers
    marks: tuple[tuple[str, int], ...] = ()  # what those with a phone said of the answer, and how many


QUESTIONS = (
    Question(
        key="evenings", unit="community",
        question="When should our doors be open in the evening?",
        use="The leadership team decides in the autumn which evenings are staffed. The number of staff is fixed; which "
            "evenings, and what happens on them, is not.",
        opened=-120, closes=-92,
        statements=(
            "One late evening that I can count on is better than three that are sometimes cancelled.",
            "Somebody I know should be there in the evening, not only agency staff.",
            "It is fine to close earlier on Fridays.",
        ),
        added=(
            "Sunday evening is when I need it most.",
            "The last bus goes at nine, so nothing should end after half past eight.",
            "Evenings should be quiet, without a group or an activity.",
            "There should be something to do in the evening, not just chairs.",
            "Nobody should have to book.",
        ),
        not_shown=(
            ("Derek on Thursdays should find another job.", "names"),
            ("Sundays are when I need it, and the food is bad.", "two"),
        ),
        people=92, phones=37,
        camps=(
            ((9, 0, 1), (8, 1, 1)), ((10, 0, 0), (9, 0, 1)), ((5, 3, 2), (4, 4, 2)), ((8, 1, 1), (9, 1, 0)),
            ((7, 1, 2), (7, 2, 1)), ((10, 0, 0), (0, 10, 0)), ((0, 9, 1), (10, 0, 0)), ((9, 1, 0), (1, 9, 0)),
        ),
        answer=(
            -70, "adapted",
            "Sunday stays open until half past eight from October, with two members of the team whom people know. On "
            "Sundays there is nothing planned; on Wednesdays there is, because people differ and both can be had. "
            "Friday closes at five. We do not drop booking for the music room: there is one room.",
        ),
        role="Head of community services", marks=(("answers_me", 17), ("not_an_answer", 4), ("not_true", 1)),
    ),
    Question(
        key="ringing", unit="homes",
        question="What should happen when you ring us and nobody can come to the phone?",
        use="The house managers write the rota for the phone anew in the summer. There is money for one more hour a "
            "day and not for two.",
        opened=-96, closes=-75,
        statements=(
            "A voice that says when somebody rings back is better than a ringing tone.",
            "Somebody should ring back on the same day, also when they have no answer yet.",
            "I would rather send a text.",
        ),
        added=(
            "The night number should be the same as the day number.",
            "Say my name when you ring back, not my room.",
        ),
        not_shown=(("Whoever was on the phone on Sunday should say sorry to me.", "other"),),
        people=31, phones=19,
        camps=(
            ((9, 0, 1), (7, 2, 1)), ((10, 0, 0), (8, 1, 1)), ((3, 5, 2), (8, 1, 1)), ((8, 0, 2), (7, 1, 2)),
            ((7, 1, 2), (6, 1, 3)),
        ),
        answer=(
            -48, "adapted",
            "The extra hour goes to the evening, from six to seven, because most calls come then. A machine takes your "
            "name and number at all other times.",
        ),
        role="Head of supported living", marks=(("answers_me", 3), ("not_an_answer", 6)),
    ),
    Question(
        key="letters", unit="talking",
        question="What should a letter from us be like?",
        use="All our letters are written anew this winter. The law says what some of them must contain; everything "
            "else is open. The people who write the letters decide in January with two contributors.",
        opened=-12, closes=16,
        statements=(
            "A letter should fit on one page.",
            "I would rather be rung than written to.",
            "It should say who wrote it, with a name and a number.",
        ),
        added=(
            "Send it in a plain envelope without your name on the outside.",
            "Do not begin with what I did wrong.",
            "A text the day before is worth more than any letter.",
        ),
        waiting=("If I have to ring somebody, say when they are there.", "Print it larger."),
        not_shown=(("The lady at the front desk should write them.", "names"),),
        people=17, phones=9,
        camps=(
            ((8, 1, 1), (7, 2, 1)), ((3, 6, 1), (7, 2, 1)), ((10, 0, 0), (9, 0, 1)), ((8, 0, 2), (5, 2, 3)),
            ((6, 1, 3), (7, 1, 2)), ((7, 2, 1), (2, 6, 2)),
        ),
    ),
)
