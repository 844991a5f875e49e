"""What people of Tenter Row say about themselves, if they like: which of the answers, in the order of QUESTIONS; None
where they left it out, -1 where they would rather not say. All invented, the town and its numbers as well."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Question:
    name: str
    text: str
    choices: tuple[str, ...]
    who: str  # whom the population is
    source: str
    shares: tuple[str, ...]  # in a hundred of the town


TOWN = "Everybody in Aldersyke who is 16 or older"
SOURCE = "Aldersyke Observatory, Who lives here, table 3 (invented)"
QUESTIONS = (
    Question(name="Age", text="How old are you?", choices=("16 to 34", "35 to 49", "50 to 64", "65 or older"),
        who=TOWN, source=SOURCE, shares=("31.2", "23.9", "24.6", "20.3")),
    Question(name="Ethnic group", text="What is your ethnic group?",
        choices=("White: British", "White: any other", "Asian or Asian British", "Black or Black British",
            "Mixed, or any other"),
        who=TOWN, source=SOURCE, shares=("68.4", "6.1", "17.2", "4.9", "3.4")),
    Question(name="Sex", text="What is your sex?", choices=("Female", "Male"),
        who=TOWN, source=SOURCE, shares=("51.3", "48.7")),
)
SAID: dict[str, tuple[int | None, ...]] = {
    "mo": (3, 0, 0), "ryan": (0, 0, 1), "del": (2, 0, 1), "nasreen": (1, 2, 0), "danuta": (2, 1, 0),
    "khalid": (2, 2, 1), "siobhan": (2, 1, 0), "eluned": (3, 0, 0), "zarghona": (1, 2, 0),
    "kully": (2, 2, 0), "patience": (2, 3, 0), "tobi": (0, 3, 1), "graham": (3, 0, 1), "jean": (3, 0, 0),
    "tariq": (1, 2, 1), "lorraine": (2, 0, 0), "winston": (3, 3, 1), "olena": (1, 1, 0),
    "farida": (2, 2, 0), "brendan": (2, 0, 1), "chantelle": (0, 4, 0), "aled": (1, 0, 1),
    "ifeoma": (1, 3, 0), "preet": (0, 2, 0), "terry": (3, 0, 1), "priscilla": (2, 3, 0),
    "marta": (1, 1, 0), "lee": (1, 0, 1), "samina": (1, 2, 0), "jo": (0, 0, -1), "abdi": (0, 3, 1),
    "colette": (2, 0, 0), "stewart": (2, 0, 1), "rukhsana": (2, 2, 0), "dawn": (2, 0, 0),
    "emmanuel": (1, 3, 1), "ruth": (3, 0, 0), "neil": (2, 0, 1), "shabnam": (1, 2, 0),
    "bernadette": (3, 0, 0), "vik": (1, 2, 1), "seun": (0, -1, 1), "tone": (2, 1, 1),
}
ASKED_ON = -236  # on which everybody was asked; who joined later was asked twelve days after
