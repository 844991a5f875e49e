"""Two questions that were put to many: one is over and answered, one is open. All of it is invented."""

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
    sheets: int = 0
    camps: tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...] = ()
    answer: tuple[int, str, str] | None = None  # day, kind, reason


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
        sheets=92,
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
        sheets=17,
        camps=(
            ((8, 1, 1), (7, 2, 1)), ((3, 6, 1), (7, 2, 1)), ((10, 0, 0), (9, 0, 1)), ((8, 0, 2), (5, 2, 3)),
            ((6, 1, 3), (7, 1, 2)), ((7, 2, 1), (2, 6, 2)),
        ),
    ),
)
