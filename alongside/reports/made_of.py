"""What a number is made of that leads nowhere: in words, so that whoever reads it knows why there is no list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core.actor import Actor
from alongside.organisation.part_tables import has_all_of_it

from .figure_lists import LEADS, is_there
from .values import Row

ONE_BY_ONE = gettext_lazy("It is made of people, each counted once. There is no list of them: it would name them.")
OF_A_NEED = gettext_lazy("There is no list of it: it would say what somebody needs.")
OF_POSTS = gettext_lazy("Whoever reads the figures of the whole organisation has a list of these posts.")
NOT_OPEN = gettext_lazy("There is a list of what it is made of. It is not open to everybody who reads figures.")
MADE_OF: dict[str, Any] = {
    "let_through": gettext_lazy("It is made of opportunities. The newest of them stand below, each with its reason."),
    "places": gettext_lazy("It is made of places, each of one person. There is no list of them: it would name people."),
    "came": ONE_BY_ONE,
    "busiest": gettext_lazy("It is made of the hours of everybody who came. There is no list of them."),
    "needs": gettext_lazy(
        "It is made of what each person needed at each session. There is no list of it: it would say what somebody"
        " needs. Whoever runs a session has its own on its page."
    ),
    "training": ONE_BY_ONE,
    "staff_training": ONE_BY_ONE,
    "posts": OF_POSTS,
    "time": OF_POSTS,
    "policies_read": ONE_BY_ONE,
    "needs_asked": ONE_BY_ONE,
    "needs_recorded": ONE_BY_ONE,
    "needs_reviewed": OF_A_NEED,
    "needs_flagged": OF_A_NEED,
    "needs_shared": OF_A_NEED,
    "needs_unsaid": OF_A_NEED,
    "how_to_hear": ONE_BY_ONE,
    "make_up": gettext_lazy("The questions, and what was counted, stand on the page of who takes part."),
    "reader_of_concerns": gettext_lazy("Who reads them stands on the page of concerns."),
}


def made_of(figure: str, rows: Iterable[Row], urls: Iterable[str], actor: Actor) -> Any:
    """Said where a number is there and leads nowhere."""
    if not any((row.rounded or is_there(row)) and not url for row, url in zip(rows, urls, strict=True)):
        return ""
    lead = LEADS.get(figure)
    if lead is not None and not has_all_of_it(actor, lead.permission):
        return NOT_OPEN
    return MADE_OF.get(figure, "")
