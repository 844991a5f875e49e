"""Who may open which address. Each room lists its own in `<room>/tests/access.py` as ACCESS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.cast import Cast

# Everybody whom every address is tried with. "stranger" is a coordinator of another organisation.
ROLES = (
    *("public", "stranger", "cora", "staff", "manager"),
    *("coordinator", "board", "finance", "safeguarding", "administrator"),
)
EVERYBODY = frozenset(ROLES)
MEMBERS = EVERYBODY - {"public", "stranger"}


@dataclass(frozen=True)
class Access:
    """`route` is the address as it stands in the urls; `url` makes a real one, with what it needs.

    `who` may open it: everybody else gets 404 (or is sent to sign in, where `sign_in` says so).
    `posts` marks an address that only takes posts: those who may get 405, the others still 404. `redirects`: some
    of those who may are sent on to where they begin.
    """

    route: str
    url: Callable[[Cast], str]
    who: frozenset[str] | set[str]
    posts: bool = False
    sign_in: bool = False
    redirects: bool = False
