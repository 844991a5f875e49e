"""Were people asked while something could still change?"""

from __future__ import annotations

from .facts import Facts, Limits
from .findings import Finding, Wording, judged
from .saying import mark as _

AFTER_ONE = Wording(
    look=_("People were asked only after it had been decided."),
    clear=_("People were asked before it was decided."),
    early=_("It is not decided yet, and nobody has been asked yet. There is still time."),
    unknown=_(
        "Nobody was asked about this, so nobody was asked too late. That nobody was asked stands with the decision."
    ),
)
AFTER_YEAR = Wording(
    look=_("Decisions where people were asked only after it had been decided: %(found)s out of %(all)s."),
    clear=_("Decisions where people were asked before it was decided: %(rest)s out of %(all)s."),
    early=_(
        "Nobody was asked about any decision of these days, so nobody was asked too late. About those that are not "
        "taken yet there is still time to ask: %(young)s."
    ),
    unknown=_(
        "Nobody was asked about any decision of these days, so nobody was asked too late. The page of the board says "
        "more."
    ),
)
SCOPE_ONE = Wording(
    look=_(
        "It was not written down for people what can change, what is fixed already and who decides: a part is missing."
    ),
    clear=_("It is written what can change, what is fixed already and who decides."),
    early=_("Nobody has been asked yet, so nothing had to be said yet."),
    unknown=_("Nobody was asked about this, so it was said to nobody what can change."),
)
SCOPE_YEAR = Wording(
    look=_(
        "Decisions where people were asked without all of it being said, what can change, what is fixed already and "
        "who decides: %(found)s out of %(all)s."
    ),
    clear=_(
        "Decisions where people were told what can change, what is fixed and who decides: %(rest)s out of %(all)s."
    ),
    early=_("Nobody was asked about any decision of these days, so nothing had to be said yet."),
    unknown=_("Nobody was asked about any decision of these days, so it was said to nobody what can change."),
)


def asked_after(facts: Facts, limits: Limits) -> Finding:
    """Whoever is asked after it was decided is asked for nothing. Not one of them is let pass."""
    return judged(facts.asked, 0, AFTER_ONE if facts.one else AFTER_YEAR)


def no_scope(facts: Facts, limits: Limits) -> Finding:
    """What can change, what is fixed, who decides: said before people give their time."""
    return judged(facts.scope, limits.passing_percent, SCOPE_ONE if facts.one else SCOPE_YEAR)
