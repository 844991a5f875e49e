"""Questions to many, statements and answers, through the verbs."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor
from alongside.voice.models import CommonGround, Statement
from alongside.voice.queries import together as queries
from alongside.voice.services import together as services
from tests import make
from tests.cast import Cast

TOKEN = "0123456789abcdef0123456789abcdef"
WORDS = "The chairs are too hard for people who wait long."
FIRST = ("The waiting room is warm enough.", "There should be somebody to talk to.")


def token(number: int) -> str:
    return f"{number:032x}"


def asked(cast: Cast, **values: Any) -> CommonGround:
    facts = {
        "question": "What would make the waiting room better?",
        "use": "We spend 4,000 pounds on it in the spring. The team decides in March.",
        "closes_on": make.days(20),
        "unit": cast.units["team"],
        "statements": FIRST,
        "by": cast.actor("manager"),
        **values,
    }
    return services.open_ground(**facts)


def nobody(cast: Cast) -> Actor:
    return cast.actor("public")


def said_there(cast: Cast, ground: CommonGround, words: str = WORDS, **values: Any) -> Statement:
    facts = {"by": nobody(cast), "token": TOKEN, **values}
    return services.add_statement(ground=ground, words=words, **facts)


def shown(cast: Cast, ground: CommonGround, words: str = WORDS) -> Statement:
    made = said_there(cast, ground, words)
    return services.read_statement(statement=made, show=True, by=cast.actor("manager"))


def votes(cast: Cast, ground: CommonGround, statement: Statement, agree: int, disagree: int, start: int = 0) -> None:
    """So many agree and then so many disagree, each another browser."""
    for number in range(agree + disagree):
        digest = queries.voter_digest(ground, nobody(cast), token(start + number))
        choice = 1 if number < agree else -1
        services.vote(ground=ground, statement=statement, choice=choice, digest=digest, by=nobody(cast))
