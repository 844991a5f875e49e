"""In the room: whose agenda, whose hour, whose papers.

Of a year, agendas and papers are counted over the decisions of that year and without what has only begun, where figures
count over the sessions of its days: the sentence says so, beside the number. What somebody needed is counted as figures
count it.
"""

from __future__ import annotations

from .facts import FEWEST, Count, Facts, Limits
from .findings import Finding, Wording, clear, early, look, unknown, wanted, with_account
from .saying import _, mark

ITEMS_ONE = mark("Raised by those who take part: %(found)s out of %(all)s items on the agenda.")
ITEMS_YEAR = mark(
    "Raised by those who take part: %(found)s out of %(all)s items on the agenda. Counted are the sessions about "
    "decisions that fall in these days, whenever the sessions were. Decisions that have only just begun are left out."
)
NO_ITEMS = {
    "early": mark("There have been too few sessions to say whose questions are talked about."),
    "unknown": mark("It is not written down who raised what was talked about."),
}
AGENDA_ONE = Wording(look=ITEMS_ONE, clear=ITEMS_ONE, **NO_ITEMS)
AGENDA_YEAR = Wording(look=ITEMS_YEAR, clear=ITEMS_YEAR, **NO_ITEMS)
# By their limit alone: how many were expected and came is a number of people, and in a month of one session of hardly
# more than that.
CAME = Wording(
    look=mark(
        "Of those who were expected at a session, fewer than %(percent)s in a hundred came. Did the day and the hour "
        "suit them, and who chose it?"
    ),
    clear=mark("Of those who were expected at a session, at least %(percent)s in a hundred came."),
    early=mark("There have been too few sessions to say whether they suit people."),
    unknown=mark("It is not written down who came to a session."),
)
LATE_ONE = mark("Papers that were sent out less than %(days)s days before their session: %(found)s out of %(all)s.")
LATE_YEAR = mark(
    "Papers that were sent out less than %(days)s days before their session: %(found)s out of %(all)s. Counted are "
    "the sessions about decisions that fall in these days, whenever the sessions were. Decisions that have only just "
    "begun are left out."
)
DIFFER_ONE = mark("Papers in which staff had something that others had not: %(found)s out of %(all)s.")
DIFFER_YEAR = mark(
    "Papers in which staff had something that others had not: %(found)s out of %(all)s. Counted are the sessions about "
    "decisions that fall in these days, whenever the sessions were. Decisions that have only just begun are left out."
)
MISSING_ONE = mark("What somebody needed and was not there: %(found)s out of %(all)s things.")
MISSING_YEAR = mark(
    "At sessions that were held in these days, what somebody needed and was not there: %(found)s out of %(all)s things."
)


def agenda(facts: Facts, limits: Limits) -> Finding:
    """Answering others' questions for ever is the polite token."""
    found = wanted(facts.agenda, limits.agenda_percent, FEWEST, AGENDA_ONE if facts.one else AGENDA_YEAR)
    denied = facts.accounts.not_on_agenda
    says = _(
        "It was said that somebody's words shaped an agenda. They say that this is not so: %(n)s so far.",
        n=denied.found,
    )
    return with_account(found, denied, says)


def suits_staff(facts: Facts, limits: Limits) -> Finding:
    """Who set the hour is written nowhere. Who could not come is."""
    return wanted(facts.came, limits.came_percent, FEWEST, CAME)


def information(facts: Facts, limits: Limits) -> Finding:
    """The same papers as staff, in a way that people can use; and what they need is there."""
    papers, arranged = facts.same_papers or Count(), facts.arranged or Count()
    differ = _(DIFFER_ONE if facts.one else DIFFER_YEAR, found=papers.found, all=papers.all)
    missing = _(MISSING_ONE if facts.one else MISSING_YEAR, found=arranged.found, all=arranged.all)
    wrong = [
        words for count, words in ((papers, differ), (arranged, missing)) if count.more_than(limits.passing_percent)
    ]
    if wrong:
        found = look(*wrong, behind=_over(limits, papers, arranged))
    elif papers.all or arranged.all:
        found = clear(
            _("People had the same papers as staff, and what they needed was there, as far as it is written down.")
        )
    elif papers.young or arranged.young:
        found = early(_("There have been no sessions yet."))
    else:
        found = unknown(_("No papers and nothing that somebody needed are written down."))
    says = _("They say themselves that what they needed was not there: %(n)s so far.", n=facts.accounts.not_met.found)
    return with_account(found, facts.accounts.not_met, says)


def unpaid_reading(facts: Facts, limits: Limits) -> Finding:
    """Reading is work. It needs days, time that is counted, and pay; pay is not known before there are payments."""
    late, no_time, no_pay = facts.papers or Count(), facts.no_time or Count(), facts.no_pay or Count()
    paid = facts.prep_paid
    too_late = _(LATE_ONE if facts.one else LATE_YEAR, days=limits.paper_days, found=late.found, all=late.all)
    wrong = [too_late] if late.more_than(limits.passing_percent) else []
    if no_time.more_than(limits.passing_percent):
        wrong.append(
            _(
                "Where there was something to read and no time for it was offered: %(n)s out of %(all)s.",
                n=no_time.found,
                all=no_time.all,
            )
        )
    if no_pay.more_than(limits.passing_percent):
        wrong.append(
            _(
                "Where preparing is asked for and said not to be paid: %(n)s out of %(all)s.",
                n=no_pay.found,
                all=no_pay.all,
            )
        )
    if paid and paid.more_than(limits.passing_percent):
        wrong.append(_("Hours of preparation that were not paid: %(n)s out of %(all)s.", n=paid.found, all=paid.all))
    if wrong:
        return look(*wrong, behind=_over(limits, late, no_time, no_pay, paid))
    if paid is None:
        return unknown(_("Whether reading was paid is not known: payments are not written down here yet."))
    if paid.all == 0:
        return early(_("Nothing had to be read yet.")) if paid.young else unknown(_("Nothing had to be read."))
    return clear(_("What had to be read came in time, and reading it was paid."))


def _over(limits: Limits, *counts: Count | None) -> tuple[Count, ...]:
    """Only the records of what is to be looked at stand behind it."""
    return tuple(count for count in counts if count and count.more_than(limits.passing_percent))
