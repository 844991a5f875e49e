"""What counts as a sign of tokenism. Pure: facts go in, findings come out; neither Django nor the rooms are known here.

Read it aloud to a board. A sign is a prompt for a conversation. There is no total of them, no score and no order of
teams, and nothing here may add one up. Each is in its file by what it is about: `asking`, `seats`, `answering`,
`meeting`, `outside`, `afterwards`; `signs` lists them all, with where each comes from and what one could do.

Four things hold for all of them. What is missing is `None` and never "no". What has only begun is *too early to say*
(Hahn 2017: early genuine attempts can look like tokenism). One seat alone is always to be looked at. And where those
who took part say otherwise, their account stands over a flattering one that was counted.
"""

from .face import MARKS, Face, marks_of
from .facts import Accounts, Count, Facts, Few, Limits, People, Ref
from .findings import MOST_REFS, Finding, Reading
from .saying import Sentence
from .signs import BY_SLUG, SIGNS, Sign, read, read_all

__all__ = [
    "BY_SLUG",
    "MARKS",
    "MOST_REFS",
    "SIGNS",
    "Accounts",
    "Count",
    "Face",
    "Facts",
    "Few",
    "Finding",
    "Limits",
    "People",
    "Reading",
    "Ref",
    "Sentence",
    "Sign",
    "marks_of",
    "read",
    "read_all",
]
