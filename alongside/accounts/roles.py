"""Roles as data: a name, what it lets somebody do in plain words, and the permissions.

A membership gives one role in one unit (and the units below it) or in the whole organisation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.core.actor import Actor

from .permissions import Permission as P


@dataclass(frozen=True)
class Role:
    slug: str
    name: str | Promise
    description: str | Promise
    permissions: frozenset[str]
    whole_organisation: bool = False  # True: never limited to a unit


def _role(slug: str, name: object, description: object, permissions: Iterable[P], whole: bool = False) -> Role:
    return Role(slug, name, description, frozenset(str(p) for p in permissions), whole)  # type: ignore[arg-type]


_STAFF = (
    *(P.SEE_DECISIONS, P.KEEP_DECISIONS, P.ASK, P.SAY, P.SAY_FOR, P.SEE_VOICES, P.ANSWER, P.SEE_OWED, P.SEE_SIGNS),
    *(P.SEE_BIDS, P.KEEP_BIDS),
)

ROLES: dict[str, Role] = {
    role.slug: role
    for role in (
        _role(
            "contributor",
            _("Contributor"),
            _("Sees what is open, takes part, says things and sees what came of them, raises decisions."),
            (P.SEE_OPEN, P.SAY, P.RAISE_DECISION, P.SEE_SIGNS),
            whole=True,
        ),
        _role(
            "staff",
            _("Staff"),
            _("Asks for involvement, answers what was said, keeps their unit's decisions on the calendar."),
            _STAFF,
        ),
        _role(
            "manager",
            _("Manager"),
            _("All that staff do; also records what was decided, and sees what their units owe."),
            (*_STAFF, P.DECIDE, P.SEE_BOARD, P.SEE_FIGURES),
        ),
        _role(
            "coordinator",
            _("Co-production coordinator"),
            _("Runs the function: register, requests, opportunities, sessions, chasing, imports."),
            (
                *_STAFF,
                P.DECIDE,
                P.ALLOW_WITHOUT,
                P.IMPORT,
                P.SEE_REGISTER,
                P.KEEP_REGISTER,
                P.RUN_INVOLVEMENT,
                P.SEE_OPEN,
                P.SEE_DESK,
                P.SEE_BOARD,
                P.SEE_FIGURES,
                P.CLOSE_PERIODS,
                P.SEE_OUTBOX,
                P.SEE_RECORD,
                P.SETTINGS,
                P.MODERATE,
                P.COUNT_CONCERNS,
                P.KEEP_ACCOUNT,
            ),
            whole=True,
        ),
        _role(
            "board",
            _("Board member or chief executive"),
            _("Sees every decision, who was in the room, refusals and old debts; may allow an exception."),
            (
                *(P.SEE_DECISIONS, P.SEE_VOICES, P.SEE_BOARD, P.SEE_FIGURES, P.ALLOW_WITHOUT, P.DECIDE),
                *(P.SEE_RECORD, P.SAY, P.SEE_SIGNS, P.COUNT_CONCERNS, P.SEE_BIDS, P.KEEP_ACCOUNT),
            ),
            whole=True,
        ),
        _role(
            "finance",
            _("Finance"),
            _("Sees decisions, the map and the figures, and the money asked for involvement. Keeps funding bids."),
            (P.SEE_DECISIONS, P.SEE_FIGURES, P.SAY, P.SEE_BIDS, P.KEEP_BIDS),
            whole=True,
        ),
        _role(
            "safeguarding",
            _("Safeguarding lead"),
            _("Looks at what may be a risk to somebody, and nobody else does. Sees decisions."),
            (P.SEE_DECISIONS, P.SAY, P.SAFEGUARD),
            whole=True,
        ),
        _role(
            "administrator",
            _("Administrator"),
            _("Sets up the organisation: its words, units, clocks, and who has which role."),
            (P.SETTINGS, P.ROLES, P.SEE_RECORD, P.SEE_OUTBOX, P.IMPORT, P.SEE_DECISIONS),
            whole=True,
        ),
        _role(
            "concerns_contact",
            _("Reader of concerns"),
            _("From outside the team. Reads concerns about how people were involved, once contributors chose them."),
            (P.READ_CONCERNS,),
            whole=True,
        ),
    )
}

CONTRIBUTOR = "contributor"
FROM_OUTSIDE = frozenset({"concerns_contact"})  # signs in here, and belongs to another organisation
STAFF_ROLES = tuple(slug for slug in ROLES if slug not in {CONTRIBUTOR, *FROM_OUTSIDE})


def belongs(actor: Actor) -> bool:
    """Works here, or is on the register. Whoever only reads concerns about involvement comes from outside."""
    return actor.is_member and bool(actor.roles - FROM_OUTSIDE)


def works_here(actor: Actor) -> bool:
    return bool(actor.roles - FROM_OUTSIDE - {CONTRIBUTOR})
