"""Who reads somebody's words, asked of one row. `queries/readers.py` asks the same of the database, for many."""

from __future__ import annotations

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

from ..models import Contribution
from .common import is_author

TOOK_BACK = "took_back_inside"  # asked with a row: its author has taken back that those who work here may read them


def may_read_words(actor: Actor, contribution: Contribution) -> bool:
    """Words are read by those who answer them and by their author; by others who may see that something was said, where
    its author lets those who work here read it: for these words, and on the register for all that they say.

    The register is asked together with the row (`queries.readers.asked`). Where nobody asked it, the answer is no.
    """
    if actor.can(P.ANSWER, contribution.unit_id) or is_author(actor, contribution):
        return True
    return contribution.use_inside and not (contribution.person_id and getattr(contribution, TOOK_BACK, True))
