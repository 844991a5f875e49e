"""In the room: whose agenda, whose hour, whose papers."""

from __future__ import annotations

from .facts import FEWEST, Count, Facts, Limits
from .findings import Finding, Wording, clear, early, look, unknown, wanted, with_account
from .saying import _, mark

AGENDA = Wording(
    look=mark("Raised by those who take part: %(found)s out of %(all)s items on the agenda."),
    clear=mark("Raised by those who take part: %(found)s out of %(all)s items on the agenda."),
    early=mark("There have been too few sessions to say whose questions are talked about."),
    unknown=mark("It is not written down who raised what was talked about."),
)
CAME = Wording(
    look=mark(
        "They were expected: %(all)s. They came: %(found)s. Did the day and the hour suit them, and who chose it?"
    ),
    clear=mark("They were expected: %(all)s. They came: %(found)s."),
    early=mark("There have been too few sessions to say whether they suit people."),
    unknown=mark("It is not written down who came to a session."),
)
LATE = mark("Papers that were sent out too late to be read: %(found)s out of %(all)s.")


def agenda(facts: Facts, limits: Limits) -> Finding:
    """Answering others' questions for ever is the polite token."""
    found = wanted(facts.agenda, limits.agenda_percent, FEWEST, AGENDA)
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
    differ = _(
        "Papers in which staff had something that others had not: %(n)s out of %(all)s.", n=papers.found, all=papers.all
    )
    missing = _(
        "What somebody needed and was not there: %(n)s out of %(all)s things.", n=arranged.found, all=arranged.all
    )
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
    wrong = [_(LATE, found=late.found, all=late.all)] if late.more_than(limits.passing_percent) else []
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
