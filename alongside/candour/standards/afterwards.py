"""When it is over: whose choice it was, what is different, who was still there, who was paid."""

from __future__ import annotations

from .facts import Facts, Limits
from .findings import Finding, Wording, judged, with_account
from .saying import _, mark

CHOICE = Wording(
    look=mark("Panels whose contributors put somebody else first than was chosen: %(found)s out of %(all)s."),
    clear=mark("Panels where the one was chosen whom its contributors put first: %(rest)s out of %(all)s."),
    early=mark("The panel has not chosen yet."),
    unknown=mark("No panel chose anybody here."),
)
CHANGED_ONE = Wording(
    look=mark("People came to this. Nothing that they said was taken up, and no change is written down."),
    clear=mark("People came to this, and something was taken up or is different because of it."),
    early=mark("It is too soon to say what is different because people came."),
    unknown=mark("Nobody came to a session about this, as far as it is written down."),
)
DENIED_ONE = mark("Changes that those who asked for them deny: %(n)s.")
DENIED_YEAR = mark(
    "Changes since a day in these days, and times that words are said to have shaped something, which those whose "
    "words they were deny: %(n)s."
)
CHANGED_YEAR = Wording(
    look=mark("Decisions to which people came, and nothing is different because of it: %(found)s out of %(all)s."),
    clear=mark("Decisions to which people came, and something was taken up or is different: %(rest)s out of %(all)s."),
    early=mark("The decisions to which people came are too new to say what is different."),
    unknown=mark("Nobody came to a session that was over this year, as far as it is written down."),
)
STAYED_ONE = Wording(
    look=mark("People had a part in planning this, and hardly any when it was done or looked back at."),
    clear=mark("People who had a part in planning this had one when it was done or looked back at, too."),
    early=mark("It is too soon to say whether people are still there when it is done."),
    unknown=mark("Nobody has an agreed part in planning this."),
)
STAYED_YEAR = Wording(
    look=mark("Decisions with people in the planning, and hardly any when it was done: %(found)s out of %(all)s."),
    clear=mark("Decisions with people in the planning, and still when it was done: %(rest)s out of %(all)s."),
    early=mark("The decisions that people had a part in planning are too new to say whether they are still there."),
    unknown=mark("Nobody had an agreed part in planning a decision."),
)
PAID = Wording(
    look=mark("What was to be paid and was unpaid, late, or without a choice of how: %(found)s out of %(all)s."),
    clear=mark("What was to be paid and was paid in time, as people chose: %(rest)s out of %(all)s."),
    early=mark("No payment is due yet."),
    unknown=mark("Who was paid, when and how is not known: payments are not written down here yet."),
)


def overruled(facts: Facts, limits: Limits) -> Finding:
    """Not one is let pass: the reason stands with the decision, and is worth reading aloud."""
    return judged(facts.choices, 0, CHOICE)


def counted_as_success(facts: Facts, limits: Limits) -> Finding:
    """Hours and meetings are not what came of them. A change that its own people deny is not a change."""
    found = judged(facts.changed, limits.passing_percent, CHANGED_ONE if facts.one else CHANGED_YEAR)
    accounts = facts.accounts
    found = with_account(
        found,
        accounts.not_changed,
        _(DENIED_ONE if facts.one else DENIED_YEAR, n=accounts.not_changed.found),
    )
    return with_account(
        found,
        accounts.not_co_produced,
        _(
            "Statements that something was co-produced which those who took part deny: %(n)s.",
            n=accounts.not_co_produced.found,
        ),
    )


def stage_drop_off(facts: Facts, limits: Limits) -> Finding:
    return judged(facts.stayed, limits.passing_percent, STAYED_ONE if facts.one else STAYED_YEAR)


def unpaid(facts: Facts, limits: Limits) -> Finding:
    return judged(facts.payments, 0, PAID)
