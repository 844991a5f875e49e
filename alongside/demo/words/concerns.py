"""A concern about how somebody was involved, and who reads it. All of it is invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Chosen:
    day: int
    reader: str
    shown_as: str
    why_outside: str
    how: str
    asked: tuple[tuple[str, bool, str], ...]  # who, whether they agree, what they said


@dataclass(frozen=True, kw_only=True)
class Raised:
    key: str
    raised: int
    words: str
    acknowledged: int
    asks: tuple[int, str]
    says: tuple[int, str]
    answered: int
    answer: str
    different: str
    settled: int
    told: int
    summary: str
    replied: int
    reply: str
    role: str


OUTSIDE = ("Healthwatch Aldersyke", "Ring 0113 496 0444, Monday to Friday, or go in at 3 Corn Street. "
           "They do not get money from us.")

CHOSEN = Chosen(
    day=-140,
    reader="beatrix",
    shown_as="Beatrix, an advocate at Aldersyke Advocacy",
    why_outside="She is paid by another charity, has never worked for us and reports to nobody here.",
    how="Three names on the long table, one from each group. Everybody had two beans. Beatrix had most.",
    asked=(
        ("mo", True, "She told me to put my coat on and come out for a walk first. That will do."),
        ("nasreen", True, "She is not from here. That is what I wanted."),
        ("neil", False, "I would have had two of them, so that one can be ill."),
    ),
)

RAISED = Raised(
    key="concern-slides",
    raised=-62,
    words="I was asked to tell my story at the away day. It took me two weeks to say yes. When I came the slides were "
          "done, with a sentence of mine on them that I had said to one person on the phone. Nobody had asked. I "
          "said it anyway because fifty people were sitting there.",
    acknowledged=-60,
    asks=(-59, "I have one question: is the sentence still on something that people can see?"),
    says=(-58, "On the wall by the kettle, when I was last there. And in the notes."),
    answered=-47,
    answer="It was as you say. The sentence came from a phone call about transport and nobody asked you. It is off the "
           "wall since Tuesday, and the notes have gone out again without it. I have seen both.",
    different="From next month nobody’s words go on a slide, a wall or a note before they have seen them there "
              "and said yes. Whoever makes the slides signs that. I look at the next three away days, unannounced.",
    settled=-44,
    told=-40,
    summary="My words were on a slide before I had said they could be. I told somebody outside. They are down, and now "
            "they have to ask first. It took three weeks and I did not have to face anyone.",
    replied=-36,
    reply="This is right, and it should not have needed a concern. The rule holds for everybody here, me included.",
    role="Chief executive",
)
