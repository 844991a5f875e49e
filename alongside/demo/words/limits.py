"""From where on signs are to be looked at: what was agreed one afternoon, and by whom. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Agreed:
    day: int
    why: str
    values: dict[str, int]
    asked: tuple[tuple[str, bool, str], ...]  # who, whether they agree, what they said


AGREED = Agreed(
    day=-60,
    why="We went through last year's signs at the long table in Tenter Row. Papers the day before are no papers for "
        "people who read slowly, so a week. For answers, five in a hundred late is what we can stand behind with the "
        "staff there are.",
    values={"paper_days": 7, "unanswered_percent": 5, "agenda_percent": 30},
    asked=(
        ("mo", True, "A week for papers. I have said so since I started."),
        ("nasreen", False, "Five in a hundred is five people. I would put nought, and explain every one."),
    ),
)
