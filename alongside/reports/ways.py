"""What there is to be seen of how it stands, and the way to each, as somebody may see it: one page instead of an entry
of the navigation for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.permissions import Permission as P
from alongside.candour import rules as candour
from alongside.candour.rules.bids import can_see_bids
from alongside.core.actor import Actor
from alongside.organisation.function_rules import may_see_posts

from .rules import can_see_figures
from .rules.closes import reads_closed
from .rules.packs import belongs


@dataclass(frozen=True)
class Way:
    """`path`: inside the organisation."""

    path: str
    title: Any
    words: Any
    may: Callable[[Actor], bool] = can_see_figures


def _can(permission: P) -> Callable[[Actor], bool]:
    return lambda actor: actor.is_member and actor.can(permission)


WAYS: tuple[tuple[Any, tuple[Way, ...]], ...] = (
    (
        _("As it stands today"),
        (
            Way("map/", _("Map"), _("Where people are in the room and where nobody is; presence beside influence.")),
            Way("figures/", _("Figures"), _("A month, a quarter or a year, beside the one before.")),
            Way(
                "figures/make-up/",
                _("Who takes part"),
                _("As they said about themselves, beside those you are here for."),
            ),
        ),
    ),
    (
        _("Closed and signed"),
        (
            Way(
                "periods/",
                _("Months, quarters and years"),
                _("What is to be closed, and what both sides signed and nobody changes any more."),
                reads_closed,
            ),
        ),
    ),
    (
        _("For the board"),
        (
            Way(
                "board/",
                _("Board"),
                _(
                    "Before a meeting: reserved decisions coming up, exceptions, refusals, waivers, old debts,"
                    " disputes."
                ),
                _can(P.SEE_BOARD),
            ),
            Way(
                "packs/",
                _("Board packs"),
                _("Bumps first, what changed and in whose words, what is asked of the board. To read and to print."),
                belongs,
            ),
        ),
    ),
    (
        _("For everybody"),
        (
            Way(
                "account/", _("Public account"), _("Of each year, with what those who take part reply, and open data.")
            ),
            Way("heard/", _("What came of it"), _("Said, done and not done, as anybody reads it.")),
        ),
    ),
    (
        _("What speaks for it, and against it"),
        (
            Way("evidence/", _("Evidence"), _("The record beside what standards ask for. There is no score.")),
            Way(
                "candour/",
                _("Signs"),
                _("That people may have been asked for show, each with the facts behind it."),
                candour.can_see_signs,
            ),
            Way("candour/accounts/", _("The two accounts"), _("How it was, as each side says."), candour.can_see_signs),
            Way(
                "candour/claims/",
                _("Claims"),
                _("What was said to have been done with people, and who stands behind it."),
                candour.can_see_claims,
            ),
            Way(
                "candour/bids/",
                _("Bids"),
                _("What was promised for money, beside what was done."),
                can_see_bids,
            ),
            Way("co-audits/", _("Co-audits"), _("Contributors look whether it is so.")),
            Way("write-ups/", _("Write-ups"), _("One activity, as both sides write it down.")),
        ),
    ),
    (
        _("The function itself"),
        (
            Way("policies/", _("Policies"), _("What holds here, and when it is looked at again."), belongs),
            Way(
                "posts/",
                _("Posts and hours"),
                _("Who works for co-production, and the hours that were written down."),
                may_see_posts,
            ),
        ),
    ),
)

PARTS_OF_IT = ("map/", "figures/", "periods/", "packs/", "account/", "evidence/", "write-ups/")  # in the navigation


def ways_for(actor: Actor) -> list[tuple[Any, list[Way]]]:
    found = [(title, [way for way in ways if way.may(actor)]) for title, ways in WAYS]
    return [(title, ways) for title, ways in found if ways]
