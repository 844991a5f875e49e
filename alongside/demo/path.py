"""The guided path: the main job of the product, step by step, each with whom to become and what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    who: str  # a key of the cast; empty for nobody in particular
    title: Any
    text: Any
    address: str
    shows: str = ""  # decision, opportunity, session or contribution …
    key: str = ""  # … and its key in the words


STEPS = (
    Step(
        "gail",
        _("A vacancy that is not yet with people"),
        _(
            "Gail needs a second support worker. Here recruitment may not be decided without the people it is for, "
            "so the page says that nobody has been asked."
        ),
        "/{slug}/decisions/{code}/",
        "decision",
        "rec-lantern-sw2",
    ),
    Step(
        "callum",
        _("Ask before, or be refused"),
        _(
            "Whoever decides asks Callum first: what is open, what is fixed, by when, with what money. He accepts, or "
            "refuses with a reason that the board reads. Two requests are waiting for him."
        ),
        "/{slug}/involvement/",
    ),
    Step(
        "ryan",
        _("In plain words: what, when, how much, what can still change"),
        _("Ryan sees what is open. He can say that he is interested, and nobody asks why, or why not."),
        "/{slug}/open/{code}/",
        "opportunity",
        "op-evening-sw",
    ),
    Step(
        "callum",
        _("A draw, not the usual names"),
        _(
            "Ten people want three seats. Callum sees the chance of each before anything is drawn, seals the tickets, "
            "and types in a number that nobody could know. Each of the ten then reads their chance, and why."
        ),
        "/{slug}/involvement/opportunities/{code}/draw/",
        "opportunity",
        "op-digital",
    ),
    Step(
        "mo",
        _("A place, with the reason why her"),
        _("Mo has been offered a place in something else. She reads why, and says yes or no. She need not say why."),
        "/me/",
    ),
    Step(
        "callum",
        _("What people need, arranged and met, or not"),
        _("Next week there is a session. What people need has become a list with somebody’s name on it, and days."),
        "/{slug}/sessions/{code}/",
        "session",
        "m-brack-day",
    ),
    Step(
        "gail",
        _("Decided, with whom, and why"),
        _(
            "The first support worker was chosen with two people. Who came and when stands in the list, so nobody has "
            "to believe anybody. Go down to what was said: the taxi did not come."
        ),
        "/{slug}/decisions/{code}/",
        "decision",
        "rec-lantern-sw",
    ),
    Step(
        "gail",
        _("The job, from the first idea to the panel’s review"),
        _(
            "Who shaped what the job is, the questions, four sheets that stayed sealed until all were in, the choice, "
            "and whether she started. People came in after the advert, and Del says that this is too late."
        ),
        "/{slug}/decisions/{code}/job/",
        "decision",
        "rec-lantern-sw",
    ),
    Step(
        "gail",
        _("Said, and owed an answer"),
        _("Del said that the job page shuts out everybody without a car. Gail had to answer him, with a reason."),
        "/{slug}/voices/{code}/",
        "contribution",
        "v-car",
    ),
    Step(
        "",
        _("What came of it, for everybody"),
        _(
            "Done stands beside not done. Those who said it confirm that something changed, or dispute it, and nobody "
            "can remove that."
        ),
        "/{slug}/heard/",
    ),
    Step(
        "callum",
        _("What is owed, oldest first"),
        _("Callum sees every debt of the organisation by its age, and what comes up without people."),
        "/{slug}/desk/",
    ),
    Step(
        "callum",
        _("The month end"),
        _(
            "Callum looks through the figures of the last month and signs them. Mo, whom contributors chose, reads "
            "them and signs as well, or says what is not right. Only then is it closed, and nothing in it changes."
        ),
        "/{slug}/periods/",
    ),
    Step(
        "roy",
        _("Who decides, and which seats are empty"),
        _(
            "Every board, panel and group has seats for people who use the services. An empty one shows its age, and "
            "nothing can be decided over it unless somebody puts their name to why."
        ),
        "/{slug}/seats/",
    ),
    Step(
        "roy",
        _("What the board reads before it meets"),
        _("How many decisions were taken with people, which were not, who allowed that, and what was refused."),
        "/{slug}/board/",
    ),
)
